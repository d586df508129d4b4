import type { ServiceEvent } from '../../protocol/events.js';
import type { ProjectRun } from '../../protocol/running.js';
import { Signal } from '../platform/signal.js';
import type { RunningApi } from './runningApi.js';

export interface RunsModelOptions {
  readonly api: Pick<RunningApi, 'list' | 'get'>;
  /** A read failed: what is shown stays. */
  readonly onError: (error: unknown) => void;
}

/** The one owner of the servers' states in a window; reads again what the service says has changed. */
export class RunsModel {
  readonly #runs = new Map<number, ProjectRun>();
  readonly #changes = new Signal<number>();
  /** The project whose server is otherwise. */
  readonly onDidChange = this.#changes.on;

  constructor(private readonly options: RunsModelOptions) {}

  /** Undefined for a project that never ran. */
  of(projectId: number): ProjectRun | undefined {
    return this.#runs.get(projectId);
  }

  /** Events of the stream. */
  handle(event: ServiceEvent): void {
    if (event.type === 'reset') void this.refresh();
    if (event.type === 'project_deleted' && this.#runs.delete(event.id))
      this.#changes.fire(event.id);
    if (event.type !== 'run_changed') return;
    if ((this.#runs.get(event.id)?.version ?? -1) < event.version) void this.#read(event.id);
  }

  /** Takes a state that the service answered with. */
  take(run: ProjectRun): void {
    const known = this.#runs.get(run.projectId);
    if (known !== undefined && known.version >= run.version) return;
    this.#runs.set(run.projectId, run);
    this.#changes.fire(run.projectId);
  }

  /** All of them: the line to the service is there, or there anew. */
  async refresh(): Promise<void> {
    try {
      for (const run of await this.options.api.list()) this.take(run);
    } catch (error) {
      this.options.onError(error);
    }
  }

  async #read(projectId: number): Promise<void> {
    try {
      this.take(await this.options.api.get(projectId));
    } catch (error) {
      this.options.onError(error);
    }
  }
}

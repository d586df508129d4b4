import type { ServiceEvent } from '../../protocol/events.js';
import type { TestRun } from '../../protocol/testRuns.js';
import { Signal } from '../platform/signal.js';
import type { TestHistoryApi } from './testsApi.js';

export interface LastRunModelDeps {
  readonly api: Pick<TestHistoryApi, 'runs'>;
  readonly onError: (error: unknown) => void;
}

/** The newest run of each project that someone asked about. */
export class LastRunModel {
  readonly #runs = new Map<number, TestRun>();
  readonly #asked = new Set<number>();
  readonly #changes = new Signal<undefined>();
  readonly onDidChange = this.#changes.on;

  constructor(private readonly deps: LastRunModelDeps) {}

  of(projectId: number): TestRun | undefined {
    return this.#runs.get(projectId);
  }

  /** Reads the newest run, the first time. */
  ask(projectId: number): void {
    if (this.#asked.has(projectId)) return;
    this.#asked.add(projectId);
    void this.#read(projectId);
  }

  handle(event: ServiceEvent): void {
    if (event.type === 'reset') {
      for (const id of this.#asked) void this.#read(id);
    } else if (event.type === 'test_run_changed') {
      const { projectId } = event;
      if (projectId !== null && this.#asked.has(projectId)) void this.#read(projectId);
    }
  }

  async #read(projectId: number): Promise<void> {
    try {
      const [run] = await this.deps.api.runs(projectId, { limit: 1 });
      if (run === undefined) return;
      const known = this.#runs.get(projectId);
      // Answers may come in another order than they were asked.
      if (known && (known.id > run.id || (known.id === run.id && known.version >= run.version)))
        return;
      this.#runs.set(projectId, run);
      this.#changes.fire(undefined);
    } catch (error) {
      this.#asked.delete(projectId);
      this.deps.onError(error);
    }
  }
}

import type { ServiceEvent } from '../../protocol/events.js';
import type { Project } from '../../protocol/projects.js';
import { Signal } from '../platform/signal.js';

/** Where the list comes from, and where the last one is kept over a reload. */
export interface ProjectsModelOptions {
  readonly read: () => Promise<readonly Project[]>;
  readonly remembered: readonly Project[] | undefined;
  readonly remember: (projects: readonly Project[]) => void;
  /** A read failed: what is shown stays, the reason is told by the connection's state. */
  readonly onError: (error: unknown) => void;
}

/** Ids whose row changed; `all` when rows came, went or changed places. */
export type ProjectsChange = 'all' | readonly number[];

/**
 * The one owner of the list of projects in a window. Shows the remembered list at once, reads it again
 * after every event about projects, and says what changed. Reads never overlap: events that come
 * during a read cause one more.
 */
export class ProjectsModel {
  readonly #options: ProjectsModelOptions;
  readonly #changes = new Signal<ProjectsChange>();
  readonly onDidChange = this.#changes.on;
  #projects: readonly Project[];
  #loaded = false;
  #reading: Promise<void> | undefined;
  #stale = false;

  constructor(options: ProjectsModelOptions) {
    this.#options = options;
    this.#projects = options.remembered ?? [];
  }

  /** Sorted by name. */
  get projects(): readonly Project[] {
    return this.#projects;
  }

  /** Whether the list came from the service, not from memory. */
  get isLoaded(): boolean {
    return this.#loaded;
  }

  get(id: number): Project | undefined {
    return this.#projects.find((project) => project.id === id);
  }

  /** Events of the stream. */
  handle(event: ServiceEvent): void {
    switch (event.type) {
      case 'project_created':
      case 'project_deleted':
      case 'reset':
        void this.refresh();
        break;
      case 'project_updated':
        if ((this.get(event.id)?.version ?? 0) < event.version) void this.refresh();
        break;
      case 'datasource_created':
      case 'datasource_deleted':
        this.#partsChanged(event.projectId);
        break;
      case 'components_changed':
        this.#partsChanged(event.id);
        break;
      default:
    }
  }

  /** What a project’s row counts is otherwise; the project itself is as it was. */
  #partsChanged(id: number | null): void {
    if (id !== null && this.get(id) !== undefined) this.#changes.fire([id]);
  }

  /** Reads the list; resolves when a read that began after this call has ended. Never rejects. */
  async refresh(): Promise<void> {
    this.#stale = true;
    this.#reading ??= this.#readUntilFresh().finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  async #readUntilFresh(): Promise<void> {
    while (this.#stale) {
      this.#stale = false;
      try {
        this.#accept(await this.#options.read());
      } catch (error) {
        this.#options.onError(error);
        return;
      }
    }
  }

  #accept(read: readonly Project[]): void {
    const before = this.#projects;
    const first = !this.#loaded;
    this.#projects = [...read].sort((a, b) => a.name.localeCompare(b.name));
    this.#loaded = true;
    const change = changeBetween(before, this.#projects);
    if (change === 'all' || change.length > 0) this.#options.remember(this.#projects);
    if (first) this.#changes.fire('all');
    else if (change === 'all' || change.length > 0) this.#changes.fire(change);
  }
}

function changeBetween(before: readonly Project[], after: readonly Project[]): ProjectsChange {
  if (before.length !== after.length) return 'all';
  const changed: number[] = [];
  for (const [index, project] of after.entries()) {
    const old = before[index];
    if (old?.id !== project.id) return 'all';
    if (JSON.stringify(old) !== JSON.stringify(project)) changed.push(project.id);
  }
  return changed;
}

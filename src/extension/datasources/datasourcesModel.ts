import type { ByNameServerState } from '../../protocol/datasourceByName.js';
import type { Datasource, DockerInfo } from '../../protocol/datasources.js';
import type { ServiceEvent } from '../../protocol/events.js';
import type { JobState } from '../../protocol/jobs.js';
import { unfinishedJobStates } from '../../protocol/jobStates.js';
import type { Project } from '../../protocol/projects.js';
import { Signal } from '../platform/signal.js';
import type { DatasourcesApi } from './datasourcesApi.js';

/** A project of this window and its datasources; null before they were read. */
export interface DatasourceProject {
  readonly project: Project;
  readonly datasources: readonly Datasource[] | null;
}

const unfinished: readonly JobState[] = unfinishedJobStates;

interface Entry {
  project: Project;
  datasources: readonly Datasource[] | null;
  isStale: boolean;
  reading: Promise<void> | undefined;
}

export interface DatasourcesModelOptions {
  readonly api: Pick<DatasourcesApi, 'list' | 'docker' | 'byNameServer'>;
  /** A read failed: what is shown stays. */
  readonly onError: (what: string, error: unknown) => void;
}

/**
 * The one owner of datasources in a window. Nothing is asked for before somebody looks; from then on a project
 * is read again when the service says that a datasource of it changed, and the engine when it came or went.
 */
export class DatasourcesModel {
  readonly #entries = new Map<number, Entry>();
  readonly #changes = new Signal<undefined>();
  readonly onDidChange = this.#changes.on;
  #docker: DockerInfo | null = null;
  #byName: ByNameServerState | null = null;
  #isLookedAt = false;

  constructor(private readonly options: DatasourcesModelOptions) {}

  get projects(): readonly DatasourceProject[] {
    return [...this.#entries.values()];
  }

  /** The engine as it was last heard of; null before that. */
  get docker(): DockerInfo | null {
    return this.#docker;
  }

  /** Whether datasources are told by name, as it was last heard; null before that. */
  get byName(): ByNameServerState | null {
    return this.#byName;
  }

  /** Whether all projects were read. */
  get isLoaded(): boolean {
    return this.projects.every(({ datasources }) => datasources !== null);
  }

  get all(): readonly Datasource[] {
    return this.projects.flatMap(({ datasources }) => datasources ?? []);
  }

  get(id: number): Datasource | undefined {
    return this.all.find((one) => one.id === id);
  }

  /** The projects of the window, as they are now. */
  setProjects(projects: readonly Project[]): void {
    const ids = new Set(projects.map(({ id }) => id));
    const before = [...this.#entries.keys()].join();
    for (const id of this.#entries.keys()) if (!ids.has(id)) this.#entries.delete(id);
    for (const project of projects) {
      const known = this.#entries.get(project.id);
      if (known) known.project = project;
      else
        this.#entries.set(project.id, {
          ...{ project, datasources: null, isStale: false, reading: undefined },
        });
    }
    if (before === [...this.#entries.keys()].join()) return;
    this.#changes.fire(undefined);
    if (this.#isLookedAt) this.#readUnread();
  }

  /** Somebody looks at datasources from now on. */
  lookAt(): void {
    if (this.#isLookedAt) this.#readUnread();
    else {
      this.#isLookedAt = true;
      this.refresh();
    }
  }

  /** Reads everything again. */
  refresh(): void {
    if (!this.#isLookedAt) return;
    for (const entry of this.#entries.values()) void this.#read(entry);
    void this.#readDocker();
    void this.#readByName();
  }

  /** Resolves when a reading of the project that began after this call has ended. */
  async reread(projectId: number): Promise<void> {
    const entry = this.#entries.get(projectId);
    if (entry) await this.#read(entry);
  }

  /** Events of the stream. */
  handle(event: ServiceEvent): void {
    if (!this.#isLookedAt) return;
    switch (event.type) {
      case 'reset':
        this.refresh();
        break;
      case 'docker_changed':
        void this.#readDocker();
        break;
      case 'by_name_server_changed':
        void this.#readByName();
        break;
      case 'job_changed':
        // A datasource that is worked on says so by its job, which ends with an event of its own.
        if (!unfinished.includes(event.state)) this.#readProject(event.projectId);
        break;
      case 'datasource_created':
      case 'datasource_deleted':
        this.#readProject(event.projectId);
        break;
      case 'datasource_updated':
      case 'datasource_status_changed':
        if ((this.get(event.id)?.version ?? 0) < event.version) this.#readProject(event.projectId);
        break;
      default:
    }
  }

  #readUnread(): void {
    for (const entry of this.#entries.values())
      if (!entry.datasources && !entry.reading) void this.#read(entry);
  }

  #readProject(id: number | null): void {
    const entry = id === null ? undefined : this.#entries.get(id);
    if (entry) void this.#read(entry);
  }

  /** Reads never overlap: what comes during one causes one more. */
  #read(entry: Entry): Promise<void> {
    entry.isStale = true;
    return (entry.reading ??= this.#readUntilFresh(entry).finally(() => {
      entry.reading = undefined;
    }));
  }

  async #readUntilFresh(entry: Entry): Promise<void> {
    try {
      while (entry.isStale) {
        entry.isStale = false;
        const before = JSON.stringify(entry.datasources);
        entry.datasources = await this.options.api.list(entry.project.id);
        if (before !== JSON.stringify(entry.datasources)) this.#changes.fire(undefined);
      }
    } catch (error) {
      this.options.onError(entry.project.name, error);
    }
  }

  async #readDocker(): Promise<void> {
    try {
      const before = JSON.stringify(this.#docker);
      this.#docker = await this.options.api.docker();
      if (before !== JSON.stringify(this.#docker)) this.#changes.fire(undefined);
    } catch (error) {
      this.options.onError('Docker', error);
    }
  }

  async #readByName(): Promise<void> {
    try {
      const before = JSON.stringify(this.#byName);
      this.#byName = await this.options.api.byNameServer();
      if (before !== JSON.stringify(this.#byName)) this.#changes.fire(undefined);
    } catch (error) {
      this.options.onError('datasources by name', error);
    }
  }
}

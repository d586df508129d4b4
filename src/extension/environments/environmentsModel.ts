import type { Environment, EnvironmentVariable } from '../../protocol/environments.js';
import type { ServiceEvent } from '../../protocol/events.js';
import type { Project } from '../../protocol/projects.js';
import { Signal } from '../platform/signal.js';
import type { EnvironmentsApi } from './environmentsApi.js';

/** Where an application runs and what it is given. */
export interface Places {
  /** In the order of promotion. */
  readonly environments: readonly Environment[];
  /** The project's own and those of all environments. */
  readonly variables: readonly EnvironmentVariable[];
}

/** A project of this window and its environments; null before they were read. */
export interface EnvironmentProject {
  readonly project: Project;
  readonly places: Places | null;
}

interface Entry {
  project: Project;
  places: Places | null;
  isStale: boolean;
  reading: Promise<void> | undefined;
}

export interface EnvironmentsModelOptions {
  readonly api: Pick<EnvironmentsApi, 'list' | 'variables'>;
  /** A read failed: what is shown stays. */
  readonly onError: (what: string, error: unknown) => void;
}

/**
 * The one owner of environments in a window. Nothing is asked for before somebody looks; from then on a project
 * is read again when the service says that something in it changed.
 */
export class EnvironmentsModel {
  readonly #entries = new Map<number, Entry>();
  readonly #changes = new Signal<undefined>();
  readonly onDidChange = this.#changes.on;
  #isLookedAt = false;

  constructor(private readonly options: EnvironmentsModelOptions) {}

  get projects(): readonly EnvironmentProject[] {
    return [...this.#entries.values()];
  }

  /** Whether all projects were read. */
  get isLoaded(): boolean {
    return this.projects.every(({ places }) => places !== null);
  }

  get environments(): readonly Environment[] {
    return this.projects.flatMap(({ places }) => places?.environments ?? []);
  }

  get variables(): readonly EnvironmentVariable[] {
    return this.projects.flatMap(({ places }) => places?.variables ?? []);
  }

  environment(id: number | null): Environment | undefined {
    return this.environments.find((one) => one.id === id);
  }

  variable(id: number): EnvironmentVariable | undefined {
    return this.variables.find((one) => one.id === id);
  }

  environmentsOf(projectId: number): readonly Environment[] {
    return this.environments.filter((one) => one.projectId === projectId);
  }

  /** The environment whose variables are given to what is run of a project. */
  inUse(projectId: number): Environment | undefined {
    return this.environmentsOf(projectId).find((one) => one.inUse);
  }

  /** The variables of one place: of an environment, or (null) of the project. */
  variablesAt(projectId: number, environmentId: number | null): readonly EnvironmentVariable[] {
    return this.variables.filter(
      (one) => one.projectId === projectId && one.environmentId === environmentId,
    );
  }

  /** The projects of the window, as they are now. */
  setProjects(projects: readonly Project[]): void {
    const ids = new Set(projects.map(({ id }) => id));
    const before = this.#shownOfProjects();
    for (const id of this.#entries.keys()) if (!ids.has(id)) this.#entries.delete(id);
    for (const project of projects) {
      const known = this.#entries.get(project.id);
      if (known) known.project = project;
      else
        this.#entries.set(project.id, {
          ...{ project, places: null, isStale: false, reading: undefined },
        });
    }
    if (before === this.#shownOfProjects()) return;
    this.#changes.fire(undefined);
    if (this.#isLookedAt) this.#readUnread();
  }

  /** Somebody looks at environments from now on. */
  lookAt(): void {
    this.#isLookedAt = true;
    this.#readUnread();
  }

  /** Reads everything again. */
  refresh(): void {
    if (!this.#isLookedAt) return;
    for (const entry of this.#entries.values()) void this.#read(entry);
  }

  /** Resolves when a reading of the project that began after this call has ended. */
  async reread(projectId: number): Promise<void> {
    const entry = this.#entries.get(projectId);
    if (entry) await this.#read(entry);
  }

  /** Events of the stream. */
  handle(event: ServiceEvent): void {
    if (!this.#isLookedAt) return;
    if (event.type === 'reset') this.refresh();
    const changed = event.type === 'environments_changed' ? event.id : undefined;
    const entry = changed === undefined ? undefined : this.#entries.get(changed);
    if (entry) void this.#read(entry);
  }

  #shownOfProjects(): string {
    return JSON.stringify(
      [...this.#entries.values()].map(({ project: { id, name } }) => [id, name]),
    );
  }

  #readUnread(): void {
    for (const entry of this.#entries.values())
      if (!entry.places && !entry.reading) void this.#read(entry);
  }

  /** Reads never overlap: what comes during one causes one more. */
  #read(entry: Entry): Promise<void> {
    entry.isStale = true;
    return (entry.reading ??= this.#readUntilFresh(entry).finally(() => {
      entry.reading = undefined;
    }));
  }

  async #readUntilFresh(entry: Entry): Promise<void> {
    const { api, onError } = this.options;
    try {
      while (entry.isStale) {
        entry.isStale = false;
        const before = JSON.stringify(entry.places);
        const { id } = entry.project;
        const [environments, variables] = await Promise.all([api.list(id), api.variables(id)]);
        entry.places = { environments, variables };
        if (before !== JSON.stringify(entry.places)) this.#changes.fire(undefined);
      }
    } catch (error) {
      onError(entry.project.name, error);
    }
  }
}

import type { ScannedComponent, ScannedEndpoint } from '../../protocol/components.js';
import type { ServiceEvent } from '../../protocol/events.js';
import type { Project } from '../../protocol/projects.js';
import { Signal } from '../platform/signal.js';
import type { ComponentsApi } from './componentsApi.js';

/** A project of this window and what was found in it; null before it was read. */
export interface ScannedProject {
  readonly project: Project;
  readonly components: readonly ScannedComponent[] | null;
  readonly endpoints: readonly ScannedEndpoint[] | null;
}

interface Entry {
  project: Project;
  components: readonly ScannedComponent[] | null;
  endpoints: readonly ScannedEndpoint[] | null;
  isFollowed: boolean;
  isStale: boolean;
  reading: Promise<void> | undefined;
}

export interface ComponentsModelOptions {
  readonly api: Omit<ComponentsApi, 'detail'>;
  /** A read failed: what is shown stays. */
  readonly onError: (project: Project, error: unknown) => void;
}

/**
 * The one owner of components and endpoints in a window. Nothing is asked for before somebody looks; from then
 * on the service follows the projects of the window, and each is read again when it says that it changed.
 */
export class ComponentsModel {
  readonly #entries = new Map<number, Entry>();
  readonly #changes = new Signal<undefined>();
  readonly onDidChange = this.#changes.on;
  #isLookedAt = false;

  constructor(private readonly options: ComponentsModelOptions) {}

  get projects(): readonly ScannedProject[] {
    return [...this.#entries.values()];
  }

  /** Whether all of them were read. */
  get isLoaded(): boolean {
    return this.projects.every(({ components }) => components !== null);
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
          ...{ project, components: null, endpoints: null },
          ...{ isFollowed: false, isStale: false, reading: undefined },
        });
    }
    if (before !== [...this.#entries.keys()].join()) this.#changes.fire(undefined);
    this.#look();
  }

  /** Somebody looks at components from now on. */
  lookAt(): void {
    this.#isLookedAt = true;
    this.#look();
  }

  /** The line to the service is there anew: what it followed for us, it follows no more. */
  reconnected(): void {
    for (const entry of this.#entries.values()) entry.isFollowed = false;
    this.#look();
  }

  /** Events of the stream. */
  handle(event: ServiceEvent): void {
    if (event.type === 'reset') this.reconnected();
    if (event.type !== 'components_changed') return;
    const entry = this.#entries.get(event.id);
    if (entry && this.#isLookedAt) void this.#read(entry);
  }

  /** Reads the files of a project that changed. @throws the service's problem */
  async scan(id: number): Promise<void> {
    this.#isLookedAt = true;
    await this.options.api.scan(id);
    const entry = this.#entries.get(id);
    if (entry) await this.#read(entry);
  }

  #look(): void {
    if (!this.#isLookedAt) return;
    for (const entry of this.#entries.values()) if (!entry.isFollowed) void this.#read(entry);
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
    const { id } = entry.project;
    try {
      while (entry.isStale) {
        if (!entry.isFollowed) {
          entry.isFollowed = true;
          await api.watch(id);
        }
        entry.isStale = false;
        const [components, endpoints] = await Promise.all([api.components(id), api.endpoints(id)]);
        entry.components = components;
        entry.endpoints = endpoints;
      }
      this.#changes.fire(undefined);
    } catch (error) {
      // The next connection, or the next look, tries again.
      entry.isFollowed = false;
      onError(entry.project, error);
    }
  }
}

import type { ScannedComponent, ScannedEndpoint } from '../../protocol/components.js';
import type { ServiceEvent } from '../../protocol/events.js';
import { fewComponents } from '../../protocol/fewComponents.js';
import type { Project } from '../../protocol/projects.js';
import { Signal } from '../platform/signal.js';
import type { ComponentsApi } from './componentsApi.js';

/**
 * Whether what is shown follows the files. `paused`: somebody wanted that. `lost`: the service, or its answer, is
 * missing. `unasked`: nobody has looked yet.
 */
export type WatchState = 'unasked' | 'watching' | 'paused' | 'lost';

/** A project of this window and what was found in it; null before it was read. */
export interface ScannedProject {
  readonly project: Project;
  readonly watch: WatchState;
  readonly components: readonly ScannedComponent[] | null;
  readonly endpoints: readonly ScannedEndpoint[] | null;
}

interface Entry {
  project: Project;
  components: readonly ScannedComponent[] | null;
  endpoints: readonly ScannedEndpoint[] | null;
  watch: WatchState;
  /** Components that are to be read again; null: all of them. */
  stale: ReadonlySet<number> | null;
  reading: Promise<void> | undefined;
}

export interface ComponentsModelOptions {
  readonly api: Omit<ComponentsApi, 'detail' | 'componentAt'>;
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
          ...{ watch: 'unasked', stale: new Set(), reading: undefined },
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
    for (const entry of this.#entries.values()) {
      if (entry.watch !== 'paused') entry.watch = 'unasked';
      else if (this.#isLookedAt) void this.#read(entry);
    }
    this.#look();
  }

  /** The line to the service is cut: nobody tells what changes. */
  disconnected(): void {
    if (!this.#isLookedAt) return;
    for (const entry of this.#entries.values()) if (entry.watch !== 'paused') entry.watch = 'lost';
    this.#changes.fire(undefined);
  }

  /** Follows the files of a project no more; what is shown stays. @throws the service's problem */
  async pause(id: number): Promise<void> {
    await this.options.api.unwatch(id);
    this.#take(id, 'paused');
  }

  /** Follows the files of a project again, and shows them as they are now. @throws the service's problem */
  async resume(id: number): Promise<void> {
    this.#isLookedAt = true;
    await this.options.api.watch(id);
    this.#take(id, 'watching');
    const entry = this.#entries.get(id);
    if (entry) await this.#read(entry);
  }

  /** For what else shows a project: has it followed, unless somebody paused that. @throws the service's problem */
  async follow(id: number): Promise<void> {
    if (this.#entries.get(id)?.watch !== 'paused') await this.options.api.watch(id);
  }

  /** Events of the stream. */
  handle(event: ServiceEvent): void {
    if (event.type === 'reset') this.reconnected();
    // Whoever else paused or resumed it, did so for this window too.
    if (event.type === 'watch_changed' && this.#isLookedAt)
      this.#take(event.id, event.watching ? 'watching' : 'paused');
    if (event.type !== 'components_changed') return;
    const entry = this.#entries.get(event.id);
    if (entry && this.#isLookedAt) void this.#read(entry, event.components);
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
    for (const entry of this.#entries.values())
      if (entry.watch === 'unasked' || entry.watch === 'lost') void this.#read(entry);
  }

  #take(id: number, watch: WatchState): void {
    const entry = this.#entries.get(id);
    if (!entry || entry.watch === watch) return;
    entry.watch = watch;
    this.#changes.fire(undefined);
  }

  /** Reads never overlap: what comes during one causes one more. `only`: the components it is about; null: all. */
  #read(entry: Entry, only: readonly number[] | null = null): Promise<void> {
    entry.stale = entry.stale && only && new Set([...entry.stale, ...only]);
    return (entry.reading ??= this.#readUntilFresh(entry).finally(() => {
      entry.reading = undefined;
    }));
  }

  async #readUntilFresh(entry: Entry): Promise<void> {
    const { api, onError } = this.options;
    const { id } = entry.project;
    try {
      while (entry.stale === null || entry.stale.size > 0) {
        if (entry.watch === 'unasked' || entry.watch === 'lost') {
          entry.watch = 'watching';
          await api.watch(id);
        }
        const { stale } = entry;
        const isFew = stale !== null && stale.size <= fewComponents && entry.components !== null;
        const only = isFew ? [...stale] : null;
        entry.stale = new Set();
        const [components, endpoints] = await Promise.all([
          api.components(id, only),
          api.endpoints(id, only),
        ]);
        entry.components = only ? withChanged(entry.components ?? [], components) : components;
        entry.endpoints = only ? withEndpoints(entry.endpoints ?? [], endpoints, only) : endpoints;
      }
      this.#changes.fire(undefined);
    } catch (error) {
      // The next connection, or the next look, tries again.
      if (entry.watch !== 'paused') entry.watch = 'lost';
      entry.stale = null;
      this.#changes.fire(undefined);
      onError(entry.project, error);
    }
  }
}

/** The list with those in it that were read again, each in its place. */
function withChanged(
  all: readonly ScannedComponent[],
  changed: readonly ScannedComponent[],
): ScannedComponent[] {
  const byId = new Map(changed.map((one) => [one.id, one]));
  return all.map((one) => byId.get(one.id) ?? one);
}

/** The list with the endpoints of some components as they are now, by address as the service has them. */
function withEndpoints(
  all: readonly ScannedEndpoint[],
  changed: readonly ScannedEndpoint[],
  components: readonly number[],
): ScannedEndpoint[] {
  const others = all.filter(({ componentId }) => !components.includes(componentId ?? 0));
  return [...others, ...changed].sort(
    (a, b) => compare(a.path, b.path) || compare(a.functionName ?? '', b.functionName ?? ''),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

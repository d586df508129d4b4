import { componentsOf, type ProjectComponent } from '../../language/components/componentsOf.js';
import type { PageFacts } from '../../language/components/pageFacts.js';
import { ProjectIndex } from '../../language/project/projectIndex.js';
import type { ProjectView } from '../../language/project/projectView.js';
import { configurationFile } from '../../language/project/roles.js';
import { fewComponents } from '../../protocol/fewComponents.js';
import type { Platform } from '../platform/feature.js';
import type { Tx } from '../platform/store/store.js';
import {
  ComponentRepository,
  type ComponentRow,
  type EndpointRow,
  type NewComponent,
} from './componentRepository.js';
import {
  factsIn,
  noFacts,
  readProject,
  textOf,
  type KnownFile,
  type ReadProject,
} from './readProject.js';
import {
  componentRow,
  differenceOf,
  endpointChanges,
  endpointRow,
  rowsAfter,
  type StoredRows,
} from './scanRows.js';
import { StateHistory } from './stateHistory.js';

/** A project's components in memory, as the tables have them. */
export class ProjectScan {
  private files: ReadonlyMap<string, KnownFile> = new Map();
  private configuration: string | null = null;
  /** Whether the tables are known to have all that memory has. */
  private isWritten = false;
  private index = new ProjectIndex();
  private rows: StoredRows = { components: new Map(), endpoints: new Map() };
  private made: ReadonlyMap<string, ProjectComponent> = new Map();
  private readonly repository = new ComponentRepository();
  private readonly history = new StateHistory();

  constructor(
    private readonly platform: Pick<Platform, 'store' | 'events' | 'now'>,
    private readonly worker: string | null,
    readonly projectId: number,
    readonly root: string,
  ) {}

  /** Takes what the tables have; of the disk it asks the configuration alone. */
  async load(): Promise<void> {
    const { store } = this.platform;
    this.rows = await store.read((db) => this.readRows(db));
    const files = new Map<string, KnownFile>();
    for (const row of this.rows.components.values()) {
      files.set(row.file_path, {
        state: row.file_state ?? '',
        facts: row.facts === null ? noFacts(row.file_path) : factsIn(row.facts),
        encoded: row.facts ?? '',
        unreadable: row.status === 'unknown' ? row.error_message : null,
      });
    }
    this.take({ files, configuration: await textOf(this.root, configurationFile) });
  }

  get components(): ReadonlyMap<string, ProjectComponent> {
    return this.made;
  }

  /** What the files say, and the project that they make. */
  get pages(): readonly PageFacts[] {
    return [...this.files.values()].map(({ facts }) => facts);
  }

  /** What the file at a path says. */
  factsOf(path: string): PageFacts | undefined {
    return this.files.get(path)?.facts;
  }

  get project(): ProjectView {
    return this.index;
  }

  get componentRows(): readonly ComponentRow[] {
    return [...this.rows.components.values()];
  }

  /** The project as its files say it is. */
  get view(): ProjectView {
    return this.index;
  }

  endpointRowsOf(componentId: number): readonly EndpointRow[] {
    return this.rows.endpoints.get(componentId) ?? [];
  }

  /**
   * Brings memory and tables to what is on disk now. `changed`: the only files that may be otherwise than at the
   * scan before, if there was one. When it fails, load anew.
   */
  async scan(release: string | null, changed: readonly string[] | null = null): Promise<void> {
    const { root, worker, files: known, isWritten } = this;
    const only = isWritten ? changed : null;
    const read = await readProject({ root, release, worker, known, changed: only });
    if (isWritten && this.isSettled(read) && isSame(read.files, known)) return;
    const before = isWritten ? this.made : new Map<string, ProjectComponent>();
    this.take(read);
    this.isWritten = false;
    await this.store(known, before);
    this.isWritten = true;
  }

  private async store(
    files: ReadonlyMap<string, KnownFile>,
    before: ReadonlyMap<string, ProjectComponent>,
  ): Promise<void> {
    const { projectId } = this;
    const { store, events } = this.platform;
    const gone = [...this.rows.components.values()].filter((row) => !this.files.has(row.file_path));
    const now = this.platform.now().toISOString();
    const { wanted, seen } = this.compare(files, before, now);
    if (gone.length + wanted.length === 0) return;
    this.rows = await store.write(async (tx) => {
      await this.repository.delete(
        tx,
        gone.map(({ id }) => id),
      );
      const written = await this.write(tx, wanted);
      await this.history.add(
        tx,
        now,
        written.filter((row) => this.isOtherwise(row)),
        ({ file_path: path }) => !this.rows.components.has(path),
      );
      const changed = gone.length + seen;
      if (changed > 0)
        await events.append(tx, {
          ...{ type: 'components_changed', projectId, id: projectId, changed },
          components: gone.length > 0 ? null : this.idsOtherwise(before),
        });
      const ids = written.map(({ id }) => id);
      return rowsAfter(this.rows, gone, written, await this.repository.endpointsOf(tx, ids));
    });
  }

  private take(read: ReadProject): void {
    const { index } = this;
    const { files, configuration } = read;
    const known = this.isSettled(read) ? this.knownComponents() : undefined;
    for (const path of this.files.keys()) if (!files.has(path)) index.remove(path);
    for (const [path, { facts }] of files)
      if (this.files.get(path)?.facts !== facts) index.setPage(facts.summary);
    if (configuration !== null) index.setText(configurationFile, configuration);
    else index.remove(configurationFile);
    this.files = files;
    this.configuration = configuration;
    const facts = [...files.values()].map((file) => file.facts);
    this.made = componentsOf(facts, index, known);
  }

  /** Whether files are where they were, and mean there what they meant. */
  private isSettled({ files, configuration }: ReadProject): boolean {
    if (configuration !== this.configuration || files.size !== this.files.size) return false;
    for (const path of files.keys()) if (!this.files.has(path)) return false;
    return true;
  }

  private knownComponents(): Map<PageFacts, ProjectComponent> {
    const known = new Map<PageFacts, ProjectComponent>();
    for (const [path, { facts }] of this.files) {
      const component = this.made.get(path);
      if (component) known.set(facts, component);
    }
    return known;
  }

  /**
   * The rows that are to be written, and how many of them say something else than before. Rows are right of files
   * that are the same as in `files` with the same component as in `before`.
   */
  private compare(
    files: ReadonlyMap<string, KnownFile>,
    before: ReadonlyMap<string, ProjectComponent>,
    now: string,
  ): { readonly wanted: readonly NewComponent[]; readonly seen: number } {
    const wanted: NewComponent[] = [];
    let seen = 0;
    for (const [path, component] of this.made) {
      const file = this.files.get(path);
      if (!file || (before.get(path) === component && files.get(path) === file)) continue;
      const old = this.rows.components.get(path);
      const row = componentRow(this.projectId, component, file, old, now);
      const difference = old ? differenceOf(old, row) : 'seen';
      const isSeen =
        difference === 'seen' || (old !== undefined && this.hasOtherEndpoints(old.id, component));
      if (isSeen) seen += 1;
      if (isSeen || difference === 'unseen') wanted.push(row);
    }
    return { wanted, seen };
  }

  /** The ids of components that are another than in `before`; null where one is new, or they are many. */
  private idsOtherwise(before: ReadonlyMap<string, ProjectComponent>): number[] | null {
    const ids: number[] = [];
    for (const [path, component] of this.made) {
      if (before.get(path) === component) continue;
      const id = this.rows.components.get(path)?.id;
      if (id === undefined || ids.length === fewComponents) return null;
      ids.push(id);
    }
    return ids;
  }

  /** Whether the state of a component is another than its row had, or it is new. */
  private isOtherwise({ file_path: path, status, error_message: message }: ComponentRow): boolean {
    const old = this.rows.components.get(path);
    return old?.status !== status || old.error_message !== message;
  }

  private hasOtherEndpoints(id: number, component: ProjectComponent): boolean {
    const changes = this.endpointsOf(id, component);
    return changes.insert.length + changes.update.length + changes.delete.length > 0;
  }

  private endpointsOf(
    id: number,
    { endpoints }: ProjectComponent,
  ): ReturnType<typeof endpointChanges> {
    const rows = endpoints.map((endpoint) => endpointRow(this.projectId, id, endpoint));
    return endpointChanges(this.endpointRowsOf(id), rows);
  }

  private async write(tx: Tx, rows: readonly NewComponent[]): Promise<ComponentRow[]> {
    const fresh = rows.filter((row) => !this.rows.components.has(row.file_path));
    const ids = await this.repository.insert(tx, fresh);
    const written: ComponentRow[] = [];
    const inserts = [];
    for (const row of rows) {
      const component = this.made.get(row.file_path);
      const old = this.rows.components.get(row.file_path);
      const id = old?.id ?? ids.get(row.file_path);
      if (!component || id === undefined) continue;
      if (old) await this.repository.update(tx, id, row);
      const { insert, update, delete: gone } = this.endpointsOf(id, component);
      inserts.push(...insert);
      for (const one of update) await this.repository.updateEndpoint(tx, one.id, one.row);
      await this.repository.deleteEndpoints(tx, gone);
      written.push({ ...row, id });
    }
    await this.repository.insertEndpoints(tx, inserts);
    return written;
  }

  private async readRows(
    db: Parameters<ComponentRepository['components']>[0],
  ): Promise<StoredRows> {
    const components = await this.repository.components(db, this.projectId);
    const endpoints = await this.repository.endpoints(db, this.projectId);
    return rowsAfter({ components: new Map(), endpoints: new Map() }, [], components, endpoints);
  }
}

function isSame(a: ReadonlyMap<string, KnownFile>, b: ReadonlyMap<string, KnownFile>): boolean {
  if (a.size !== b.size) return false;
  for (const [path, file] of a) if (b.get(path) !== file) return false;
  return true;
}

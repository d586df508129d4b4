import { componentsOf, type ProjectComponent } from '../../language/components/componentsOf.js';
import { ProjectIndex } from '../../language/project/projectIndex.js';
import { configurationFile } from '../../language/project/roles.js';
import type { Platform } from '../platform/feature.js';
import type { Tx } from '../platform/store/store.js';
import {
  ComponentRepository,
  type ComponentRow,
  type EndpointRow,
  type NewComponent,
} from './componentRepository.js';
import { factsIn, noFacts, readProject, textOf, type KnownFile } from './readProject.js';
import {
  componentRow,
  differenceOf,
  endpointChanges,
  endpointRow,
  type StoredRows,
} from './scanRows.js';

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

  constructor(
    private readonly platform: Pick<Platform, 'store' | 'events' | 'now'>,
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
    this.take(files, await textOf(this.root, configurationFile));
  }

  get components(): ReadonlyMap<string, ProjectComponent> {
    return this.made;
  }

  get componentRows(): readonly ComponentRow[] {
    return [...this.rows.components.values()];
  }

  endpointRowsOf(componentId: number): readonly EndpointRow[] {
    return this.rows.endpoints.get(componentId) ?? [];
  }

  /** Brings memory and tables to what is on disk now. When it fails, load anew. */
  async scan(release: string | null): Promise<void> {
    const { configuration, files } = await readProject(this.root, release, this.files);
    if (this.isWritten && configuration === this.configuration && isSame(files, this.files)) return;
    this.isWritten = false;
    this.take(files, configuration);
    await this.store();
    this.isWritten = true;
  }

  private async store(): Promise<void> {
    const { files } = this;
    const { store, events } = this.platform;
    const gone = [...this.rows.components.values()].filter((row) => !files.has(row.file_path));
    const { seen, unseen, wanted } = this.compare();
    if (gone.length + seen.size + unseen.size === 0) return;
    const { projectId } = this;
    this.rows = await store.write(async (tx) => {
      await this.repository.delete(
        tx,
        gone.map(({ id }) => id),
      );
      await this.write(tx, wanted, new Set([...seen, ...unseen]));
      const changed = gone.length + seen.size;
      if (changed > 0)
        await events.append(tx, { type: 'components_changed', projectId, id: projectId, changed });
      return this.readRows(tx);
    });
  }

  private take(files: ReadonlyMap<string, KnownFile>, configuration: string | null): void {
    const { index } = this;
    for (const path of this.files.keys()) if (!files.has(path)) index.remove(path);
    for (const [path, { facts }] of files)
      if (this.files.get(path)?.facts !== facts) index.setPage(facts.summary);
    if (configuration !== null) index.setText(configurationFile, configuration);
    else index.remove(configurationFile);
    this.files = files;
    this.configuration = configuration;
    const facts = [...files.values()].map((file) => file.facts);
    this.made = componentsOf(facts, index);
  }

  /** The wanted row of each component, and which of them differ from the table's, seen or not. */
  private compare(): {
    readonly wanted: ReadonlyMap<string, NewComponent>;
    readonly seen: ReadonlySet<string>;
    readonly unseen: ReadonlySet<string>;
  } {
    const now = this.platform.now().toISOString();
    const wanted = new Map<string, NewComponent>();
    const seen = new Set<string>();
    const unseen = new Set<string>();
    for (const [path, component] of this.made) {
      const file = this.files.get(path);
      if (!file) continue;
      const old = this.rows.components.get(path);
      const row = componentRow(this.projectId, component, file, old, now);
      wanted.set(path, row);
      const difference = old ? differenceOf(old, row) : 'seen';
      if (difference === 'seen' || (old && this.hasOtherEndpoints(old.id, component)))
        seen.add(path);
      else if (difference === 'unseen') unseen.add(path);
    }
    return { wanted, seen, unseen };
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

  private async write(
    tx: Tx,
    wanted: ReadonlyMap<string, NewComponent>,
    changed: ReadonlySet<string>,
  ): Promise<void> {
    const rows = [...changed].flatMap((path) => wanted.get(path) ?? []);
    const fresh = rows.filter((row) => !this.rows.components.has(row.file_path));
    const ids = await this.repository.insert(tx, fresh);
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
    }
    await this.repository.insertEndpoints(tx, inserts);
  }

  private async readRows(
    db: Parameters<ComponentRepository['components']>[0],
  ): Promise<StoredRows> {
    const components = await this.repository.components(db, this.projectId);
    const endpoints = new Map<number, EndpointRow[]>();
    for (const row of await this.repository.endpoints(db, this.projectId)) {
      if (row.component_id === null) continue;
      const known = endpoints.get(row.component_id);
      if (known) known.push(row);
      else endpoints.set(row.component_id, [row]);
    }
    return { components: new Map(components.map((row) => [row.file_path, row])), endpoints };
  }
}

function isSame(a: ReadonlyMap<string, KnownFile>, b: ReadonlyMap<string, KnownFile>): boolean {
  if (a.size !== b.size) return false;
  for (const [path, file] of a) if (b.get(path) !== file) return false;
  return true;
}

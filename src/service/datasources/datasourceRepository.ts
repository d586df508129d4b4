import type { Insertable, Updateable } from 'kysely';
import type { EventLog } from '../platform/events/eventLog.js';
import type { DatasourceTable } from '../platform/store/schema.js';
import type { Db, Tx } from '../platform/store/store.js';
import { datasourceRows, type DatasourceRow } from './datasourceRows.js';

export type DatasourceChange = Omit<Updateable<DatasourceTable>, 'id' | 'version' | 'created_at'>;

const ofState = [
  'status',
  'health_status',
  'setup_status',
  'error',
  'job_id',
  'started_at',
] as const;

/** The rows of datasources; each change that someone can see puts its event into the same transaction. */
export class DatasourceRepository {
  constructor(
    private readonly events: EventLog,
    private readonly now: () => Date,
  ) {}

  async insert(
    tx: Tx,
    row: Omit<Insertable<DatasourceTable>, 'version' | 'created_at' | 'updated_at'>,
  ): Promise<number> {
    const at = this.now().toISOString();
    const { id } = await tx
      .insertInto('datasource')
      .values({ ...row, version: 1, created_at: at, updated_at: at })
      .returning('id')
      .executeTakeFirstOrThrow();
    const projectId = row.project_id;
    await this.events.append(tx, { type: 'datasource_created', projectId, id, version: 1 });
    return id;
  }

  /** Writes what differs and tells it; what changes nothing has no version and no event. */
  async update(tx: Tx, id: number, change: DatasourceChange): Promise<DatasourceRow | undefined> {
    const before = await this.find(tx, id);
    if (!before) return undefined;
    const known: Readonly<Record<string, unknown>> = { ...before };
    const keys = Object.keys(change).filter(
      (key) => known[key] !== (change as Readonly<Record<string, unknown>>)[key],
    );
    if (keys.length === 0) return before;
    await tx
      .updateTable('datasource')
      .set({ ...change, version: before.version + 1, updated_at: this.now().toISOString() })
      .where('id', '=', id)
      .execute();
    const row = await this.find(tx, id);
    if (!row) return undefined;
    const { version, project_id: projectId } = row;
    const isState = keys.every((key) => (ofState as readonly string[]).includes(key));
    await this.events.append(
      tx,
      isState
        ? {
            ...{ type: 'datasource_status_changed', projectId, id, version, status: row.status },
            ...{ healthStatus: row.health_status, setupStatus: row.setup_status },
          }
        : { type: 'datasource_updated', projectId, id, version },
    );
    return row;
  }

  async delete(tx: Tx, { id, project_id: projectId }: DatasourceRow): Promise<void> {
    await tx.deleteFrom('datasource').where('id', '=', id).execute();
    await this.events.append(tx, { type: 'datasource_deleted', projectId, id });
  }

  find(db: Db | Tx, id: number): Promise<DatasourceRow | undefined> {
    return datasourceRows(db).where('datasource.id', '=', id).executeTakeFirst();
  }

  ofProject(db: Db | Tx, projectId: number): Promise<DatasourceRow[]> {
    return datasourceRows(db).where('datasource.project_id', '=', projectId).execute();
  }

  /** Whatever their project. */
  named(db: Db | Tx, name: string): Promise<DatasourceRow[]> {
    return datasourceRows(db).where('datasource.name', '=', name).execute();
  }

  all(db: Db | Tx): Promise<DatasourceRow[]> {
    return datasourceRows(db).execute();
  }

  /** Ports that containers of ours have, or will have. */
  async reservedPorts(db: Db | Tx): Promise<Set<number>> {
    const rows = await db
      .selectFrom('datasource')
      .select('port')
      .where('connection_type', '=', 'docker')
      .where('port', 'is not', null)
      .execute();
    return new Set(rows.flatMap(({ port }) => (port === null ? [] : [port])));
  }
}

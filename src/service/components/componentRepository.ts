import type { Selectable } from 'kysely';
import type { ComponentTable, EndpointTable } from '../platform/store/schema.js';
import type { Db, Tx } from '../platform/store/store.js';

export type ComponentRow = Selectable<ComponentTable>;
export type EndpointRow = Selectable<EndpointTable>;
export type NewComponent = Omit<ComponentRow, 'id'>;
export type NewEndpoint = Omit<EndpointRow, 'id'>;

/** Rows that go in one statement: SQLite binds 32,766 values at most. */
const together = 500;

/** The rows of components and endpoints. */
export class ComponentRepository {
  components(db: Db | Tx, projectId: number): Promise<ComponentRow[]> {
    return db
      .selectFrom('component')
      .select(['id', 'project_id', 'name', 'file_path', 'status', 'error_message'])
      .select(['last_compiled', 'file_state', 'facts'])
      .where('project_id', '=', projectId)
      .orderBy('file_path')
      .execute();
  }

  endpoints(db: Db | Tx, projectId: number): Promise<EndpointRow[]> {
    return db
      .selectFrom('endpoint')
      .select(['id', 'project_id', 'component_id', 'method', 'path', 'function_name'])
      .select(['description', 'params', 'guard'])
      .where('project_id', '=', projectId)
      .orderBy('path')
      .orderBy('method')
      .orderBy('id')
      .execute();
  }

  /** The endpoints of some components. */
  async endpointsOf(tx: Tx, components: readonly number[]): Promise<EndpointRow[]> {
    const rows: EndpointRow[] = [];
    for (let at = 0; at < components.length; at += together) {
      const found = tx
        .selectFrom('endpoint')
        .select(['id', 'project_id', 'component_id', 'method', 'path', 'function_name'])
        .select(['description', 'params', 'guard'])
        .where('component_id', 'in', components.slice(at, at + together))
        .orderBy('id');
      rows.push(...(await found.execute()));
    }
    return rows;
  }

  /** Inserts new components and answers their ids by path. */
  async insert(tx: Tx, rows: readonly NewComponent[]): Promise<Map<string, number>> {
    const ids = new Map<string, number>();
    for (let at = 0; at < rows.length; at += together) {
      const made = await tx
        .insertInto('component')
        .values(rows.slice(at, at + together))
        .returning(['id', 'file_path'])
        .execute();
      for (const { id, file_path } of made) ids.set(file_path, id);
    }
    return ids;
  }

  async update(tx: Tx, id: number, row: NewComponent): Promise<void> {
    await tx.updateTable('component').set(row).where('id', '=', id).execute();
  }

  /** Deletes components with their endpoints and states. */
  async delete(tx: Tx, ids: readonly number[]): Promise<void> {
    for (let at = 0; at < ids.length; at += together) {
      const some = ids.slice(at, at + together);
      await tx.deleteFrom('endpoint').where('component_id', 'in', some).execute();
      await tx.deleteFrom('component_state').where('component_id', 'in', some).execute();
      await tx.deleteFrom('component').where('id', 'in', some).execute();
    }
  }

  async insertEndpoints(tx: Tx, rows: readonly NewEndpoint[]): Promise<void> {
    for (let at = 0; at < rows.length; at += together)
      await tx
        .insertInto('endpoint')
        .values(rows.slice(at, at + together))
        .execute();
  }

  async updateEndpoint(tx: Tx, id: number, row: NewEndpoint): Promise<void> {
    await tx.updateTable('endpoint').set(row).where('id', '=', id).execute();
  }

  async deleteEndpoints(tx: Tx, ids: readonly number[]): Promise<void> {
    for (let at = 0; at < ids.length; at += together)
      await tx
        .deleteFrom('endpoint')
        .where('id', 'in', ids.slice(at, at + together))
        .execute();
  }
}

import type { Insertable, Selectable, Updateable } from 'kysely';
import type { ProjectStatus } from '../../protocol/projects.js';
import type { ProjectTable } from '../platform/store/schema.js';
import type { Db, Tx } from '../platform/store/store.js';

const columns = [
  'id',
  'name',
  'description',
  'status',
  'root_path',
  'folder_identity',
  'interpreter',
  'interpreter_source',
  'framework_version',
  'deleted_at',
  'version',
  'created_at',
  'updated_at',
] as const;

export type ProjectRow = Selectable<ProjectTable>;
export type ProjectChange = Omit<Updateable<ProjectTable>, 'id' | 'version' | 'created_at'>;

/** The rows of projects. Deleted ones stay in the table and are seen only where the name says so. */
export class ProjectRepository {
  living(db: Db | Tx, status?: ProjectStatus): Promise<ProjectRow[]> {
    let query = db.selectFrom('project').select(columns).where('deleted_at', 'is', null);
    if (status) query = query.where('status', '=', status);
    return query.orderBy('id').execute();
  }

  find(db: Db | Tx, id: number): Promise<ProjectRow | undefined> {
    return db
      .selectFrom('project')
      .select(columns)
      .where('id', '=', id)
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
  }

  /** Living and deleted projects at a path or with a folder's identity, newest deletion first. */
  ofFolder(db: Db | Tx, folder: { path: string; identity: string | null }): Promise<ProjectRow[]> {
    return db
      .selectFrom('project')
      .select(columns)
      .where((eb) =>
        eb.or([
          eb('root_path', '=', folder.path),
          ...(folder.identity === null ? [] : [eb('folder_identity', '=', folder.identity)]),
        ]),
      )
      .orderBy('deleted_at', 'desc')
      .orderBy('id', 'desc')
      .execute();
  }

  async nameTaken(db: Db | Tx, name: string, exceptId?: number): Promise<boolean> {
    let query = db
      .selectFrom('project')
      .select('id')
      .where('name', '=', name)
      .where('deleted_at', 'is', null);
    if (exceptId !== undefined) query = query.where('id', '<>', exceptId);
    return (await query.executeTakeFirst()) !== undefined;
  }

  insert(tx: Tx, row: Omit<Insertable<ProjectTable>, 'version'>): Promise<ProjectRow> {
    return tx
      .insertInto('project')
      .values({ ...row, version: 1 })
      .returning(columns)
      .executeTakeFirstOrThrow();
  }

  /** Writes `change` and counts the version up. */
  update(tx: Tx, id: number, change: ProjectChange): Promise<ProjectRow> {
    return tx
      .updateTable('project')
      .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .returning(columns)
      .executeTakeFirstOrThrow();
  }

  /** Remembers which folder stands at the path now: no change anyone sees, so no new version. */
  async rememberIdentity(tx: Tx, id: number, identity: string): Promise<void> {
    await tx
      .updateTable('project')
      .set({ folder_identity: identity })
      .where('id', '=', id)
      .execute();
  }
}

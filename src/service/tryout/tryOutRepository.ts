import type { TryOutEntry } from '../../protocol/tryout.js';
import type { Db, Tx } from '../platform/store/store.js';

/** So many entries are kept of a project: the newest. */
export const entriesKept = 50;

/** The history of requests that were tried out. */
export class TryOutRepository {
  async add(
    tx: Tx,
    project_id: number,
    at: string,
    entry: Omit<TryOutEntry, 'id' | 'at'>,
  ): Promise<number> {
    const { id } = await tx
      .insertInto('try_out')
      .values({ project_id, at, entry: JSON.stringify(entry) })
      .returning('id')
      .executeTakeFirstOrThrow();
    const oldest = await tx
      .selectFrom('try_out')
      .select('id')
      .where('project_id', '=', project_id)
      .orderBy('id', 'desc')
      .offset(entriesKept)
      .limit(1)
      .executeTakeFirst();
    if (oldest)
      await tx
        .deleteFrom('try_out')
        .where('project_id', '=', project_id)
        .where('id', '<=', oldest.id)
        .execute();
    return id;
  }

  /** The newest first. */
  async list(db: Db, projectId: number): Promise<TryOutEntry[]> {
    const rows = await db
      .selectFrom('try_out')
      .select(['id', 'at', 'entry'])
      .where('project_id', '=', projectId)
      .orderBy('id', 'desc')
      .execute();
    return rows.map(({ id, at, entry }) => ({
      ...(JSON.parse(entry) as Omit<TryOutEntry, 'id' | 'at'>),
      ...{ id, at },
    }));
  }

  async clear(tx: Tx, projectId: number): Promise<void> {
    await tx.deleteFrom('try_out').where('project_id', '=', projectId).execute();
  }
}

import type { TryOutEntry } from '../../protocol/tryout.js';
import type { EventLog } from '../platform/events/eventLog.js';
import type { Db, Tx } from '../platform/store/store.js';

/** So many entries are kept of a project: the newest. */
export const entriesKept = 50;

/** The history of requests that were tried out: every change of it and its event, in the caller's transaction. */
export class TryOutRepository {
  constructor(private readonly events: EventLog) {}

  /** Answers the id of the entry; null where the project was deleted while the request was under way. */
  async add(
    tx: Tx,
    project_id: number,
    at: string,
    entry: Omit<TryOutEntry, 'id' | 'at'>,
  ): Promise<number | null> {
    const living = await tx
      .selectFrom('project')
      .select('id')
      .where('id', '=', project_id)
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
    if (!living) return null;
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
    await this.tell(tx, project_id);
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
      // Entries of a time when functions could not be called.
      ...{ function: null, failed: false },
      ...(JSON.parse(entry) as Omit<TryOutEntry, 'id' | 'at'>),
      ...{ id, at },
    }));
  }

  async clear(tx: Tx, projectId: number): Promise<void> {
    await tx.deleteFrom('try_out').where('project_id', '=', projectId).execute();
    await this.tell(tx, projectId);
  }

  private tell(tx: Tx, projectId: number): Promise<void> {
    return this.events.append(tx, { type: 'try_outs_changed', projectId, id: projectId });
  }
}

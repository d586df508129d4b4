import type { Selectable } from 'kysely';
import type { EventLog } from '../../platform/events/eventLog.js';
import type { PreparedVolumeTable } from '../../platform/store/schema.js';
import type { Db, Tx } from '../../platform/store/store.js';
import { isSet, removeSetting, setSetting } from '../datasourceSettings.js';

export type PreparedRow = Selectable<PreparedVolumeTable>;
export type NewPreparedRow = Omit<PreparedRow, 'id' | 'owner' | 'state' | 'created_at'>;

const setting = 'prepared-volumes';

/** Volumes that wait for a datasource, and whether there are to be any; each change is told. */
export class PreparedRepository {
  constructor(
    private readonly events: EventLog,
    private readonly now: () => Date,
    private readonly owner: string,
  ) {}

  isOn(db: Db | Tx): Promise<boolean> {
    return isSet(db, setting);
  }

  async switch(tx: Tx, enabled: boolean): Promise<void> {
    await (enabled ? setSetting(tx, setting) : removeSetting(tx, setting));
    await this.tell(tx);
  }

  /** Newest last. */
  all(db: Db | Tx): Promise<PreparedRow[]> {
    const query = db.selectFrom('prepared_volume').selectAll().where('owner', '=', this.owner);
    return query.orderBy('id').execute();
  }

  /** Noted before there is anything in the engine: what a kill leaves there is found by it. */
  async insert(tx: Tx, row: NewPreparedRow): Promise<PreparedRow> {
    const created_at = this.now().toISOString();
    const inserted = await tx
      .insertInto('prepared_volume')
      .values({ ...row, owner: this.owner, state: 'preparing', created_at })
      .returningAll()
      .executeTakeFirstOrThrow();
    await this.tell(tx);
    return inserted;
  }

  async ready(tx: Tx, id: number): Promise<void> {
    const update = tx.updateTable('prepared_volume').set({ state: 'ready' });
    await update.where('id', '=', id).execute();
    await this.tell(tx);
  }

  /** For a datasource. Answers whether it still waited: of two that take the same, one has it. */
  async take(tx: Tx, id: number): Promise<boolean> {
    const deletion = tx.deleteFrom('prepared_volume').where('id', '=', id);
    const { numDeletedRows } = await deletion
      .where('state', '=', 'ready')
      .executeTakeFirstOrThrow();
    if (numDeletedRows > 0n) await this.tell(tx);
    return numDeletedRows > 0n;
  }

  /** Nobody takes it from here on. Answers whether it still waited. */
  async withdraw(tx: Tx, id: number): Promise<boolean> {
    const update = tx.updateTable('prepared_volume').set({ state: 'preparing' });
    const { numUpdatedRows } = await update
      .where('id', '=', id)
      .where('state', '=', 'ready')
      .executeTakeFirstOrThrow();
    return numUpdatedRows > 0n;
  }

  /** Once nothing of it is in the engine any more. */
  async delete(tx: Tx, id: number): Promise<void> {
    await tx.deleteFrom('prepared_volume').where('id', '=', id).execute();
    await this.tell(tx);
  }

  private async tell(tx: Tx): Promise<void> {
    const enabled = await this.isOn(tx);
    await this.events.append(tx, { type: 'prepared_volumes_changed', projectId: null, enabled });
  }
}

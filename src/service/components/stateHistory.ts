import type { Selectable } from 'kysely';
import type { ComponentStateTable } from '../platform/store/schema.js';
import type { Db, Tx } from '../platform/store/store.js';
import type { ComponentRow } from './componentRepository.js';

export type StateRow = Pick<
  Selectable<ComponentStateTable>,
  'id' | 'at' | 'status' | 'error_message'
>;

/** So many states are kept of a component: the newest. */
export const statesKept = 50;
/** Rows that go in one statement: SQLite binds 32,766 values at most. */
const together = 500;

/** The states of components, one row each time a state became another one. */
export class StateHistory {
  /** The newest first. */
  of(db: Db | Tx, componentId: number): Promise<StateRow[]> {
    return db
      .selectFrom('component_state')
      .select(['id', 'at', 'status', 'error_message'])
      .where('component_id', '=', componentId)
      .orderBy('id', 'desc')
      .execute();
  }

  /**
   * Adds the states of components as they are since `at`, and lets go of the oldest. `isNew`: whether a component has
   * none yet.
   */
  async add(
    tx: Tx,
    at: string,
    rows: readonly ComponentRow[],
    isNew: (row: ComponentRow) => boolean,
  ): Promise<void> {
    for (let from = 0; from < rows.length; from += together) {
      const some = rows.slice(from, from + together);
      const states = some.map(({ id, status, error_message }) => ({
        ...{ component_id: id, at },
        ...{ status, error_message },
      }));
      await tx.insertInto('component_state').values(states).execute();
      const older = some.filter((row) => !isNew(row)).map(({ id }) => id);
      if (older.length > 0) await this.thin(tx, older);
    }
  }

  private async thin(tx: Tx, componentIds: readonly number[]): Promise<void> {
    const full = await tx
      .selectFrom('component_state')
      .select('component_id')
      .where('component_id', 'in', componentIds)
      .groupBy('component_id')
      .having((select) => select.fn.countAll(), '>', statesKept)
      .execute();
    for (const { component_id: id } of full) {
      const oldest = (await this.of(tx, id))[statesKept - 1];
      if (oldest === undefined) continue;
      await tx
        .deleteFrom('component_state')
        .where('component_id', '=', id)
        .where('id', '<', oldest.id)
        .execute();
    }
  }
}

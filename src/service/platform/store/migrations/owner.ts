import { sql, type Kysely } from 'kysely';
import type { Database } from '../schema.js';

/**
 * The epoch's row. It is no part of the versioned schema: which owner writes is known before
 * the first migration runs and after the last is taken down.
 */
interface WithOwner {
  store_owner: { id: number; epoch: number };
}

/** Notes `epoch` as the current one. */
export async function noteEpoch(db: Kysely<Database>, epoch: number): Promise<void> {
  const owned = db as unknown as Kysely<WithOwner>;
  await createOwner(owned);
  await owned
    .insertInto('store_owner')
    .values({ id: 1, epoch })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ epoch }))
    .execute();
}

/** Counts the epoch up in one statement and answers it. */
export async function nextEpoch(db: Kysely<Database>): Promise<number> {
  const owned = db as unknown as Kysely<WithOwner>;
  await createOwner(owned);
  const row = await owned
    .insertInto('store_owner')
    .values({ id: 1, epoch: 1 })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ epoch: sql<number>`store_owner.epoch + 1` }),
    )
    .returning('epoch')
    .executeTakeFirstOrThrow();
  return row.epoch;
}

async function createOwner(db: Kysely<WithOwner>): Promise<void> {
  await db.schema
    .createTable('store_owner')
    .ifNotExists()
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('epoch', 'integer', (c) => c.notNull())
    .execute();
}

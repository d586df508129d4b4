import type { Db, Tx } from '../platform/store/store.js';

/** Whether it is set, with or without a value. */
export async function isSet(db: Db | Tx, name: string): Promise<boolean> {
  const query = db.selectFrom('datasource_setting').select('name').where('name', '=', name);
  return (await query.executeTakeFirst()) !== undefined;
}

/** Its value; null where it has none or is not set. */
export async function settingOf(db: Db | Tx, name: string): Promise<string | null> {
  const query = db.selectFrom('datasource_setting').select('value').where('name', '=', name);
  return (await query.executeTakeFirst())?.value ?? null;
}

/** Sets it, whatever it was. A switch that is on has no value. */
export async function setSetting(tx: Tx, name: string, value: string | null = null): Promise<void> {
  await removeSetting(tx, name);
  await tx.insertInto('datasource_setting').values({ name, value }).execute();
}

export async function removeSetting(tx: Tx, name: string): Promise<void> {
  await tx.deleteFrom('datasource_setting').where('name', '=', name).execute();
}

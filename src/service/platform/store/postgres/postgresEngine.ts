import { Kysely, PostgresDialect, type NoMigrations } from 'kysely';
import pg from 'pg';
import { CommitListeners } from '../commitListeners.js';
import { ExclusiveLock } from '../exclusiveLock.js';
import { assertKnownSchema, migrate } from '../migrations/migrate.js';
import { nextEpoch } from '../migrations/owner.js';
import type { Database } from '../schema.js';
import type { OpenStoreOptions, Store } from '../store.js';
import { StoreUnavailableError } from '../storeErrors.js';
import { UseScope } from '../useScope.js';
import { holdOwnership } from './ownership.js';
import { PostgresStore } from './postgresStore.js';

/** What tests set differently. */
export interface PostgresSettings {
  readonly migrateTo?: string | NoMigrations;
  readonly holdLimitMs?: number;
}

/** Whole numbers come as numbers: ids and counts stay far below 2^53. */
const types = {
  getTypeParser: (...[oid, format]: Parameters<typeof pg.types.getTypeParser>): unknown =>
    oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format),
};

/**
 * Opens the store on a PostgreSQL server: becomes its one owner, migrates, counts up the epoch.
 * @throws StoreUnavailableError when the server cannot be reached, has an owner or a newer schema.
 */
export async function openPostgresStore(
  options: OpenStoreOptions & { readonly postgresUrl: string },
  settings: PostgresSettings = {},
): Promise<Store> {
  const location = withoutPassword(options.postgresUrl);
  const client = new pg.Client({ connectionString: options.postgresUrl, keepAlive: true });
  const ownership = await holdOwnership(client, location, options.onFatal);
  const pool = new pg.Pool({ connectionString: options.postgresUrl, max: 8, types });
  // A connection that dies while idle is replaced at the next use.
  pool.on('error', () => undefined);
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  try {
    await assertKnownSchema(db, 'postgres');
    await migrate(db, 'postgres', settings.migrateTo);
    const epoch = await nextEpoch(db);
    return new PostgresStore({
      location,
      epoch,
      db,
      ownership,
      lock: new ExclusiveLock(settings.holdLimitMs ?? 5_000, () => 'a write'),
      scope: new UseScope(),
      listeners: new CommitListeners(),
    });
  } catch (error) {
    await db.destroy();
    await ownership.release();
    if (error instanceof StoreUnavailableError) throw error;
    throw new StoreUnavailableError(`The store on ${location} cannot be opened.`, undefined, {
      cause: error,
    });
  }
}

/** The URL as it may be shown. */
export function withoutPassword(url: string): string {
  const shown = new URL(url);
  shown.password = '';
  for (const secret of ['password', 'sslpassword']) shown.searchParams.delete(secret);
  return shown.toString();
}

import { Migrator, type Kysely, type Migration, type NoMigrations } from 'kysely';
import type { Database } from '../schema.js';
import type { StoreEngine } from '../store.js';
import { StoreUnavailableError } from '../storeErrors.js';
import { engineProfile } from './engineProfile.js';
import { m0001Models } from './m0001Models.js';
import { m0002EventsAndJobs } from './m0002EventsAndJobs.js';
import { m0003Frameworks } from './m0003Frameworks.js';
import { m0004Scans } from './m0004Scans.js';
import { m0005Tests } from './m0005Tests.js';
import { m0006ComponentStates } from './m0006ComponentStates.js';
import { m0007TestTraces } from './m0007TestTraces.js';
import { m0008Datasources } from './m0008Datasources.js';
import { m0009Secrets } from './m0009Secrets.js';
import { m0010Runs } from './m0010Runs.js';
import { m0011TestHistory } from './m0011TestHistory.js';
import { m0012DatasourceSettings } from './m0012DatasourceSettings.js';
import { m0013TryOuts } from './m0013TryOuts.js';
import { m0014PreparedVolumes } from './m0014PreparedVolumes.js';
import { m0015DatasourceSettingValues } from './m0015DatasourceSettingValues.js';
import { m0016Environments } from './m0016Environments.js';

/** Kysely's own book of what has been applied. */
interface WithBook extends Database {
  kysely_migration: { name: string; timestamp: string };
  sqlite_master: { type: string; name: string };
  'information_schema.tables': { table_schema: string; table_name: string };
}

/** Every migration, oldest first. Applied ones are never edited; a change is a new one at the end. */
function migrations(engine: StoreEngine): Record<string, Migration> {
  const profile = engineProfile(engine);
  return {
    '0001-models': m0001Models(profile),
    '0002-events-and-jobs': m0002EventsAndJobs(profile),
    '0003-frameworks': m0003Frameworks(),
    '0004-scans': m0004Scans(),
    '0005-tests': m0005Tests(profile),
    '0006-component-states': m0006ComponentStates(profile),
    '0007-test-traces': m0007TestTraces(profile),
    '0008-datasources': m0008Datasources(profile),
    '0009-secrets': m0009Secrets(profile),
    '0010-runs': m0010Runs(profile),
    '0011-test-history': m0011TestHistory(profile),
    '0012-datasource-settings': m0012DatasourceSettings(),
    '0013-try-outs': m0013TryOuts(profile),
    '0014-prepared-volumes': m0014PreparedVolumes(profile),
    '0015-datasource-setting-values': m0015DatasourceSettingValues(),
    '0016-environments': m0016Environments(profile),
  };
}

async function hasBook(db: Kysely<WithBook>, engine: StoreEngine): Promise<boolean> {
  const found =
    engine === 'sqljs'
      ? await db
          .selectFrom('sqlite_master')
          .select('name')
          .where('type', '=', 'table')
          .where('name', '=', 'kysely_migration')
          .executeTakeFirst()
      : await db
          .selectFrom('information_schema.tables')
          .select('table_name')
          .where('table_name', '=', 'kysely_migration')
          .executeTakeFirst();
  return found !== undefined;
}

/** Names of the applied migrations, oldest first; empty on a fresh store. */
export async function appliedMigrations(
  db: Kysely<Database>,
  engine: StoreEngine,
): Promise<string[]> {
  const book = db as unknown as Kysely<WithBook>;
  if (!(await hasBook(book, engine))) return [];
  const rows = await book.selectFrom('kysely_migration').select('name').orderBy('name').execute();
  return rows.map((row) => row.name);
}

/** @throws StoreUnavailableError when the store was written by a newer version. */
export async function assertKnownSchema(db: Kysely<Database>, engine: StoreEngine): Promise<void> {
  const known = migrations(engine);
  const unknown = (await appliedMigrations(db, engine)).filter((name) => !(name in known));
  if (unknown.length === 0) return;
  throw new StoreUnavailableError(
    `The store was written by a newer version of Quantum Admin (it has ${unknown.join(', ')}).`,
    'Update Quantum Admin, or reload the window if the update is already installed.',
  );
}

/**
 * Brings the schema to `target` (the newest when left out; `NO_MIGRATIONS` takes all of it down),
 * in one transaction. Ask `assertKnownSchema` first.
 */
export async function migrate(
  db: Kysely<Database>,
  engine: StoreEngine,
  target?: string | NoMigrations,
): Promise<void> {
  const known = migrations(engine);
  const applied = await appliedMigrations(db, engine);
  // The usual start: nothing to do, and the migrator's own look around costs milliseconds.
  if (target === undefined && applied.length === Object.keys(known).length) return;
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(known) } });
  const { error } = await (target === undefined
    ? migrator.migrateToLatest()
    : migrator.migrateTo(target));
  if (error !== undefined) {
    throw error instanceof Error ? error : new Error('The migration failed', { cause: error });
  }
}

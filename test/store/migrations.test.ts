import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { NO_MIGRATIONS, type Kysely } from 'kysely';
import { StoreUnavailableError } from '../../src/service/platform/store/storeErrors.js';
import type { Store, Tx } from '../../src/service/platform/store/store.js';
import { engines } from './engines.js';
import {
  addEnvironment,
  addProject,
  at,
  auditEntry,
  dataKey,
  datasource,
  job,
  preparedVolume,
  projectNames,
  testResult,
  testRun,
} from './rows.js';

/** A row in every table. */
async function fill(tx: Tx): Promise<void> {
  const project_id = await addProject(tx, 'full');
  const { id: datasource_id } = await tx
    .insertInto('datasource')
    .values(datasource(project_id, 'main'))
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('migration')
    .values({
      datasource_id,
      version: '1',
      name: 'one',
      sql_content: 'select 1',
      status: 'applied',
    })
    .execute();
  const { id: component_id } = await tx
    .insertInto('component')
    .values({ project_id, name: 'Card', file_path: 'components/Card.q', status: 'ok' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx.insertInto('component_state').values({ component_id, at, status: 'active' }).execute();
  await tx
    .insertInto('endpoint')
    .values({ project_id, component_id, method: 'GET', path: '/' })
    .execute();
  await tx
    .insertInto('event')
    .values({ at, type: 'project_created', project_id, body: '{}' })
    .execute();
  await tx.insertInto('job').values(job('work')).execute();
  const { id: run_id } = await tx
    .insertInto('test_run')
    .values(testRun(project_id))
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx.insertInto('test_result').values(testResult(project_id, run_id)).execute();
  await tx.insertInto('datasource_setting').values({ name: 'serve-by-name' }).execute();
  await tx.insertInto('prepared_volume').values(preparedVolume()).execute();
  await tx.insertInto('data_key').values(dataKey()).execute();
  await tx.insertInto('audit_entry').values(auditEntry()).execute();
  const trace = { everyones: 'a', uses: '{}', covered: '[]' };
  await tx
    .insertInto('test_trace')
    .values({ project_id, test_id: 'a.test.q::one', ...trace })
    .execute();
  const counted = { runs: 1, passed: 1, failed: 0, hollow: 0, duration_ms: 12.5 };
  await tx
    .insertInto('test_day')
    .values({ project_id, suite_name: 'a', day: '2026-01-02', ...counted })
    .execute();
  await addEnvironment(tx, project_id);
  await tx.insertInto('try_out').values({ project_id, at, entry: '{}' }).execute();
}

const tables = [
  'project',
  'datasource',
  'datasource_setting',
  'prepared_volume',
  'migration',
  'component',
  'component_state',
  'endpoint',
  'event',
  'job',
  'test_run',
  'test_result',
  'data_key',
  'audit_entry',
  'test_trace',
  'test_day',
  'try_out',
  'environment',
  'environment_variable',
] as const;

const ofFirstMigration: readonly string[] = [
  'project',
  'datasource',
  'migration',
  'component',
  'endpoint',
];

function counts(store: Store): Promise<number[]> {
  return store.read(async (db) => {
    const found: number[] = [];
    for (const table of tables) {
      const row = await db
        .selectFrom(table)
        .select((select) => select.fn.countAll().as('count'))
        .executeTakeFirstOrThrow();
      found.push(Number(row.count));
    }
    return found;
  });
}

for (const engine of engines) {
  describe(`${engine.name}: migrations`, () => {
    before(() => engine.start());
    after(() => engine.stop());

    it('go down to none and up again with data in every table', async () => {
      const place = await engine.place();
      let store = await place.open();
      await store.write(fill);
      assert.deepEqual(
        await counts(store),
        tables.map(() => 1),
      );
      await store.close();

      store = await place.open({ migrateTo: NO_MIGRATIONS });
      await assert.rejects(store.read(projectNames), 'no table is left');
      await store.close();

      store = await place.open();
      assert.deepEqual(
        await counts(store),
        tables.map(() => 0),
      );
      await store.write(fill);
      assert.deepEqual(
        await counts(store),
        tables.map(() => 1),
      );
      await store.close();
    });

    it('go one step down without touching the data of the other tables', async () => {
      const place = await engine.place();
      let store = await place.open();
      await store.write(fill);
      await store.close();
      store = await place.open({ migrateTo: '0001-models' });
      assert.deepEqual(await store.read(projectNames), ['full']);
      await assert.rejects(store.read((db) => db.selectFrom('job').selectAll().execute()));
      await store.close();
      store = await place.open();
      assert.deepEqual(
        await counts(store),
        tables.map((table) => (ofFirstMigration.includes(table) ? 1 : 0)),
      );
      await store.close();
    });

    it('add the runs there are up by day and suite', async () => {
      const place = await engine.place();
      let store = await place.open({ migrateTo: '0010-runs' });
      await store.write(async (tx) => {
        const project_id = await addProject(tx, 'full');
        for (const completed_at of [at, at, '2026-01-03T00:00:00.000Z', null]) {
          const { id } = await tx
            .insertInto('test_run')
            .values({ ...testRun(project_id), completed_at })
            .returning('id')
            .executeTakeFirstOrThrow();
          await tx.insertInto('test_result').values(testResult(project_id, id)).execute();
        }
      });
      await store.close();
      store = await place.open();
      const days = await store.read((db) =>
        db.selectFrom('test_day').selectAll().orderBy('suite_name').orderBy('day').execute(),
      );
      await store.close();
      assert.deepEqual(
        days.map(({ suite_name, day, runs, passed, failed, duration_ms }) => [
          ...[suite_name, day, runs, passed, failed, duration_ms],
        ]),
        ['', 'a'].flatMap((suite) => [
          [suite, '2026-01-02', 2, 2, 0, 25],
          [suite, '2026-01-03', 1, 1, 0, 12.5],
        ]),
      );
    });

    it('refuse a store that a newer version has written', async () => {
      const place = await engine.place();
      const store = await place.open();
      await store.write((tx) =>
        (tx as unknown as Kysely<{ kysely_migration: object }>)
          .insertInto('kysely_migration')
          .values({ name: '9999-from-the-future', timestamp: at })
          .execute(),
      );
      await store.close();
      for (let attempt = 0; attempt < 2; attempt++) {
        await assert.rejects(
          place.open(),
          (error) =>
            error instanceof StoreUnavailableError && /newer version.*9999/.test(error.detail),
        );
      }
    });
  });
}

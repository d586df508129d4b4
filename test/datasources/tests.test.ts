import assert from 'node:assert/strict';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import pg from 'pg';
import type { TestRunDetail, TestRunStarted } from '../../src/protocol/testRuns.js';
import { root } from '../../scripts/lib/paths.js';
import { frameworkWithDrivers } from '../support/frameworkWithDrivers.js';
import { startDatasources, type DatasourceApp } from './datasourceApp.js';

const kinds = {
  postgresql: { key: 'SERIAL', time: 'TIMESTAMP' },
  mariadb: { key: 'INTEGER AUTO_INCREMENT', time: 'DATETIME' },
} as const;

const page = (datasource: string): string => `<q:component name="Index">
  <q:action name="add">
    <q:param name="text" type="string" required="true" />
    <q:query name="added" datasource="${datasource}">INSERT INTO notes (text, written) VALUES (:text, '2026-02-02')
      <q:param name="text" value="{text}" type="string" />
    </q:query>
    <q:redirect url="/" />
  </q:action>
  <q:query name="notes" datasource="${datasource}">SELECT id, text FROM notes ORDER BY id</q:query>
  <p>{len(notes)} notes</p>
  <ul><q:loop query="notes"><li>{notes.id}: {notes.text}</li></q:loop></ul>
</q:component>
`;
const tests = `<q:test name="what is written is counted">
  <test:given table="notes" id="2" text="one"/>
  <test:visit/>
  <test:expect text="2 notes"/>
  <test:submit action="add" text="two &amp; more"/>
  <test:expect redirect="/"/>
  <test:expect table="notes" where="text LIKE 'two%'" count="1"/>
  <test:expect text="3: two &amp; more"/>
</q:test>
<q:test name="each has a database of its own">
  <test:visit/>
  <test:expect text="1 notes"/>
</q:test>
<q:test name="the server says what it does not know">
  <test:visit/>
  <test:expect table="notes" where="nothing = 1"/>
</q:test>
`;

/** The application on that server, with the framework and its drivers. */
async function application(
  app: DatasourceApp,
  datasource: string,
  { key, time }: (typeof kinds)[keyof typeof kinds],
): Promise<void> {
  const files = {
    'components/index.q': page(datasource),
    'tests/notes.test.q': tests,
    'migrations/V001_notes.sql': `CREATE TABLE notes (id ${key} PRIMARY KEY, text VARCHAR(80) NOT NULL, written ${time} NOT NULL);
INSERT INTO notes (text, written) VALUES ('first', '2026-01-01');
`,
  };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(app.root, file)), { recursive: true });
    await writeFile(path.join(app.root, file), text);
  }
  const environment = path.dirname(path.dirname(await frameworkWithDrivers()));
  await symlink(environment, path.join(app.root, '.venv'));
}

async function ran(app: DatasourceApp): Promise<TestRunDetail> {
  const runs = `/api/projects/${app.project.id}/tests`;
  const { test_run_id } = await app.call<TestRunStarted>('POST', `${runs}/run`, {});
  return app.until(async () => {
    const detail = await app.call<TestRunDetail>('GET', `${runs}/runs/${test_run_id}`);
    return detail.test_run.completedAt === null ? undefined : detail;
  });
}

/** Names of databases on the server, and of tables in the person's own. */
const seenIn = {
  postgresql: async (url: string): Promise<string[]> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      const { rows } = await client.query<{ name: string }>(
        `SELECT datname AS name FROM pg_database WHERE datname LIKE 'quantum_test%'
         UNION ALL SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'`,
      );
      return rows.map(({ name }) => name);
    } finally {
      await client.end();
    }
  },
  mariadb: async (url: string): Promise<string[]> => {
    const connection = await createConnection(url.replace(/^mariadb:/, 'mysql:'));
    try {
      const [rows] = await connection.query<RowDataPacket[]>(
        `SELECT schema_name AS name FROM information_schema.schemata WHERE schema_name LIKE 'quantum_test%'
         UNION ALL SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()`,
      );
      return rows.map((row) => (row as { name: string }).name);
    } finally {
      await connection.end();
    }
  },
};

for (const type of ['postgresql', 'mariadb'] as const) {
  test(`${type}: tests of an application have databases of their own, and its data stays`, async (t) => {
    // Its Python is asked as it stands in the repository.
    const app = await startDatasources(t, { assetsDirectory: root });
    const { id, name } = await app.create({ type });
    await app.ready(id);
    await app.call('POST', `/api/datasources/${id}/use`);
    await application(app, name, kinds[type]);
    const { test_run: run, individual_test_results: results } = await ran(app);
    assert.equal(run.errorMessage, null);
    assert.deepEqual(
      results.map(({ name: one, status, message }) => [one, status, message]),
      [
        ['what is written is counted', 'passed', ''],
        ['each has a database of its own', 'passed', ''],
        [
          'the server says what it does not know',
          'failed',
          `${type === 'postgresql' ? 'column "nothing" does not exist' : "Unknown column 'nothing' in 'WHERE'"} in: SELECT COUNT(*) FROM "notes" WHERE nothing = 1`,
        ],
      ],
    );
    assert.deepEqual(await seenIn[type](await app.url(id)), []);
  });
}

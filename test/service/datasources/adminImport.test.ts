import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { promisify } from 'node:util';
import type { ImportReport } from '../../../src/protocol/datasourceAdoption.js';
import type { Datasource } from '../../../src/protocol/datasources.js';
import { Fernet, generateFernetKey } from '../../../src/service/platform/secrets/fernet.js';
import { quantumPython } from '../../support/pythonEnvironment.js';
import { startTestApp, temporaryFolder, type TestApp } from '../../support/serviceApp.js';

/** The tables of the roadmap, made by SQLite itself. */
const tables = `
CREATE TABLE projects (id INTEGER PRIMARY KEY, name VARCHAR(255) UNIQUE NOT NULL, description TEXT,
  status VARCHAR(50), created_at DATETIME, updated_at DATETIME);
CREATE TABLE datasources (id INTEGER PRIMARY KEY, project_id INTEGER NOT NULL, name VARCHAR(255),
  type VARCHAR(50), connection_type VARCHAR(50), container_id VARCHAR(255), image VARCHAR(255), port INTEGER,
  host VARCHAR(255), database_name VARCHAR(255), username VARCHAR(255), password_encrypted TEXT,
  status VARCHAR(50), health_status VARCHAR(50), setup_status VARCHAR(50), auto_start BOOLEAN,
  created_at DATETIME, updated_at DATETIME);
CREATE TABLE migrations (id INTEGER PRIMARY KEY, datasource_id INTEGER, version VARCHAR(50));
INSERT INTO projects (id, name, description, status) VALUES (7, 'Old shop', 'sells', 'active'), (9, 'Blog', NULL, 'active');
INSERT INTO datasources (project_id, name, type, connection_type, container_id, image, port, host,
  database_name, username, password_encrypted, status, setup_status) VALUES
  (7, 'Old shop db', 'postgres', 'docker', 'abc', 'postgres:16-alpine', 5999, 'localhost', 'quantumdb', 'admin', 'pl4in $ text', 'running', 'ready'),
  (9, 'cache', 'mongodb', 'direct', NULL, NULL, NULL, '127.0.0.1', 'blog', NULL, NULL, 'stopped', 'pending'),
  (9, 'odd', 'cassandra', 'docker', NULL, NULL, 9042, NULL, NULL, NULL, NULL, 'stopped', 'pending');
INSERT INTO migrations (datasource_id, version) VALUES (1, '1');`;

const write = `
import sqlite3, sys
with sqlite3.connect(sys.argv[1]) as db: db.executescript(sys.stdin.read())`;

async function database(file: string, sql: string): Promise<void> {
  const running = promisify(execFile)(await quantumPython(), ['-c', write, file]);
  running.child.stdin?.end(sql);
  await running;
}

async function start(t: TestContext): Promise<{ service: TestApp; folder: string }> {
  const folder = await temporaryFolder(t, 'old-admin');
  return { service: await startTestApp(t), folder };
}

async function call<T>(service: TestApp, url: string, payload?: object, status = 200): Promise<T> {
  const method = payload === undefined ? 'GET' : 'POST';
  const answer = await service.app.inject({
    ...{ method, url, headers: service.authorized },
    ...(payload === undefined ? {} : { payload }),
  });
  assert.equal(answer.statusCode, status, answer.body);
  return answer.json();
}

const passwordOf = async (service: TestApp, id: number | null): Promise<string | null> =>
  (await call<{ password: string | null }>(service, `/api/datasources/${id}/password`, {}))
    .password;

test('a Quantum Admin 1.0: its projects and databases, its plain passwords encrypted; a second time nothing is doubled', async (t) => {
  const { service, folder } = await start(t);
  await database(path.join(folder, 'quantum_admin.db'), tables);
  const report = await call<ImportReport>(service, '/api/imports/quantum-admin', { path: folder });
  assert.deepEqual(
    report.projects.map(({ name, outcome }) => [name, outcome]),
    [
      ['Old shop', 'created'],
      ['Blog', 'created'],
    ],
  );
  assert.deepEqual(
    report.datasources.map(({ name, outcome, reason }) => [name, outcome, reason]),
    [
      ['Old-shop-db', 'created', null],
      ['cache', 'created', null],
      ['odd', 'skipped', 'There is no type “cassandra” here.'],
    ],
  );
  assert.deepEqual(
    report.left.map(({ what, count, names }) => [what, count, names]),
    [['migrations', 1, ['1']]],
  );
  assert.deepEqual(report.datasources[0]?.changed, [
    'Its name was “Old shop db”.',
    'Its type was “postgres”.',
    'It is connected to; its container abc is started and stopped elsewhere.',
  ]);

  const [shop] = report.projects;
  const [one] = await call<Datasource[]>(service, `/api/projects/${shop?.id}/datasources`);
  assert.ok(one);
  const { type, connectionType, host, port, databaseName, username } = one;
  assert.deepEqual([type, connectionType, host, port], ['postgresql', 'direct', 'localhost', 5999]);
  assert.deepEqual([databaseName, username], ['quantumdb', 'admin']);
  const { password_encrypted: stored } = await service.platform.store.read((db) =>
    db
      .selectFrom('datasource')
      .select('password_encrypted')
      .where('id', '=', one.id)
      .executeTakeFirstOrThrow(),
  );
  assert.doesNotMatch(stored ?? '', /pl4in/);
  assert.equal(await passwordOf(service, one.id), 'pl4in $ text');

  const again = await call<ImportReport>(service, '/api/imports/quantum-admin', { path: folder });
  const outcomes = [...again.projects, ...again.datasources].map(({ outcome }) => outcome);
  assert.deepEqual(outcomes, ['there', 'there', 'there', 'there', 'skipped']);
});

/** As the framework's own admin encrypts where nobody gave it a key, by its words. */
const publishedKey = `
import base64, hashlib
key = hashlib.pbkdf2_hmac("sha256", b"quantum-admin-default-key-change-me-in-production", b"quantum-salt", 100000)
print(base64.urlsafe_b64encode(key).decode())`;

test('the framework’s own admin: projects in their folders, connectors with passwords under any of its keys', async (t) => {
  const { service, folder } = await start(t);
  const app = path.join(folder, 'app');
  await mkdir(app);
  await writeFile(path.join(app, 'quantum.config.yaml'), '');
  const own = path.join(folder, '.quantum-admin');
  await mkdir(path.join(own, 'settings'), { recursive: true });
  await database(
    path.join(own, 'quantum_admin.db'),
    `CREATE TABLE projects (id INTEGER PRIMARY KEY, name TEXT, description TEXT, source_path TEXT);
     CREATE TABLE environments (id INTEGER PRIMARY KEY, project_id INTEGER, name TEXT);
     INSERT INTO projects VALUES (1, 'App', NULL, '${app}');
     INSERT INTO environments VALUES (1, 1, 'production'), (2, 1, 'staging');`,
  );
  const key = generateFernetKey();
  const { stdout } = await promisify(execFile)(await quantumPython(), ['-c', publishedKey]);
  const sealed = (name: string, password: string): string =>
    `- {id: ${name}, name: ${name}, type: database, provider: postgres, host: localhost, port: 5998,
   username: app, password: '${password}', database: shop, application_id: 1}\n`;
  await writeFile(
    path.join(own, 'settings', 'connectors.yaml'),
    [
      sealed('ours', new Fernet(key).encrypt('given key')),
      sealed('default', new Fernet(stdout.trim()).encrypt('published key')),
      sealed('lost', new Fernet(generateFernetKey()).encrypt('lost key')),
      '- {id: q, name: q, type: mq, provider: kafka, host: localhost, port: 9092}\n',
      '- {id: p, name: everyone, type: cache, provider: redis, host: localhost, port: 6379}\n',
    ].join(''),
  );
  const asked = { path: folder, encryptionKey: key };
  const report = await call<ImportReport>(service, '/api/imports/quantum-admin', asked);
  const [project] = report.projects;
  const { rootPath } = await call<{ rootPath: string }>(service, `/api/projects/${project?.id}`);
  assert.equal(rootPath, app);
  const named = new Map(report.datasources.map((one) => [one.name, one]));
  assert.equal(await passwordOf(service, named.get('ours')?.id ?? null), 'given key');
  assert.equal(await passwordOf(service, named.get('default')?.id ?? null), 'published key');
  assert.equal(await passwordOf(service, named.get('lost')?.id ?? null), null);
  assert.match(named.get('lost')?.reason ?? '', /encrypted with another key/);
  // What every application may use is one of the only one there.
  assert.deepEqual(
    [named.get('everyone')?.outcome, named.get('everyone')?.project],
    ['created', 'App'],
  );
  assert.deepEqual(
    report.left.map(({ what, count, names }) => [what, count, names]),
    [['connectors', 1, ['q (kafka)']]],
  );
  // A table of a time when it had three columns.
  assert.deepEqual(
    report.environments.map(({ project: of, name, outcome }) => [of, name, outcome]),
    [
      ['App', 'production', 'created'],
      ['App', 'staging', 'created'],
    ],
  );
});

test('what is no database of an Admin is refused, and so is one that is written to', async (t) => {
  const { service, folder } = await start(t);
  const url = '/api/imports/quantum-admin';
  await call(service, url, { path: folder }, 404);
  const file = path.join(folder, 'quantum_admin.db');
  await writeFile(file, 'not a database, whatever its name says');
  await call(service, url, { path: file }, 400);
  await writeFile(`${file}-wal`, 'pages');
  const { detail } = await call<{ detail: string }>(service, url, { path: file }, 400);
  assert.match(detail, /is in use/);
});

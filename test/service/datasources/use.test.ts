import assert from 'node:assert/strict';
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import type { DatasourceType } from '../../../src/protocol/datasources.js';
import { Secret } from '../../../src/service/platform/secrets/secret.js';
import { askFramework } from '../../support/askFramework.js';
import { startTestApp, temporaryFolder } from '../../support/serviceApp.js';
import { addProject, at } from '../../store/rows.js';

const canary = 'c4n4ry $ {X} "quoted"';

/** A project with a folder and datasources whose password is the canary. */
async function place(t: TestContext, configuration: string | null) {
  const service = await startTestApp(t);
  const { store, secrets } = service.platform;
  const root = path.join(await temporaryFolder(t, 'use'), 'shop');
  await mkdir(root);
  const file = path.join(root, 'quantum.config.yaml');
  if (configuration !== null) await writeFile(file, configuration);
  const project = await store.write((tx) => addProject(tx, 'shop'));
  await store.write((tx) =>
    tx.updateTable('project').set({ root_path: root }).where('id', '=', project).execute(),
  );
  const post = async (url: string) => {
    const answer = await service.app.inject({
      ...{ method: 'POST', url },
      headers: { ...service.authorized, host: 'localhost' },
    });
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
  };
  return {
    service,
    file,
    project,
    read: () => readFile(file, 'utf8'),
    use: (id: number) => post(`/api/datasources/${id}/use`),
    environment: () => post(`/api/projects/${project}/datasource-environment`),
    add: async (name: string, type: DatasourceType, port: number | null) => {
      const token = port === null ? null : await secrets.seal(new Secret(canary));
      const row = await store.write((tx) =>
        tx
          .insertInto('datasource')
          .values({
            ...{
              project_id: project,
              name,
              type,
              auto_start: 1,
              auto_setup: 1,
              tls: 0,
              version: 1,
            },
            ...{ connection_type: port === null ? 'file' : 'direct', port },
            ...{ host: port === null ? null : '127.0.0.1', username: port === null ? null : 'app' },
            ...{ database_name: port === null ? 'data/app.db' : 'quantumdb' },
            ...{ password_encrypted: token, status: 'running', health_status: 'healthy' },
            ...{ setup_status: 'ready', created_at: at, updated_at: at },
          })
          .returning('id')
          .executeTakeFirstOrThrow(),
      );
      return row.id;
    },
  };
}

test('a datasource used in a project is what the framework reads, its password a variable', async (t) => {
  const shop = await place(t, '# the shop\nserver:\n  port: 8080\n');
  const ids = [
    await shop.add('main-db', 'postgresql', 5433),
    await shop.add('my', 'mariadb', 3307),
    await shop.add('local', 'sqlite', null),
  ];
  for (const id of ids) {
    const { status, body } = await shop.use(id);
    assert.equal(status, 200, JSON.stringify(body));
    assert.equal(body['changed'], true);
    assert.doesNotMatch(JSON.stringify(body), /c4n4ry/);
  }
  const text = await shop.read();
  assert.match(text, /^# the shop\nserver:\n {2}port: 8080\n/);
  assert.doesNotMatch(text, /c4n4ry/);
  assert.equal((await shop.use(ids[0]!)).body['changed'], false, 'the second time changes nothing');

  const { variables } = (await shop.environment()).body as { variables: Record<string, string> };
  assert.deepEqual(variables, { MAIN_DB_PASSWORD: canary, MY_PASSWORD: canary });
  interface Seen {
    readonly seen: Readonly<Record<string, unknown>>;
  }
  const seen = await askFramework<Seen>(
    'yamlReader.py',
    ['main-db', 'my', 'local'].map((name) => ({ text, name, environment: variables })),
  );
  assert.deepEqual(
    seen.map(({ seen: { type, database, port, username, password } }) => [
      ...[type, database, port, username, password],
    ]),
    [
      ['postgresql', 'quantumdb', 5433, 'app', canary],
      ['mariadb', 'quantumdb', 3307, 'app', canary],
      ['sqlite', 'data/app.db', 5432, '', ''],
    ],
  );
});

test('a configuration that is not there is made; one that is there keeps its rights', async (t) => {
  const shop = await place(t, null);
  const id = await shop.add('local', 'sqlite', null);
  assert.equal((await shop.use(id)).status, 200);
  assert.match(await shop.read(), /^datasources:\n {2}local:\n/);
  await chmod(shop.file, 0o640);
  assert.equal((await shop.use(await shop.add('two', 'sqlite', null))).status, 200);
  if (process.platform !== 'win32') assert.equal((await stat(shop.file)).mode & 0o777, 0o640);
});

test('variables of the entry’s own are given values; one that is taken is left to who has it', async (t) => {
  const shop = await place(
    t,
    'mail:\n  password: ${DB_PASSWORD}\ndatasources:\n  own:\n    driver: postgresql\n    host: ${OWN_HOST:-db}\n    password: ${OWN_PW}\n',
  );
  await shop.use(await shop.add('own', 'postgresql', 5433));
  const { body } = await shop.use(await shop.add('db', 'postgresql', 5434));
  assert.equal(body['variable'], 'DB_PASSWORD_2');
  const answer = await shop.environment();
  assert.deepEqual(answer.body, {
    variables: { OWN_HOST: '127.0.0.1', OWN_PW: canary, DB_PASSWORD_2: canary },
    conflicts: [],
  });
});

test('who asked for the values is written down, and the values are not', async (t) => {
  const shop = await place(t, null);
  await shop.use(await shop.add('db', 'postgresql', 5433));
  await shop.environment();
  const answer = await shop.service.app.inject({
    ...{ method: 'GET', url: '/api/audit' },
    headers: { ...shop.service.authorized, host: 'localhost' },
  });
  const entries = answer.json<{ action: string; outcome: string; projectId: number }[]>();
  assert.deepEqual(
    entries.map(({ action, outcome, projectId }) => ({ action, outcome, projectId })),
    [{ action: 'reveal-environment', outcome: 'granted', projectId: shop.project }],
  );
  assert.doesNotMatch(answer.body, /c4n4ry/);
});

test('what the framework has no driver for, and a broken file, are refused and left alone', async (t) => {
  const shop = await place(t, 'server: [1\n');
  const redis = await shop.use(await shop.add('cache', 'redis', 6379));
  assert.equal(redis.body['code'], 'not-for-this-datasource');
  const broken = await shop.use(await shop.add('db', 'postgresql', 5433));
  assert.equal(broken.body['code'], 'conflict');
  assert.equal(await shop.read(), 'server: [1\n');
});

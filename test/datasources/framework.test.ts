import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { promisify } from 'node:util';
import type { DatasourceEnvironment } from '../../src/protocol/datasources.js';
import { frameworkWithDrivers } from '../support/frameworkWithDrivers.js';
import { counting } from './clients.js';
import { startDatasources, type DatasourceApp } from './datasourceApp.js';

const run = promisify(execFile);

/** Serves one page as `quantum start` builds its server, and prints status and body. */
const visit = `
import json, logging, sys
logging.disable(logging.CRITICAL)
from quantum.runtime.web_server import QuantumWebServer
answer = QuantumWebServer("quantum.config.yaml").app.test_client().get("/visits")
print(json.dumps([answer.status_code, answer.get_data(as_text=True)]))`;

const fillSqlite = `
import sqlite3, sys
with sqlite3.connect(sys.argv[1]) as db:
    db.execute("CREATE TABLE visits (id INTEGER PRIMARY KEY)")
    db.executemany("INSERT INTO visits (id) VALUES (?)", [(1,), (2,)])`;

async function page(app: DatasourceApp, datasource: string): Promise<[number, string]> {
  await mkdir(path.join(app.root, 'components'), { recursive: true });
  await writeFile(
    path.join(app.root, 'components', 'visits.q'),
    `<q:component name="Visits">
  <q:query name="visits" datasource="${datasource}">SELECT id FROM visits ORDER BY id</q:query>
  <ul><q:loop query="visits"><li>visit {visits.id}</li></q:loop></ul>
</q:component>
`,
  );
  const { variables } = await app.call<DatasourceEnvironment>(
    'POST',
    `/api/projects/${app.project.id}/datasource-environment`,
  );
  const { PATH, TMPDIR } = process.env;
  const { stdout } = await run(await frameworkWithDrivers(), ['-c', visit], {
    cwd: app.root,
    env: { PATH, TMPDIR, ...variables },
  });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as [number, string];
}

for (const type of ['sqlite', 'postgresql', 'mariadb'] as const) {
  test(`${type}: used in a project, a page of the framework answers with its rows`, async (t) => {
    const app = await startDatasources(t);
    const { id } = await app.create({ type });
    const one = await app.ready(id);
    if (type === 'sqlite') {
      const file = path.join(app.root, one.databaseName ?? '');
      await run(await frameworkWithDrivers(), ['-c', fillSqlite, file]);
    } else {
      const url = await app.url(id);
      await counting[type](url);
      await counting[type](url);
    }
    await app.call('POST', `/api/datasources/${id}/use`);
    const [status, body] = await page(app, one.name);
    assert.equal(status, 200, body);
    assert.match(body, /visit 1[^]*visit 2/);
    assert.doesNotMatch(body, /visit 3|\{visits/);
  });
}

test('a password is nowhere but where it was asked for', async (t) => {
  const canary = 'c4n4ry-f0r-th1s-t3st';
  const app = await startDatasources(t);
  const { id } = await app.create({ type: 'postgresql', password: canary });
  const one = await app.ready(id);
  await app.call('POST', `/api/datasources/${id}/use`);
  await app.call('POST', `/api/datasources/${id}/test`);
  const { password } = await app.call<{ password: string }>(
    'POST',
    `/api/datasources/${id}/password`,
  );
  assert.equal(password, canary, 'asked for, it is told');

  const { containerId } = one;
  assert.ok(containerId !== null);
  const { store, filesDirectory } = app.service.platform;
  const texts: Record<string, string> = {
    list: JSON.stringify(await app.list()),
    detail: JSON.stringify(await app.get(id)),
    status: JSON.stringify(await app.call('GET', `/api/datasources/${id}/status`)),
    jobs: JSON.stringify(await app.call('GET', '/api/jobs')),
    audit: JSON.stringify(await app.call('GET', '/api/audit')),
    configuration: await readFile(path.join(app.root, 'quantum.config.yaml'), 'utf8'),
    inspect: (await run('docker', ['inspect', containerId])).stdout,
    processes: (await run('docker', ['top', containerId, '-eo', 'pid,args'])).stdout,
    'processes of the machine': (await run('ps', ['-eo', 'args'])).stdout,
    log: JSON.stringify(await app.call('GET', `/api/datasources/${id}/logs?lines=10000`)),
    events: JSON.stringify(
      await store.read((db) => db.selectFrom('event').select('body').execute()),
    ),
    store: JSON.stringify(
      await store.read((db) => db.selectFrom('datasource').selectAll().execute()),
    ),
  };
  for (const file of await readdir(filesDirectory, { recursive: true }).catch(() => []))
    texts[file] = await readFile(path.join(filesDirectory, file), 'utf8').catch(() => '');
  for (const [where, text] of Object.entries(texts))
    assert.ok(!text.includes(canary), `the password stands in: ${where}`);
  assert.match(texts['audit'] ?? '', /password/, 'who asked is written down');
});

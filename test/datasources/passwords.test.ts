import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { serverTerminal } from '../../src/extension/datasources/serverTerminal.js';
import type {
  ConnectionTest,
  Datasource,
  DatasourceDetail,
  DockerInfo,
} from '../../src/protocol/datasources.js';
import { containerShell } from '../../src/protocol/datasourceShell.js';
import { counting } from './clients.js';
import { startDatasources, type DatasourceApp } from './datasourceApp.js';
import { everythingSeen, momentOf, run } from './everythingSeen.js';

/** All that processes and containers show while a job works on a datasource. */
async function shownMeanwhile(app: DatasourceApp, id: number): Promise<string> {
  const shown: string[] = [];
  while ((await app.get(id)).jobId !== null) {
    shown.push(await run('ps', '-eo', 'args'));
    shown.push(await run('sh', '-c', 'docker inspect $(docker ps -aq) 2>/dev/null; true'));
  }
  return shown.join('\n');
}

/** The same database as a server that is there: its files of SQL go by client programs of ours. */
async function asServer(
  app: DatasourceApp,
  { type, port, databaseName, username }: Datasource,
  password: string,
): Promise<Datasource> {
  const made = await app.create({
    ...{ type, connectionType: 'direct', host: '127.0.0.1', port: port ?? 0, password },
    ...{ databaseName: databaseName ?? '', username: username ?? '' },
  });
  return app.ready(made.id);
}

/** What the terminals of all shells are made with: every extension of the editor can read that. */
async function terminals(app: DatasourceApp): Promise<string> {
  const engine = await app.call<DockerInfo>('GET', '/api/docker/info');
  const runtime = { file: process.execPath, env: {} };
  const own = { file: 'cli.js', home: app.service.home, runtime };
  const shells: unknown[] = [];
  for (const { id, connectionType } of await app.list()) {
    const detail = await app.call<DatasourceDetail>('GET', `/api/datasources/${id}`);
    const shell =
      connectionType === 'docker' ? containerShell(detail, engine) : serverTerminal(detail, own);
    assert.ok(shell);
    shells.push(shell);
  }
  return JSON.stringify(shells);
}

for (const type of ['postgresql', 'mariadb', 'redis', 'mongodb'] as const) {
  test(`${type}: a password stands nowhere but where it is asked for, before and after it is changed`, async (t) => {
    const app = await startDatasources(t);
    // Its own in each run: others may test beside this.
    const canary = randomBytes(9).toString('hex');
    const first = `canary-${type}-${canary}`;
    const since = await momentOf(t);
    const { id } = await app.create({ type, password: first });
    const during = await run('ps', '-eo', 'args');
    assert.ok(!during.includes(canary), 'processes while it is made');
    await app.ready(id);
    assert.equal(await counting[type](await app.url(id)), 1);

    const second = `changed-${type}-${canary}`;
    const before = await app.url(id);
    await app.call('PUT', `/api/datasources/${id}`, { password: second });
    const changed = await app.settled(id);
    assert.equal(changed.error, null);
    await assert.rejects(counting[type](before));
    assert.ok((await app.url(id)).includes(second));
    assert.equal(await counting[type](await app.url(id)), 2);
    await app.call('POST', `/api/datasources/${id}/restart`);
    await app.ready(id);
    assert.equal(await counting[type](await app.url(id)), 3);

    // Tried out before a change is saved, the stored one is used where none is typed.
    const { port, databaseName, username } = changed;
    const asked = { type, host: '127.0.0.1', port, databaseName, ...(username && { username }) };
    const tried = async (more: object): Promise<boolean> =>
      (await app.call<ConnectionTest>('POST', '/api/datasources/test', { ...asked, ...more })).ok;
    assert.equal(await tried({ datasourceId: id }), true);
    assert.equal(await tried({}), false);

    if (type === 'postgresql' || type === 'mariadb') {
      const server = await asServer(app, changed, second);
      const file = path.join(app.root, 'dump.sql');
      // What is in the database already fails to load, and says why.
      for (const way of ['dump', 'load'] as const) {
        await app.call('POST', `/api/datasources/${server.id}/${way}`, { path: file });
        const meanwhile = await shownMeanwhile(app, server.id);
        assert.ok(!meanwhile.includes(canary), `processes and containers during a ${way}`);
      }
      assert.match(await readFile(file, 'utf8'), /visits/);
    }

    const seen = { ...(await everythingSeen(app, id, since)), terminals: await terminals(app) };
    for (const [place, text] of Object.entries(seen)) {
      assert.ok(!text.includes(canary), `${place} holds the password`);
    }
  });
}

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { promisify } from 'node:util';
import type { AuditEntry } from '../../../src/protocol/audit.js';
import type {
  ByNameServerState,
  RuntimeDatasource,
} from '../../../src/protocol/datasourceByName.js';
import { Secret } from '../../../src/service/platform/secrets/secret.js';
import { addProject, datasource } from '../../store/rows.js';
import { startTestApp, temporaryFolder, type TestApp } from '../../support/serviceApp.js';

const password = 'b1rd $ "quoted"';

/** A port that was free a moment ago, on both loopback addresses. */
async function freePort(): Promise<number> {
  const server = createServer().listen({ host: '::', port: 0 });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

interface Answer {
  readonly status: number;
  readonly body: Partial<RuntimeDatasource> & { readonly detail?: string };
}

/** Asks as a program of its own, which works in a folder, as some user. */
async function asked(
  url: string,
  { cwd = '/', uid, headers = {} }: { cwd?: string; uid?: number; headers?: object } = {},
): Promise<Answer> {
  const script = `const http = require('node:http');
    http.get(process.argv[1], { headers: JSON.parse(process.argv[2]) }, (answer) => {
      let body = '';
      answer.on('data', (chunk) => (body += chunk));
      answer.on('end', () => console.log(JSON.stringify({ status: answer.statusCode, body: JSON.parse(body) })));
    });`;
  const options = { cwd, ...(uid === undefined ? {} : { uid }) };
  const args = ['-e', script, url, JSON.stringify(headers)];
  const { stdout } = await promisify(execFile)(process.execPath, args, options);
  return JSON.parse(stdout) as Answer;
}

class Lookups {
  constructor(
    readonly service: TestApp,
    readonly root: string,
    readonly port: number,
  ) {}

  url = (name: string): string =>
    `http://localhost:${this.port}/api/datasources/by-name/${encodeURIComponent(name)}`;

  async switch(enabled: boolean): Promise<{ status: number; body: ByNameServerState }> {
    const answer = await this.service.app.inject({
      ...{ method: 'PUT', url: '/api/datasources/by-name-server', payload: { enabled } },
      headers: this.service.authorized,
    });
    return { status: answer.statusCode, body: answer.json() };
  }

  async state(): Promise<ByNameServerState> {
    const url = '/api/datasources/by-name-server';
    return (await this.service.app.inject({ url, headers: this.service.authorized })).json();
  }

  /** A project in its folder, with one datasource. */
  async project(name: string, row: object): Promise<string> {
    const { store, secrets } = this.service.platform;
    const folder = path.join(this.root, name);
    await mkdir(folder);
    const sealed = await secrets.seal(new Secret(password));
    await store.write(async (tx) => {
      const project = await addProject(tx, name);
      const place = { root_path: folder };
      await tx.updateTable('project').set(place).where('id', '=', project).execute();
      await tx
        .insertInto('datasource')
        .values({
          ...datasource(project, 'main'),
          ...{ type: 'postgresql', connection_type: 'direct', host: '127.0.0.1', port: 5433 },
          ...{ database_name: 'quantumdb', username: 'quantum', password_encrypted: sealed },
          ...{ status: 'running', setup_status: 'ready', ...row },
        })
        .execute();
    });
    return folder;
  }

  /** Who asked for a datasource. */
  async audit(): Promise<AuditEntry[]> {
    const answer = await this.service.app.inject({
      ...{ url: '/api/audit', headers: this.service.authorized },
    });
    return answer.json<AuditEntry[]>().filter(({ action }) => action === 'datasource.by-name');
  }
}

async function startLookups(t: TestContext): Promise<Lookups> {
  const byNamePort = await freePort();
  const service = await startTestApp(t, { byNamePort });
  return new Lookups(service, await temporaryFolder(t, 'lookups'), byNamePort);
}

test('off until it is switched on; then the runtime gets what it reads, over a restart, and no more when it is off', async (t) => {
  const lookups = await startLookups(t);
  await lookups.project('shop', {});
  await assert.rejects(asked(lookups.url('main')), /ECONNREFUSED/);
  assert.equal((await lookups.state()).enabled, false);
  const { body } = await lookups.switch(true);
  assert.deepEqual([body.enabled, body.listening, body.problem], [true, true, null]);

  const expected: RuntimeDatasource = {
    ...{ name: 'main', type: 'postgresql', host: '127.0.0.1', port: 5433 },
    ...{ database_name: 'quantumdb', username: 'quantum', password },
    connection_string: `postgresql://quantum:${encodeURIComponent(password)}@127.0.0.1:5433/quantumdb`,
  };
  assert.deepEqual(await asked(lookups.url('main')), { status: 200, body: expected });

  await lookups.service.close();
  await assert.rejects(asked(lookups.url('main')), /ECONNREFUSED/);
  const { home } = lookups.service;
  const again = await startTestApp(t, { byNamePort: lookups.port, home });
  assert.equal((await asked(lookups.url('main'))).status, 200);
  const off = { method: 'PUT', url: '/api/datasources/by-name-server' } as const;
  await again.app.inject({ ...off, payload: { enabled: false }, headers: again.authorized });
  await assert.rejects(asked(lookups.url('main')), /ECONNREFUSED/);
  const log = await again.app.inject({ url: '/api/audit', headers: again.authorized });
  const switched = log
    .json<AuditEntry[]>()
    .filter(({ action }) => action === 'datasource.serve-by-name')
    .map(({ subject }) => subject);
  assert.deepEqual(switched, ['off', 'on'], 'who switched it is written down');
});

test('what is not there or not ready is said in the words that the runtime tells apart', async (t) => {
  const lookups = await startLookups(t);
  await lookups.project('shop', { name: 'sleeping', status: 'stopped' });
  await lookups.project('blog', { name: 'raw', setup_status: 'configuring' });
  const root = await lookups.project('wiki', {
    ...{ name: 'file', type: 'sqlite', connection_type: 'file', host: null, port: null },
    ...{ database_name: 'data/app.db', username: null, password_encrypted: null },
  });
  await lookups.switch(true);
  const told = async (name: string): Promise<unknown[]> => {
    const { status, body } = await asked(lookups.url(name));
    return [status, body.detail];
  };
  assert.deepEqual(await told('näme?'), [404, "Datasource 'näme?' not found"]);
  assert.deepEqual(await told('sleeping'), [
    ...[503, "Datasource 'sleeping' is not ready (status: stopped)"],
  ]);
  assert.deepEqual(await told('raw'), [
    ...[503, "Datasource 'raw' is not ready (setup: configuring)"],
  ]);
  const { body } = await asked(lookups.url('file'));
  assert.equal(body.database, path.join(root, 'data/app.db'));
  assert.deepEqual([body.type, body.host, body.password], ['sqlite', null, null]);
});

test('of two projects with one name the folder of the asking program decides, and nothing is guessed', async (t) => {
  const lookups = await startLookups(t);
  const shop = await lookups.project('shop', { port: 5501 });
  const blog = await lookups.project('blog', { port: 5502 });
  await lookups.switch(true);
  const inner = path.join(blog, 'components');
  await mkdir(inner);
  assert.equal((await asked(lookups.url('main'), { cwd: shop })).body.port, 5501);
  assert.equal((await asked(lookups.url('main'), { cwd: inner })).body.port, 5502);
  const elsewhere = await asked(lookups.url('main'));
  assert.equal(elsewhere.status, 409);
  assert.equal(elsewhere.body.detail, "Datasource 'main' is in 2 projects: shop, blog");

  const byId = await lookups.service.app.inject({
    url: '/api/datasources/by-name/main?projectId=2',
    headers: lookups.service.authorized,
  });
  assert.equal(byId.json<RuntimeDatasource>().port, 5502);
  const open = await lookups.service.app.inject({ url: '/api/datasources/by-name/main' });
  assert.equal(open.statusCode, 401);
});

test('web pages, other names of this machine and other users are turned away; who asked is written down once', async (t) => {
  const lookups = await startLookups(t);
  await lookups.project('shop', {});
  await lookups.switch(true);
  const url = lookups.url('main');
  const status = async (headers: object): Promise<number> => (await asked(url, { headers })).status;
  assert.equal(await status({ origin: 'http://localhost:8080' }), 403);
  assert.equal(await status({ 'sec-fetch-site': 'cross-site' }), 403);
  assert.equal(await status({ host: 'rebound.example:8000' }), 421);
  assert.equal(await status({ host: 'localhost' }), 421);
  assert.equal((await asked(`${url}/../../../jobs`)).status, 404);
  assert.deepEqual(await lookups.audit(), []);

  // From this process, which keeps asking; and from another.
  for (let query = 0; query < 3; query += 1) assert.equal((await fetch(url)).status, 200);
  assert.equal((await asked(url)).status, 200);
  const granted = await lookups.audit();
  const programs = granted.map(({ action, outcome, subject, caller }) => [
    ...[action, outcome, subject, /^process \d+ \(.+\)$/.test(caller)],
  ]);
  const once = ['datasource.by-name', 'granted', 'main', true];
  assert.deepEqual(programs, [once, once]);

  // Only root can be somebody else for a moment.
  if (process.getuid?.() !== 0) return;
  const other = await asked(url, { uid: 65_534 });
  assert.deepEqual([other.status, other.body.password], [403, undefined]);
  assert.equal((await lookups.audit())[0]?.outcome, 'refused');
});

test('a port that is taken is said with who has it, and it listens once that is gone', async (t) => {
  const lookups = await startLookups(t);
  await lookups.project('shop', {});
  const squatter = createServer().listen({ host: '::1', port: lookups.port });
  await once(squatter, 'listening');
  const { status, body } = await lookups.switch(true);
  assert.equal(status, 409);
  assert.match(JSON.stringify(body), new RegExp(`Port ${lookups.port}, .*process ${process.pid}`));
  const state = await lookups.state();
  assert.deepEqual([state.enabled, state.listening], [true, false]);
  assert.match(state.problem ?? '', /is taken by/);
  await assert.rejects(asked(lookups.url('main')));
  squatter.close();
  await once(squatter, 'close');
  assert.equal((await lookups.switch(true)).body.problem, null);
  assert.equal((await asked(lookups.url('main'))).status, 200);
});

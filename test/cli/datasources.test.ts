import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import test from 'node:test';
import type { Datasource, DatasourceDetail } from '../../src/protocol/datasources.js';
import type { Project } from '../../src/protocol/projects.js';
import { startService } from '../support/runningService.js';
import { temporaryFolder } from '../support/serviceApp.js';
import { cliJson, runCli } from './runCli.js';

test('a datasource from its creation to its end, in a terminal', async (t) => {
  const { home } = await startService(t);
  const folder = await temporaryFolder(t, 'shop');
  await writeFile(path.join(folder, 'quantum.config.yaml'), '');
  const json = <T>(...args: string[]): Promise<T> => cliJson<T>(home, ...args);
  const { id: project } = await json<Project>('projects', 'open', folder);
  const made = await json<DatasourceDetail>('datasources', 'create', String(project), 'sqlite');
  assert.equal(made.badge, 'ready');
  const id = String(made.id);
  const list = await runCli(home, ['datasources', 'list', String(project)]);
  assert.match(list.stdout, new RegExp(`^${id} +${made.name} +sqlite +ready +data/app\\.db$`, 'm'));
  const tested = await runCli(home, ['datasources', 'test', id]);
  assert.match(tested.stdout, /^SQLite 3 in \d+ ms$/m);
  assert.equal((await runCli(home, ['datasources', 'stop', id])).code, 1);
  const file = path.join(folder, 'dump.sql');
  await writeFile(file, 'CREATE TABLE notes (id);\nINSERT INTO absent VALUES (1);');
  const loaded = await runCli(home, ['datasources', 'load', id, file]);
  assert.equal(loaded.code, 1);
  assert.match(loaded.stderr, /line 2: no such table: absent/);
  const dumped = await runCli(home, ['datasources', 'dump', id, file]);
  assert.equal(dumped.code, 0, dumped.stderr);
  assert.match(await readFile(file, 'utf8'), /^BEGIN TRANSACTION;\nCOMMIT;\n$/m);

  const server = ['datasources', 'create', String(project), 'postgresql', '--host', '127.0.0.1'];
  const options = ['--port', '1', '--database', 'shop', '--password-stdin', '--name', 'far'];
  const refused = await runCli(home, [...server, ...options], { input: 's3cret\n' });
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /Nothing listens at 127\.0\.0\.1:1\. Check that the server runs/);
  assert.ok(!`${refused.stdout}${refused.stderr}`.includes('s3cret'));
  const [, far] = await json<Datasource[]>('datasources', 'list', String(project));
  assert.equal(far?.error?.code, 'server-unreachable');
  const password = await runCli(home, ['datasources', 'password', String(far.id)]);
  assert.equal(password.stdout, 's3cret\n');

  const places = ['--host', 'localhost', '--user', 'clerk', '--tls', 'on', '--name', 'further'];
  assert.equal((await runCli(home, ['datasources', 'update', String(far.id), ...places])).code, 1);
  const moved = await runCli(home, ['datasources', 'show', String(far.id), '--json']);
  const { name, host, username, tls, port } = JSON.parse(moved.stdout) as Datasource;
  assert.deepEqual([name, host, username, tls, port], ['further', 'localhost', 'clerk', true, 1]);
  assert.equal((await runCli(home, ['datasources', 'update', id, '--tls', 'yes'])).code, 2);

  const copy = ['datasources', 'duplicate', id, '--name', 'again'];
  const again = await json<DatasourceDetail>(...copy);
  assert.deepEqual([again.name, again.type, again.badge], ['again', 'sqlite', 'ready']);
  const used = await runCli(home, ['datasources', 'use', String(again.id)]);
  assert.equal(used.code, 0, used.stderr);
  assert.match(
    await readFile(path.join(folder, 'quantum.config.yaml'), 'utf8'),
    /again:\n +driver: sqlite/,
  );

  for (const one of [id, String(far.id), String(again.id)])
    await json('datasources', 'delete', one);
  assert.deepEqual(await json('datasources', 'list', String(project)), []);
});

test('datasources are told by name only when that is switched on, and a taken port is said', async (t) => {
  const { home } = await startService(t);
  const byName = ['datasources', 'serve-by-name'];
  assert.equal((await runCli(home, byName)).stdout, 'off\n');
  const squatter = createServer().listen({ host: '127.0.0.1', port: 8000 });
  // Whoever else has it takes it just as well.
  await Promise.race([once(squatter, 'listening'), once(squatter, 'error')]).catch(() => undefined);
  t.after(() => squatter.close());
  const taken = await runCli(home, [...byName, 'on']);
  assert.equal(taken.code, 1);
  assert.match(taken.stderr, /Port 8000, where Quantum asks for datasources, is taken by /);
  assert.match((await runCli(home, byName)).stdout, /^on: it does not listen$/m);
  assert.equal((await runCli(home, [...byName, 'off'])).stdout, 'off\n');
  assert.equal((await runCli(home, [...byName, 'perhaps'])).code, 2);
});

test('volumes are prepared only when that is switched on', async (t) => {
  const { home } = await startService(t);
  const prepared = ['datasources', 'prepared-volumes'];
  assert.equal((await runCli(home, prepared)).stdout, 'off\n');
  assert.equal((await runCli(home, [...prepared, 'on'])).stdout, 'on\n');
  const { stdout } = await runCli(home, [...prepared, '--json']);
  assert.deepEqual(JSON.parse(stdout), { enabled: true, volumes: [], problem: null });
  assert.equal((await runCli(home, [...prepared, 'off'])).stdout, 'off\n');
  assert.equal((await runCli(home, [...prepared, 'perhaps'])).code, 2);
});

test('what is no type and no way to delete is told before anything is asked', async (t) => {
  const { home } = await startService(t);
  const misspelt = await runCli(home, ['datasources', 'create', '1', 'postgres']);
  assert.equal(misspelt.code, 2);
  assert.match(misspelt.stderr, /A TYPE is needed: postgresql, mysql/);
  const nothing = await runCli(home, ['datasources', 'import', home]);
  assert.equal(nothing.code, 1);
  assert.match(nothing.stderr, /There is no quantum_admin\.db at /);
  const half = await runCli(home, ['datasources', 'adopt', '1']);
  assert.match(half.stderr, /PROJECT and CONTAINER go together/);
  const wrong = await runCli(home, ['datasources', 'delete', '1', '--volume', 'burn']);
  assert.equal(wrong.code, 2);
  assert.match(wrong.stderr, /--volume is one of keep, archive, delete/);
});

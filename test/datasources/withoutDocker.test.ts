import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import type { ConnectionTest, DatasourceDetail } from '../../src/protocol/datasources.js';
import { startPostgres } from '../support/postgres.js';
import { startDatasources } from './datasourceApp.js';

test('SQLite is a file of the project: made where there is none, left where there is one', async (t) => {
  const app = await startDatasources(t);
  const { id } = await app.create({ type: 'sqlite' });
  const made = await app.ready(id);
  assert.equal(made.connectionType, 'file');
  assert.equal(await readFile(path.join(app.root, 'data/app.db'), 'utf8'), '');
  const { connection } = await app.call<DatasourceDetail>('GET', `/api/datasources/${id}`);
  assert.deepEqual(connection.config, { driver: 'sqlite', database: 'data/app.db' });

  await mkdir(path.join(app.root, 'old'));
  await writeFile(path.join(app.root, 'old/notes.db'), 'not a database');
  const other = await app.create({ type: 'sqlite', name: 'notes', databaseName: 'old/notes.db' });
  const failed = await app.settled(other.id);
  assert.equal(failed.badge, 'error');
  assert.equal(failed.error?.code, 'not-a-database');
  assert.equal(await readFile(path.join(app.root, 'old/notes.db'), 'utf8'), 'not a database');
});

test('a file outside of the project is refused', async (t) => {
  const app = await startDatasources(t);
  const { id } = await app.create({ type: 'sqlite', databaseName: '../elsewhere.db' });
  const failed = await app.settled(id);
  assert.equal(failed.error?.code, 'invalid-request');
  assert.match(failed.error.message, /does not lie in the project’s folder/);
});

test('a server that is there is used as it is, and is told apart when it is not', async (t) => {
  const server = await startPostgres();
  t.after(() => server.stop());
  const database = new URL(await server.createDatabase()).pathname.slice(1);
  const app = await startDatasources(t);
  const place = { type: 'postgresql', host: '127.0.0.1', port: server.port } as const;
  const login = { ...place, username: 'tester', password: 'any' };
  const asked = { ...login, connectionType: 'direct', databaseName: database } as const;
  const { id } = await app.create({ ...asked, name: 'main' });
  const one = await app.ready(id);
  assert.equal(one.status, 'running');
  assert.equal(one.containerId, null);
  const fine = await app.call<ConnectionTest>('POST', `/api/datasources/${id}/test`);
  assert.match(fine.serverVersion ?? '', /^PostgreSQL \d/);

  const tried = async (change: object): Promise<string | undefined> => {
    const body = { ...login, databaseName: database, ...change };
    const { ok, error } = await app.call<ConnectionTest>('POST', '/api/datasources/test', body);
    assert.equal(ok, error === null);
    return error?.code;
  };
  assert.equal(await tried({}), undefined);
  assert.equal(await tried({ databaseName: 'absent' }), 'database-missing');
  assert.equal(await tried({ port: 1 }), 'server-unreachable');
  assert.equal(await tried({ host: 'no.such.host.invalid' }), 'host-unknown');
  const misspelt = { ...login, databaseName: database, type: 'postgres' };
  await app.call('POST', '/api/datasources/test', misspelt, 400);
});

test('without a Docker engine a container is refused in words, and everything else works', async (t) => {
  const app = await startDatasources(t);
  t.after(() => delete process.env['QUANTUM_DOCKER_HOST']);
  process.env['QUANTUM_DOCKER_HOST'] = `unix://${path.join(app.root, 'docker.sock')}`;
  const url = `/api/projects/${app.project.id}/datasources`;
  const problem = await app.call<{ code: string; repair: string }>(
    ...(['POST', url, { type: 'redis' }, 409] as const),
  );
  assert.equal(problem.code, 'docker-unavailable');
  const info = await app.call<{ available: boolean; source: string }>('GET', '/api/docker/info');
  assert.deepEqual([info.available, info.source], [false, 'QUANTUM_DOCKER_HOST']);
  assert.deepEqual(await app.list(), []);
  const { id } = await app.create({ type: 'sqlite' });
  await app.ready(id);
});

import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import test from 'node:test';
import { promisify } from 'node:util';
import type { AdoptableContainer } from '../../src/protocol/datasourceAdoption.js';
import type { Datasource } from '../../src/protocol/datasources.js';
import { cleanUp } from '../support/cleanup.js';
import { counting } from './clients.js';
import { startDatasources } from './datasourceApp.js';

const docker = async (...args: string[]): Promise<string> =>
  (await promisify(execFile)('docker', args)).stdout.trim();

/** Waits until a container has said something. */
async function said(name: string, what: RegExp): Promise<void> {
  const child = spawn('docker', ['logs', '-f', name], { stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  await new Promise<void>((resolve) => {
    const hear = (chunk: Buffer): void => {
      text += chunk.toString();
      if (what.test(text)) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
  });
  child.kill();
}

test('a database that somebody started by hand is found, entered by what its environment says, and left alone', async (t) => {
  const app = await startDatasources(t);
  const name = `by-hand-${randomBytes(4).toString('hex')}`;
  const password = 'hand made $1';
  const settings = ['-e', 'POSTGRES_USER=app', '-e', `POSTGRES_PASSWORD=${password}`];
  const place = ['--name', name, '-p', '127.0.0.1::5432'];
  await docker(
    'run',
    '-d',
    ...place,
    ...settings,
    '-e',
    'POSTGRES_DB=orders',
    'postgres:16-alpine',
  );
  cleanUp(t, async () => {
    await docker('rm', '-fv', name);
  });
  await said(name, /init process complete[^]*ready to accept connections/);

  const found = await app.call<AdoptableContainer[]>('GET', '/api/docker/adoptable');
  const one = found.find((each) => each.name === name);
  assert.ok(one);
  const { type, databaseName, username, hasPassword, datasourceId } = one;
  assert.deepEqual([type, databaseName, username], ['postgresql', 'orders', 'app']);
  assert.deepEqual([hasPassword, datasourceId], [true, null]);
  assert.ok(!JSON.stringify(found).includes(password));

  const url = `/api/projects/${app.project.id}/datasources/adopt`;
  const made = await app.call<Datasource>('POST', url, { container: name });
  assert.deepEqual([made.connectionType, made.port, made.name], ['direct', one.port, name]);
  await app.settled(made.id);
  assert.equal((await app.settled(made.id)).badge, 'ready');
  assert.equal(await counting.postgresql(await app.url(made.id)), 1);
  const [again] = (await app.call<AdoptableContainer[]>('GET', '/api/docker/adoptable')).filter(
    (each) => each.name === name,
  );
  assert.equal(again?.datasourceId, made.id);

  await app.deleted(made.id, '?volume=delete');
  assert.equal(await docker('inspect', '--format', '{{.State.Running}}', name), 'true');
  await app.call('POST', url, { container: 'no-such-container' }, 404);
});

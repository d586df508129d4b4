import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import test, { type TestContext } from 'node:test';
import type { AdoptableContainer } from '../../src/protocol/datasourceAdoption.js';
import type { Datasource } from '../../src/protocol/datasources.js';
import type { Job } from '../../src/protocol/jobs.js';
import { docker, runByHand } from './byHand.js';
import { counting } from './clients.js';
import { startDatasources, type DatasourceApp } from './datasourceApp.js';

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
  const password = 'hand made $1';
  const settings = ['-e', 'POSTGRES_USER=app', '-e', `POSTGRES_PASSWORD=${password}`];
  const image = ['-e', 'POSTGRES_DB=orders', 'postgres:16-alpine'];
  const name = await runByHand(t, ['-p', '127.0.0.1::5432', ...settings, ...image]);
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

/** A PostgreSQL of somebody else that has been started, and whose server begins when it is told to. */
async function starting(t: TestContext): Promise<{ name: string; goOn: () => Promise<string> }> {
  const wait = 'until [ -e /go ]; do sleep 0.05; done; exec docker-entrypoint.sh postgres';
  const name = await runByHand(t, [
    ...['-p', '127.0.0.1::5432', '-e', 'POSTGRES_PASSWORD=s3cret'],
    ...['--entrypoint', 'sh', 'postgres:16-alpine', '-c', wait],
  ]);
  return { name, goOn: () => docker('exec', name, 'touch', '/go') };
}

/** Adopts it; resolves once it has been asked in vain more than once. */
async function adoptedTooSoon(app: DatasourceApp, body: object): Promise<number> {
  const url = `/api/projects/${app.project.id}/datasources/adopt`;
  const { id, jobId } = await app.call<Datasource>('POST', url, body);
  assert.ok(jobId !== null);
  await app.until(async () => {
    const { step, state, error } = await app.call<Job>('GET', `/api/jobs/${jobId}`);
    assert.notEqual(state, 'failed', error ?? state);
    return /attempt [2-9]/.test(step ?? '') ? true : undefined;
  });
  return id;
}

test('a database that only starts is waited for until it is ready', async (t) => {
  const app = await startDatasources(t);
  const { name, goOn } = await starting(t);
  const id = await adoptedTooSoon(app, { container: name });
  await goOn();
  await app.ready(id);
  assert.equal(await counting.postgresql(await app.url(id)), 1);
});

test('waiting for it ends at once with a password that is wrong, and with the container', async (t) => {
  const app = await startDatasources(t);
  const wrong = await starting(t);
  const refused = await adoptedTooSoon(app, { container: wrong.name, password: 'another' });
  await wrong.goOn();
  const { error } = await app.settled(refused);
  assert.equal(error?.code, 'wrong-password', JSON.stringify(error));

  const ending = await starting(t);
  const ended = await adoptedTooSoon(app, { container: ending.name });
  await docker('kill', ending.name);
  const { error: why, badge } = await app.settled(ended);
  assert.deepEqual([why?.code, badge], ['container-ended', 'error']);
  assert.match(why?.message ?? '', /ended with exit code 137/);
});

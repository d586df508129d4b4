import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import test from 'node:test';
import { promisify } from 'node:util';
import { startDatasources } from './datasourceApp.js';

const docker = (...args: string[]) => promisify(execFile)('docker', args);

test('what happens to a container outside is shown as it happens', async (t) => {
  const app = await startDatasources(t);
  const { id } = await app.create({ type: 'redis', autoStart: false });
  const one = await app.ready(id);
  const state = (status: string): Promise<true> =>
    app.until(async () => ((await app.get(id)).status === status ? true : undefined));
  const stopped = state('stopped');
  await docker('stop', one.containerId ?? '');
  await stopped;
  const running = state('running');
  await docker('start', one.containerId ?? '');
  await running;
  assert.equal((await app.get(id)).badge, 'ready');
  const missing = state('missing');
  await docker('rm', '-f', one.containerId ?? '');
  await missing;
  assert.equal((await app.get(id)).badge, 'error');
  await app.call('POST', `/api/datasources/${id}/start`);
  await app.ready(id);
});

test('an image that ends at once is told with its last lines, and is not started again and again', async (t) => {
  const app = await startDatasources(t);
  // Redis’s server takes PostgreSQL’s place: it knows neither its folders nor its variables.
  const { id } = await app.create({ type: 'mysql', image: 'postgres:16-alpine' });
  const one = await app.settled(id);
  assert.equal(one.error?.code, 'container-ended');
  assert.match(one.error.lastLines.join('\n'), /superuser password is not specified/);
  assert.equal(one.badge, 'error');
  assert.notEqual(one.status, 'running');
});

test('an image that nobody has is an error in words', async (t) => {
  const app = await startDatasources(t);
  const { id } = await app.create({ type: 'redis', image: 'localhost:1/no/such:image' });
  const one = await app.settled(id);
  assert.equal(one.badge, 'error');
  assert.ok(['registry-unreachable', 'image-missing'].includes(one.error?.code ?? ''));
  assert.ok(one.error?.repair);
});

test('a deleted project leaves no container behind, and its data where it is', async (t) => {
  const app = await startDatasources(t);
  const { id } = await app.create({ type: 'redis' });
  const { containerId } = await app.ready(id);
  const [volume] = await app.volumes();
  const left = app.destroyed(containerId ?? '');
  await app.call('DELETE', `/api/projects/${app.project.id}`);
  await left;
  assert.deepEqual(await app.volumes(), [volume]);
});

test('a volume is archived before it is deleted, and a kept container is nobody’s', async (t) => {
  const app = await startDatasources(t);
  const archived = await app.create({ type: 'redis' });
  const kept = await app.create({ type: 'redis' });
  await app.ready(kept.id);
  await app.ready(archived.id);
  await app.deleted(archived.id, '?volume=archive');
  const file = `${app.service.platform.filesDirectory}/archives/${archived.name}-${archived.id}.tar`;
  const { stdout } = await promisify(execFile)('tar', ['-tf', file]);
  assert.match(stdout, /appendonlydir/);
  await app.deleted(kept.id, '?container=keep');
  const name = `${kept.name}-${kept.id}`;
  const state = await docker('inspect', '--format', '{{.State.Running}}', name);
  await docker('rm', '-f', name);
  assert.equal(state.stdout.trim(), 'true');
  assert.deepEqual(await app.containers(), []);
});

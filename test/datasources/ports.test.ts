import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import test from 'node:test';
import { count } from '../support/slice.js';
import { counting } from './clients.js';
import { startDatasources } from './datasourceApp.js';

test('thirty creations at once get thirty ports, and nobody else’s', async (t) => {
  const app = await startDatasources(t);
  const squatter = createServer().listen({ host: '127.0.0.1', port: 6385 });
  await once(squatter, 'listening');
  t.after(() => squatter.close());
  const all = await Promise.all(
    Array.from({ length: 30 }, () => app.create({ type: 'redis', autoSetup: false })),
  );
  const ports = new Set(all.map(({ port }) => port));
  assert.equal(ports.size, 30);
  assert.ok(!ports.has(6385));
  assert.equal(new Set(all.map(({ name }) => name)).size, 30);
  for (const { id } of all.slice(0, count(4, 30))) {
    assert.equal((await app.settled(id)).status, 'running');
  }
});

test('a port that is taken is refused by name, and a datasource moves to another', async (t) => {
  const app = await startDatasources(t);
  const { id, port } = await app.create({ type: 'redis', port: 6601 });
  await app.ready(id);
  const url = await app.url(id);
  assert.equal(await counting.redis(url), 1);
  const place = `/api/projects/${app.project.id}/datasources`;
  for (const body of [
    { type: 'redis', port },
    { type: 'postgresql', port },
  ]) {
    const { code } = await app.call<{ code: string }>('POST', place, body, 409);
    assert.equal(code, 'port-taken');
  }
  await app.call('PUT', `/api/datasources/${id}`, { port: 6602, name: 'moved' });
  const moved = await app.ready(id);
  assert.deepEqual([moved.port, moved.name], [6602, 'moved']);
  assert.equal(await counting.redis(await app.url(id)), 2);
  await assert.rejects(counting.redis(url));

  // While it is stopped another program takes its port.
  await app.call('POST', `/api/datasources/${id}/stop`);
  await app.settled(id);
  const squatter = createServer().listen({ host: '127.0.0.1', port: 6602 });
  await once(squatter, 'listening');
  t.after(() => squatter.close());
  await app.call('POST', `/api/datasources/${id}/start`);
  const { badge, error } = await app.settled(id);
  assert.deepEqual([badge, error?.code], ['error', 'port-taken'], JSON.stringify(error));
});

test('a port that somebody takes while the container is made is left to him, or told where it was asked for', async (t) => {
  const app = await startDatasources(t);
  const taken = async (port: number | null): Promise<void> => {
    const squatter = createServer().listen({ host: '127.0.0.1', port: port ?? 0 });
    await once(squatter, 'listening');
    t.after(() => squatter.close());
  };
  const { id, port } = await app.create({ type: 'redis' });
  await taken(port);
  const one = await app.ready(id);
  assert.ok((one.port ?? 0) > (port ?? 0), `${one.port} after ${port}`);
  assert.equal(await counting.redis(await app.url(id)), 1);
  assert.equal((await app.containers()).length, 1);

  const asked = await app.create({ type: 'redis', port: 6603 });
  await taken(asked.port);
  const { error, badge } = await app.settled(asked.id);
  assert.equal(badge, 'error');
  assert.equal(error?.code, 'port-taken');
  assert.match(error.repair ?? '', /Move the datasource to another port/);
});

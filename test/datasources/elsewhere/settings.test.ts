import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import type { DockerInfo } from '../../../src/protocol/datasources.js';
import { dockerAddress } from '../../../src/service/platform/docker/dockerAddress.js';
import { startTestApp } from '../../support/serviceApp.js';
import { startDatasources } from '../datasourceApp.js';

test('the chosen engine and address are of effect at once, and kept', async (t) => {
  const app = await startDatasources(t);
  const usual = await app.call<DockerInfo>('GET', '/api/docker/info');
  const socket = path.join(app.root, 'chosen.sock');
  await symlink(dockerAddress().address.replace('unix://', ''), socket);
  const chosen = { host: `unix://${socket}`, connectAddress: 'localhost' };
  const { id } = await app.create({ type: 'redis' });
  assert.equal((await app.ready(id)).host, '127.0.0.1');

  await app.call('PUT', '/api/docker/settings', chosen);
  const info = await app.call<DockerInfo>('GET', '/api/docker/info');
  const { source, address, connectHost, connectWay } = info;
  assert.deepEqual(
    { source, address, connectHost, connectWay },
    { source: 'setting', address: chosen.host, connectHost: 'localhost', connectWay: 'given' },
  );
  await app.until(async () => (await app.get(id)).host === 'localhost' || undefined);
  assert.match(await app.url(id), /@localhost:/);

  await app.call('PUT', '/api/docker/settings', { host: 'nonsense', connectAddress: null }, 400);
  assert.deepEqual(await app.call('GET', '/api/docker/settings'), chosen);
  await app.service.close();
  const again = await startTestApp(t, { home: app.service.home });
  const kept = await again.app.inject({ url: '/api/docker/settings', headers: again.authorized });
  assert.deepEqual(kept.json(), chosen);
  await again.app.inject({
    ...{ method: 'PUT', url: '/api/docker/settings', headers: again.authorized },
    payload: { host: null, connectAddress: null },
  });
  const back = await again.app.inject({ url: '/api/docker/info', headers: again.authorized });
  assert.deepEqual(back.json(), usual);
});

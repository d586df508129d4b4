import assert from 'node:assert/strict';
import test from 'node:test';
import type { DatasourceLogLine } from '../../src/protocol/datasources.js';
import { counting } from './clients.js';
import { startDatasources } from './datasourceApp.js';

for (const type of ['postgresql', 'mariadb', 'mysql', 'redis', 'mongodb'] as const) {
  test(`${type}: from its name alone to an application that writes, over a stop and a start, to nothing`, async (t) => {
    const app = await startDatasources(t);
    const { id } = await app.create({ type });
    const one = await app.ready(id);
    assert.equal(one.name, `shop-${type}-1`);
    assert.equal(one.status, 'running');
    const url = await app.url(id);
    assert.equal(await counting[type](url), 1);

    await app.call('POST', `/api/datasources/${id}/stop`);
    assert.equal((await app.settled(id)).badge, 'stopped');
    await assert.rejects(counting[type](url));
    await app.call('POST', `/api/datasources/${id}/start`);
    assert.equal((await app.ready(id)).port, one.port);
    assert.equal(await counting[type](url), 2);

    const lines = await app.call<DatasourceLogLine[]>('GET', `/api/datasources/${id}/logs?lines=5`);
    assert.ok(lines.length > 0 && lines.length <= 5);
    assert.ok(lines.every(({ at }) => Date.parse(at) >= Date.parse(one.createdAt)));

    await app.deleted(id, '?volume=delete');
    assert.deepEqual(await app.containers(), []);
    assert.deepEqual(await app.volumes(), []);
  });
}

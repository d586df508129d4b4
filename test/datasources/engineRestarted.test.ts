import assert from 'node:assert/strict';
import test from 'node:test';
import type { DockerInfo } from '../../src/protocol/datasources.js';
import { cleanUp } from '../support/cleanup.js';
import { counting } from './clients.js';
import { startDatasources, type DatasourceApp } from './datasourceApp.js';
import { OwnEngine } from './ownEngine.js';

const limitMs = 2_000;
const skip =
  process.platform === 'linux' && process.getuid?.() === 0
    ? false
    : 'an engine of its own is started by root, on Linux';

/** When the service shows a datasource like this. */
async function shown(app: DatasourceApp, id: number, badge: string): Promise<number> {
  await app.until(async () => ((await app.get(id)).badge === badge ? true : undefined));
  return performance.now();
}

test(
  'an engine that is stopped and started again is told within two seconds, and its datasource goes on by itself',
  { skip },
  async (t) => {
    const engine = await OwnEngine.make(t);
    await engine.start();
    await engine.addRedis();
    process.env['QUANTUM_DOCKER_HOST'] = engine.address;
    cleanUp(t, () => delete process.env['QUANTUM_DOCKER_HOST']);
    const app = await startDatasources(t);
    const { id } = await app.create({ type: 'redis' });
    const { port } = await app.ready(id);
    assert.equal(await counting.redis(await app.url(id)), 1);

    const gone = shown(app, id, 'unavailable');
    await engine.stop();
    const stopped = performance.now();
    assert.ok((await gone) - stopped < limitMs, `told ${(await gone) - stopped} ms after its end`);
    const info = await app.call<DockerInfo>('GET', '/api/docker/info');
    assert.equal(info.available, false);
    assert.ok(info.problem !== null && info.repair !== null);

    const back = shown(app, id, 'ready');
    await engine.start();
    const started = performance.now();
    assert.ok(
      (await back) - started < limitMs,
      `ready ${(await back) - started} ms after it answers`,
    );
    const one = await app.get(id);
    assert.deepEqual([one.status, one.port, one.error], ['running', port, null]);
    assert.equal(await counting.redis(await app.url(id)), 2);
  },
);

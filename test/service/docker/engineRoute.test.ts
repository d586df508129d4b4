import assert from 'node:assert/strict';
import test from 'node:test';
import { EnginePlace } from '../../../src/service/platform/docker/enginePlace.js';
import type { ContainerPlace, Engine } from '../../../src/service/platform/docker/engine.js';
import { engineRoute, type EngineRoute } from '../../../src/service/platform/docker/engineRoute.js';

const unix = 'unix:///var/run/docker.sock';

/** The route to the ports of an engine, as this process sees it. */
function routeTo(
  address: string,
  { own, given = null }: { own?: ContainerPlace | 'unknown'; given?: string | null } = {},
): Promise<EngineRoute> {
  const place = own === 'unknown' ? undefined : own;
  const engine = { place: () => Promise.resolve(place) } as Partial<Engine> as Engine;
  return engineRoute({
    ...{ engine, connectAddress: given, ownContainer: own === undefined ? null : 'c1' },
    place: { address, source: 'default', certificates: null },
  });
}

const network = (name: string) => ({ name, address: '172.18.0.2', gateway: '172.18.0.1' });

test('the way to the ports follows from where the engine is', async () => {
  const way = async (...given: Parameters<typeof routeTo>): Promise<string> =>
    (await routeTo(...given)).way;
  assert.equal(await way(unix), 'here');
  assert.equal(await way('npipe:////./pipe/docker_engine'), 'here');
  assert.equal(await way('tcp://localhost:2375'), 'here');
  assert.equal(await way('https://[::1]:2376'), 'here');
  assert.equal(await way('tcp://far:2376'), 'engine');
  assert.equal(await way('ssh://me@far'), 'ssh');
  assert.deepEqual(await routeTo('ssh://me@far', { given: 'db.internal' }), {
    ...{ way: 'given', host: 'db.internal' },
  });
});

test('inside of a container its network is the way, unless it has the engine’s or is the engine’s home', async () => {
  const inside = (...networks: string[]): ContainerPlace => ({
    ...{ sharesHost: false, networks: networks.map(network) },
  });
  const over = async (own: ContainerPlace | 'unknown'): Promise<string> => {
    const route = await routeTo(unix, { own });
    return route.way === 'network' ? route.network : route.way;
  };
  assert.equal(await over(inside('bridge')), 'bridge');
  assert.equal(await over(inside('bridge', 'shop_default')), 'shop_default');
  assert.equal(await over(inside('none')), 'engine');
  assert.equal(await over({ sharesHost: true, networks: [network('host')] }), 'here');
  assert.equal(await over('unknown'), 'here');
});

test('what others publish on all addresses is reached at the engine’s machine, on its loopback not at all', async () => {
  const place = new EnginePlace({ QUANTUM_DOCKER_HOST: 'tcp://far:2376' });
  const route = await routeTo('tcp://far:2376');
  assert.equal(place.hostOfPublished(route, '0.0.0.0'), 'far');
  assert.equal(place.hostOfPublished(route, '127.0.0.1'), null);
  const shell = await routeTo('ssh://me@shell');
  assert.equal(place.hostOfPublished(shell, '::'), 'shell');
  assert.equal(place.hostOfPublished(await routeTo(unix), '127.0.0.1'), '127.0.0.1');
});

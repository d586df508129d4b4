import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { Datasource } from '../../src/protocol/datasources.js';
import { homePaths } from '../../src/protocol/home.js';
import { OwnContainers } from '../../src/service/datasources/ownContainers.js';
import { dockerAddress } from '../../src/service/platform/docker/dockerAddress.js';
import { openEngine } from '../../src/service/platform/docker/dockerEngine.js';
import { cleanUp } from '../support/cleanup.js';
import { eventually } from '../support/eventually.js';
import { Random } from '../support/random.js';
import { startService, temporaryHome, type RunningService } from '../support/runningService.js';
import { count, seed } from '../support/slice.js';
import { temporaryFolder } from '../support/serviceApp.js';
import { counting } from './clients.js';

const rounds = count(12, 100);
/** About as long as the longest of what is killed takes, here. */
const longestMs = 1_500;
const engine = openEngine(dockerAddress());
const preparedVolumes = '/api/datasources/prepared-volumes';
/** For the next datasource. */
const isPrepared = (name: string): boolean => name.startsWith('quantum-prepared-');

/** One home, whose service is killed and started again. */
class Home {
  service!: RunningService;
  project = 0;
  readonly own: OwnContainers;

  constructor(
    private readonly t: TestContext,
    private readonly home: string,
  ) {
    this.own = new OwnContainers(homePaths(home).files);
  }

  async start(): Promise<void> {
    this.service = await startService(this.t, { home: this.home });
  }

  async kill(): Promise<void> {
    this.service.process.kill('SIGKILL');
    await this.service.ended;
  }

  async call<T>(method: string, url: string, body?: object): Promise<T> {
    const answer = await fetch(`${this.service.baseUrl}${url}`, {
      method,
      headers: {
        authorization: `Bearer ${this.service.token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    assert.ok(answer.ok, `${method} ${url}: ${answer.status} ${text}`);
    return JSON.parse(text) as T;
  }

  list(): Promise<Datasource[]> {
    return this.call('GET', `/api/projects/${this.project}/datasources`);
  }

  /** All datasources, once no job works on any. */
  settled(): Promise<Datasource[]> {
    const look = async (): Promise<Datasource[] | null> => {
      const list = await this.list();
      return list.every(({ jobId }) => jobId === null) ? list : null;
    };
    return eventually(look, { withinMs: 120_000, everyMs: 50, what: 'the jobs to have ended' });
  }

  /** That each datasource has its container and its volume, and what `isSpare` names is all beside them. */
  async assertKept(
    list: readonly Datasource[],
    said: string,
    isSpare: (name: string) => boolean,
  ): Promise<void> {
    const sorted = (all: readonly (string | null)[]): unknown[] => [...all].sort();
    const kept = list.map(({ volume }) => volume);
    const other = (name: string): boolean => kept.includes(name) || !isSpare(name);
    const names = (await this.own.all(engine)).map(({ name }) => name);
    const expected = list.map((one) => this.own.name(one));
    assert.deepEqual(sorted(names.filter(other)), sorted(expected), said);
    const volumes = await engine.volumes(this.own.label);
    assert.deepEqual(sorted(volumes.filter(other)), sorted(kept), said);
  }

  async url(id: number): Promise<string> {
    const path = `/api/datasources/${id}/password`;
    return (await this.call<{ url: string }>('POST', path)).url;
  }
}

async function startHome(t: TestContext): Promise<Home> {
  const home = new Home(t, await temporaryHome(t));
  const rootPath = await temporaryFolder(t, 'shop');
  await writeFile(path.join(rootPath, 'quantum.config.yaml'), 'server:\n  port: 8080\n');
  cleanUp(t, async () => {
    for (const { id } of await home.own.all(engine)) await engine.remove(id);
    for (const name of await engine.volumes(home.own.label)) await engine.removeVolume(name);
  });
  await home.start();
  home.project = (
    await home.call<{ id: number }>('POST', '/api/projects', { name: 'Shop', rootPath })
  ).id;
  await home.call('PUT', preparedVolumes, { enabled: true });
  return home;
}

test(`killed at ${rounds} points of creating, starting, stopping, deleting and preparing volumes, nothing is lost, doubled or left`, async (t) => {
  const draw = new Random(seed);
  const home = await startHome(t);
  const visits = new Map<number, number>();
  for (let round = 0; round < rounds; round += 1) {
    const before = await home.settled();
    const some = before.length === 0 ? undefined : draw.pick(before);
    const type = round % 4 === 0 ? 'postgresql' : 'redis';
    const act = draw.below(4);
    let gone: number | null = null;
    if (some === undefined || act === 0) {
      await home.call('POST', `/api/projects/${home.project}/datasources`, { type });
    } else if (act === 1) {
      await home.call('POST', `/api/datasources/${some.id}/stop`);
    } else if (act === 2) {
      await home.call('POST', `/api/datasources/${some.id}/restart`);
    } else {
      gone = some.id;
      await home.call('DELETE', `/api/datasources/${some.id}?volume=delete`);
    }
    await delay(draw.below(longestMs));
    await home.kill();
    await home.start();
    const after = await home.settled();
    const said = `seed ${seed}, round ${round}, ${['create', 'stop', 'restart', 'delete'][act] ?? ''}`;

    await home.assertKept(after, said, isPrepared);
    for (const one of after) {
      assert.equal(one.error, null, `${said}: ${JSON.stringify(one)}`);
      assert.ok(['ready', 'stopped'].includes(one.badge), `${said}: ${JSON.stringify(one)}`);
      const known = before.find(({ id }) => id === one.id);
      if (known) assert.equal(one.port, known.port, said);
      if (one.badge !== 'ready') continue;
      const visited = await counting[one.type as 'redis'](await home.url(one.id));
      assert.equal(visited, (visits.get(one.id) ?? 0) + 1, said);
      visits.set(one.id, visited);
    }
    assert.ok(gone === null || after.every(({ id }) => id !== gone), said);
  }
  // Some of them began with a prepared volume, and some were killed while one was prepared.
  await home.call('PUT', preparedVolumes, { enabled: false });
  await home.assertKept(await home.settled(), 'at the end', () => false);
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ensureDatabaseImages } from '../scripts/lib/databases/images.js';
import { runOrThrow } from '../scripts/lib/run.js';
import type { Datasource, DatasourcePassword } from '../src/protocol/datasources.js';
import type { ServiceEvent } from '../src/protocol/events.js';
import type { PreparedVolumes } from '../src/protocol/preparedVolumes.js';
import type { Project } from '../src/protocol/projects.js';
import { quantile, spread, type BenchResult } from './bench.js';
import { queries, type Benched } from './datasource/clients.js';
import { engineEvent } from './datasource/engineEvents.js';
import { bareStart, BareVolume } from './datasource/floor.js';
import { startBenchedService, type BenchedService } from './support/benchedService.js';
import { EventTail } from './support/eventTail.js';

const ratioLimit = 1.15;
const redisLimitMs = 1_000;
const preparedLimitMs = 600;
const eventLimitMs = 100;
const afterReady = { queries: 200, overMs: 5_000 };

/** One home, one project and what its windows hear. */
interface Bench {
  readonly service: BenchedService;
  readonly project: number;
  readonly events: EventTail;
}

/**
 * From the click (the request that a window sends) to a query of the application's user, beside `docker run`
 * and a bare client of the same image in turn; queries right after ready; from an engine's event to the tree.
 */
export async function run(): Promise<readonly BenchResult[]> {
  const n = Number(process.env['QUANTUM_BENCH_N'] ?? 10);
  await ensureDatabaseImages(console.error);
  const folder = await mkdtemp(path.join(tmpdir(), 'quantum-bench-datasource-'));
  await writeFile(path.join(folder, 'quantum.config.yaml'), 'server:\n  port: 8080\n');
  const service = await startBenchedService();
  try {
    const body = { name: 'Bench', rootPath: folder };
    const { id: project } = await service.json<Project>('POST', '/api/projects', body);
    const events = await EventTail.open(service);
    try {
      const bench = { service, project, events };
      return [
        await besideFloor(bench, 'postgresql', n),
        await besideFloor(bench, 'mariadb', n),
        await besideFloor(bench, 'redis', 2 * n),
        await overPrepared(bench, 'postgresql', n),
        await overPrepared(bench, 'mariadb', n),
        await queriesAfterReady(bench, 'postgresql'),
        await queriesAfterReady(bench, 'mariadb'),
        await eventToTree(bench, 2 * n),
      ];
    } finally {
      await events.close();
    }
  } finally {
    await service.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Either in turn, so that both see the same machine; the first of each warms up and is not counted. */
async function besideFloor(bench: Bench, type: Benched, n: number): Promise<BenchResult> {
  const mine: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round <= n; round += 1) {
    const { ms, id } = await created(bench, type);
    await deleted(bench, id);
    const bare = await bareStart(type);
    if (round === 0) continue;
    mine.push(ms);
    floor.push(bare);
  }
  const isRedis = type === 'redis';
  const at = isRedis ? 0.95 : 0.5;
  const [value, bare] = [quantile(mine, at), quantile(floor, at)];
  return {
    name: `${type}: click to a query, p${at * 100}`,
    value: value / 1_000,
    ...{ unit: 's', n, spread: spread(mine) / 1_000, floor: bare / 1_000, ratio: value / bare },
    target: isRedis ? '≤ 1 s' : `≤ ${ratioLimit} × docker run + client`,
    ok: isRedis ? value <= redisLimitMs : value <= ratioLimit * bare,
  };
}

/** The same over a prepared volume, beside `docker run` over a volume that a server has set up before. */
async function overPrepared(
  bench: Bench,
  type: 'postgresql' | 'mariadb',
  n: number,
): Promise<BenchResult> {
  const { service } = bench;
  const url = '/api/datasources/prepared-volumes';
  const { id: example } = await created(bench, type);
  const bare = await BareVolume.make(type);
  const mine: number[] = [];
  const floor: number[] = [];
  try {
    await service.json('PUT', url, { enabled: true });
    for (let round = 0; round <= n; round += 1) {
      await prepared(bench, type);
      const { ms, id } = await created(bench, type);
      await deleted(bench, id);
      // Nothing is prepared beside the floor: the next volume is awaited.
      await prepared(bench, type);
      const over = await bare.start();
      if (round === 0) continue;
      mine.push(ms);
      floor.push(over);
    }
  } finally {
    await service.json('PUT', url, { enabled: false });
    await bare.remove();
    await deleted(bench, example);
  }
  const [value, over] = [quantile(mine, 0.5), quantile(floor, 0.5)];
  const isMeasured = type === 'postgresql';
  return {
    name: `${type}: click to a query over a prepared volume, p50`,
    value: value / 1_000,
    ...{ unit: 's', n, spread: spread(mine) / 1_000, floor: over / 1_000, ratio: value / over },
    target: isMeasured ? `≤ ${preparedLimitMs / 1_000} s` : 'none',
    ok: isMeasured ? value <= preparedLimitMs : null,
  };
}

async function prepared({ service }: Bench, type: string): Promise<void> {
  for (;;) {
    const route = '/api/datasources/prepared-volumes';
    const { volumes, problem } = await service.json<PreparedVolumes>('GET', route);
    if (problem !== null) throw new Error(problem);
    if (volumes.some((one) => one.type === type && one.state === 'ready')) return;
    await delay(20);
  }
}

/** Express, and as soon as the window hears that it is ready, one query with what it would connect with. */
async function created(
  bench: Bench,
  type: Benched,
): Promise<{ readonly ms: number; readonly id: number }> {
  const { service, project, events } = bench;
  const settled = new Settled(events);
  const began = performance.now();
  const url = `/api/projects/${project}/datasources`;
  const { id } = await service.json<Datasource>('POST', url, { type });
  await settled.of(id);
  await queries[type](await urlOf(service, id));
  return { ms: performance.now() - began, id };
}

/** Hears from before the request is sent when a datasource is set up. */
class Settled {
  private readonly heard = new Map<number, ServiceEvent & { setupStatus: string }>();
  private rang = (): void => undefined;
  private isHeard = false;

  constructor(events: EventTail) {
    // Others that are ready may be told of meanwhile: listens until the one that is asked for is heard.
    void events.next((event) => {
      if (event.type !== 'datasource_status_changed') return this.isHeard;
      const isOver = event.setupStatus === 'ready' || event.setupStatus === 'error';
      if (isOver) this.heard.set(event.id, event);
      this.rang();
      return this.isHeard;
    });
  }

  async of(id: number): Promise<void> {
    for (;;) {
      const event = this.heard.get(id);
      this.isHeard = event !== undefined;
      if (event?.setupStatus === 'ready') return;
      if (event) throw new Error(`datasource ${id} was not set up`);
      await new Promise<void>((resolve) => (this.rang = resolve));
    }
  }
}

async function urlOf(service: BenchedService, id: number): Promise<string> {
  const route = `/api/datasources/${id}/password`;
  return (await service.json<DatasourcePassword>('POST', route)).url ?? '';
}

async function deleted({ service, events }: Bench, id: number): Promise<void> {
  const gone = events.next((event) => event.type === 'datasource_deleted' && event.id === id);
  // Its job works on it for a moment after it is ready.
  for (;;) {
    const { jobId } = await service.json<Datasource>('GET', `/api/datasources/${id}`);
    if (jobId === null) break;
    await delay(5);
  }
  await service.json('DELETE', `/api/datasources/${id}?volume=delete`);
  await gone;
}

/** A connection each, an even way apart, from the moment it is said to be ready. */
async function queriesAfterReady(bench: Bench, type: Benched): Promise<BenchResult> {
  const { id } = await created(bench, type);
  const url = await urlOf(bench.service, id);
  const asked: Promise<unknown>[] = [];
  for (let query = 0; query < afterReady.queries; query += 1) {
    asked.push(queries[type](url).catch((error: unknown) => error as Error));
    await delay(afterReady.overMs / afterReady.queries);
  }
  const failed = (await Promise.all(asked)).filter((answer) => answer !== undefined);
  for (const failure of failed) console.error(failure);
  await deleted(bench, id);
  return {
    name: `${type}: queries that failed within 5 s of ready`,
    value: failed.length,
    ...{ unit: 'count', n: afterReady.queries, spread: 0, floor: null, ratio: null },
    target: 'none',
    ok: failed.length === 0,
  };
}

/** From the time that the engine gives its event to the moment a window has what its tree draws then. */
async function eventToTree(bench: Bench, n: number): Promise<BenchResult> {
  const { service, events } = bench;
  const { id } = await created(bench, 'redis');
  const { containerId } = await service.json<Datasource>('GET', `/api/datasources/${id}`);
  const container = containerId ?? '';
  const times: number[] = [];
  for (let round = 0; round < n; round += 1) {
    const [verb, action, state] =
      round % 2 === 0
        ? (['kill', 'die', 'stopped'] as const)
        : (['start', 'start', 'running'] as const);
    const told = events.next(
      (event) =>
        event.type === 'datasource_status_changed' && event.id === id && event.status === state,
    );
    const shown = told.then(async () => {
      await service.json('GET', `/api/projects/${bench.project}/datasources`);
      return Date.now();
    });
    const happened = await engineEvent(container, action, () =>
      runOrThrow('docker', [verb, container]),
    );
    times.push((await shown) - happened);
  }
  await deleted(bench, id);
  const value = quantile(times, 0.95);
  return {
    name: 'engine event to the tree, p95',
    value,
    ...{ unit: 'ms', n, spread: spread(times), floor: null, ratio: null },
    target: `≤ ${eventLimitMs} ms`,
    ok: value <= eventLimitMs,
  };
}

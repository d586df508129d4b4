import type { Project } from '../src/protocol/projects.js';
import type { ServiceStatus } from '../src/protocol/service.js';
import { quantile, spread, type BenchResult } from './bench.js';
import { startNodeHttp } from './floors/nodeHttp.js';
import { startBenchedService, type BenchedService } from './support/benchedService.js';
import { LoadProcess } from './support/load.js';

const rounds = 10;
const perRound = 200;
const idleSeconds = 60;
const projects = 50;
const writers = 8;
const perSecond = 200;
const seconds = 30;

/** The built service: one read beside bare `node:http`, memory when idle, reads while others write. */
export async function run(): Promise<readonly BenchResult[]> {
  const service = await startBenchedService();
  try {
    await service.json('GET', '/api/projects');
    const one = await readsBesideFloor(service, 'GET /api/projects, empty');
    await new Promise((resolve) => setTimeout(resolve, idleSeconds * 1_000));
    const { memoryBytes } = await service.json<ServiceStatus>('GET', '/api/service');
    const memory = memoryBytes / 2 ** 20;
    const urls: string[] = [];
    for (let i = 0; i < projects; i += 1) {
      const body = { name: `project ${i}`, description: 'One of many' };
      const { id } = await service.json<Project>('POST', '/api/projects', body);
      urls.push(`${service.url}/api/projects/${id}`);
    }
    const many = await readsBesideFloor(service, `GET /api/projects, ${projects} projects`);
    return [
      one,
      many,
      {
        name: `memory after ${idleSeconds} s idle`,
        value: memory,
        unit: 'MB',
        n: 1,
        spread: 0,
        floor: null,
        ratio: null,
        target: '≤ 140 MB',
        ok: memory <= 140,
      },
      ...(await readsWhileWriting(service, urls)),
    ];
  } finally {
    await service.stop();
  }
}

/** Rounds of either in turn, so that both see the same machine. */
async function readsBesideFloor(service: BenchedService, name: string): Promise<BenchResult> {
  const body = JSON.stringify(await service.json('GET', '/api/projects'));
  const floor = await startNodeHttp(body);
  const client = new LoadProcess();
  const times: number[] = [];
  const floorTimes: number[] = [];
  try {
    const { token } = service;
    for (let round = 0; round <= rounds; round += 1) {
      const url = `${service.url}/api/projects`;
      const measured = await client.run({ kind: 'closed', url, token, n: perRound });
      const bare = await client.run({ kind: 'closed', url: floor.url, token, n: perRound });
      if (measured.failures + bare.failures > 0) throw new Error(`${name}: requests failed`);
      // The first round warms both up.
      if (round === 0) continue;
      times.push(...measured.latencies);
      floorTimes.push(...bare.latencies);
    }
  } finally {
    await Promise.all([client.stop(), floor.stop()]);
  }
  const value = quantile(times, 0.5);
  const bare = quantile(floorTimes, 0.5);
  const ratio = value / bare;
  return {
    name: `${name}, p50`,
    value,
    unit: 'ms',
    n: times.length,
    spread: spread(times),
    floor: bare,
    ratio,
    target: '≤ 5 × bare node:http',
    ok: ratio <= 5,
  };
}

/** Open loop, first against bare `node:http` for what this machine does to any server. */
async function readsWhileWriting(
  service: BenchedService,
  urls: readonly string[],
): Promise<BenchResult[]> {
  const { token } = service;
  const body = JSON.stringify(await service.json('GET', '/api/projects'));
  const floor = await startNodeHttp(body);
  const reader = new LoadProcess();
  const writing = new LoadProcess();
  try {
    const bare = await reader.run({ kind: 'open', url: floor.url, token, perSecond, seconds: 10 });
    writing.start({ kind: 'writers', urls, token, callers: writers });
    const url = `${service.url}/api/projects`;
    const reads = await reader.run({ kind: 'open', url, token, perSecond, seconds });
    const written = await writing.end();
    if (reads.failures > 0) throw new Error(`${reads.failures} reads failed`);
    const p99 = quantile(reads.latencies, 0.99);
    const bareP99 = quantile(bare.latencies, 0.99);
    const median = quantile(reads.latencies, 0.5);
    const bareMedian = quantile(bare.latencies, 0.5);
    return [
      {
        name: `reads at ${perSecond}/s while ${writers} write, p50`,
        value: median,
        unit: 'ms',
        n: reads.latencies.length,
        spread: spread(reads.latencies),
        floor: bareMedian,
        ratio: median / bareMedian,
        target: null,
        ok: null,
      },
      {
        name: `reads at ${perSecond}/s while ${writers} write, p99`,
        value: p99,
        unit: 'ms',
        n: reads.latencies.length,
        spread: spread(reads.latencies),
        floor: bareP99,
        ratio: p99 / bareP99,
        target: 'p99 ≤ 5 ms',
        ok: p99 <= 5,
      },
      {
        name: `acknowledged writes beside them (${written.failures} refused)`,
        value: written.latencies.length / seconds,
        unit: '1/s',
        n: written.latencies.length,
        spread: 0,
        floor: null,
        ratio: null,
        target: null,
        ok: null,
      },
    ];
  } finally {
    await Promise.all([reader.stop(), writing.stop(), floor.stop()]);
  }
}

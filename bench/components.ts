import { appendFile, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readEventStream } from '../src/client/readEventStream.js';
import type { ScanResult } from '../src/protocol/components.js';
import { quantile, spread, type BenchResult } from './bench.js';
import { startBenchedService, type BenchedService } from './support/benchedService.js';
import { writeGeneratedProject } from './support/generatedProject.js';

const files = 10_000;
const rounds = 20;

/**
 * A project of 10,000 components: the first scan, one when nothing changed, and how long after a file was saved a
 * follower is told what became of it.
 */
export async function run(): Promise<readonly BenchResult[]> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'quantum-components-')));
  const service = await startBenchedService();
  try {
    await writeGeneratedProject(folder, files);
    const project = { rootPath: folder };
    const { id } = await service.json<{ id: number }>('POST', '/api/projects/open', project);
    const cold = await scanned(service, id);
    // What was written a moment ago is read once more.
    await scanned(service, id);
    const warm = await each(() => scanned(service, id));
    const told = await toldAfterSaving(service, id, async () => {
      await appendFile(path.join(folder, 'components', 'area07', 'Part00700.q'), ' ');
    });
    return [
      result('scan of 10,000 components, cold', [cold], 2_500),
      result('scan of 10,000 components, nothing changed', warm, 300),
      result('10,000 components followed, one saved and told', told, 100),
    ];
  } finally {
    await service.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function scanned(service: BenchedService, id: number): Promise<number> {
  const begin = performance.now();
  const found = await service.json<ScanResult>('POST', `/api/projects/${id}/scan`);
  if (found.components_found !== files) throw new Error(JSON.stringify(found));
  return performance.now() - begin;
}

/** How long after each save the service says that components changed. */
async function toldAfterSaving(
  service: BenchedService,
  id: number,
  save: () => Promise<void>,
): Promise<number[]> {
  await service.json('POST', `/api/projects/${id}/watch`);
  let tell: (type: string) => void = () => undefined;
  const told = (type: string): Promise<void> =>
    new Promise((resolve) => (tell = (heard) => heard === type && resolve()));
  const ended = new AbortController();
  const ready = told('ready');
  const reading = readEventStream(
    { port: Number(new URL(service.url).port), token: service.token },
    {
      lastEventId: undefined,
      signal: ended.signal,
      readyLimitMs: 5_000,
      onEvent: ({ type }) => tell(type),
    },
  );
  try {
    await ready;
    return await each(async () => {
      const heard = told('components_changed');
      const begin = performance.now();
      await save();
      await heard;
      return performance.now() - begin;
    });
  } finally {
    ended.abort();
    await reading;
  }
}

async function each(measure: () => Promise<number>): Promise<number[]> {
  const samples: number[] = [];
  for (let round = 0; round < rounds; round += 1) samples.push(await measure());
  return samples;
}

function result(name: string, samples: readonly number[], most: number): BenchResult {
  const value = quantile(samples, 0.5);
  return {
    ...{ name, value, unit: 'ms', n: samples.length, spread: spread(samples) },
    ...{ floor: null, ratio: null, target: `p50 ≤ ${most} ms`, ok: value <= most },
  };
}

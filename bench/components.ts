import { appendFile, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ScanResult } from '../src/protocol/components.js';
import { quantile, spread, type BenchResult } from './bench.js';
import { startBenchedService, type BenchedService } from './support/benchedService.js';
import { writeGeneratedProject } from './support/generatedProject.js';

const files = 10_000;
const rounds = 20;

/** A project of 10,000 components: the first scan, one when nothing changed, and one when a file was saved. */
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
    const saved = await each(async () => {
      await appendFile(path.join(folder, 'components', 'area07', 'Part00700.q'), ' ');
      return scanned(service, id);
    });
    return [
      result('scan of 10,000 components, cold', [cold], 2_500),
      result('scan of 10,000 components, nothing changed', warm, 300),
      result('scan of 10,000 components, one saved', saved, 300),
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

import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { quantile, spread, type BenchResult } from '../bench.js';
import { readAndScan } from '../floors/readAndScan.js';
import { writeGeneratedProject } from './generatedProject.js';
import type { IndexStart } from './indexOnce.js';

const files = 10_000;
const runs = 3;
const run = promisify(execFile);

/** A project of 10,000 files taken into the index, cold and from its cache; each start is its own process. */
export async function indexBench(root: string): Promise<BenchResult[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'quantum-index-'));
  try {
    const project = path.join(folder, 'project');
    const bytes = await writeGeneratedProject(project, files);
    console.log(`${files} files, ${(bytes / 1e6).toFixed(1)} MB`);
    const program = await bundled(root, folder);
    const floors: number[] = [];
    const cold: IndexStart[] = [];
    const warm: IndexStart[] = [];
    for (let at = 0; at < runs; at += 1) {
      const cache = path.join(folder, `cache${at}`);
      floors.push(readAndScan(project));
      cold.push(await start(program, project, cache));
      warm.push(await start(program, project, cache));
    }
    const memory = Math.max(...cold.map(({ memoryMB }) => memoryMB));
    return [
      result('index, 10,000 files, cold', 's', cold, 1000, floors, 2.5),
      result('index, 10,000 files, from its cache', 'ms', warm, 1, floors, 300),
      {
        name: 'index, most memory of a cold start',
        value: memory,
        unit: 'MB',
        n: cold.length,
        spread: 0,
        floor: null,
        ratio: null,
        target: '≤ 200 MB',
        ok: memory <= 200,
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The index and its worker as they ship: bundled and minified. */
async function bundled(root: string, folder: string): Promise<{ main: string; worker: string }> {
  await build({
    absWorkingDir: root,
    entryPoints: {
      main: 'bench/support/indexOnce.ts',
      worker: 'src/server/project/indexWorker.ts',
    },
    outdir: path.join(folder, 'programs'),
    outExtension: { '.js': '.cjs' },
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    external: ['chokidar'],
    logLevel: 'error',
  });
  const program = (name: string): string => path.join(folder, 'programs', `${name}.cjs`);
  return { main: program('main'), worker: program('worker') };
}

async function start(
  { main, worker }: { main: string; worker: string },
  project: string,
  cache: string,
): Promise<IndexStart> {
  const { stdout } = await run(process.execPath, [main, project, cache, worker]);
  const told = JSON.parse(stdout) as IndexStart;
  if (told.files !== files || told.uses === 0) throw new Error(`The index is not whole: ${stdout}`);
  return told;
}

function result(
  name: string,
  unit: 's' | 'ms',
  starts: readonly IndexStart[],
  perUnit: number,
  floors: readonly number[],
  limit: number,
): BenchResult {
  const samples = starts.map(({ ms }) => ms / perUnit);
  const value = quantile(samples, 0.5);
  const floor = quantile(floors, 0.5) / perUnit;
  return {
    name,
    value,
    unit,
    n: samples.length,
    spread: spread(samples),
    floor,
    ratio: value / floor,
    target: `≤ ${limit} ${unit}`,
    ok: value <= limit,
  };
}

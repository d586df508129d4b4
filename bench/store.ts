import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { openSqljsStore } from '../src/service/platform/store/sqljs/sqljsEngine.js';
import type { Store } from '../src/service/platform/store/store.js';
import { quantile, spread, type BenchResult } from './bench.js';
import { appendAndSync } from './floors/storeAppend.js';

const writers = 8;
const writesEach = 300;
const bigMB = 50;
const MB = 1024 * 1024;
const now = (): Date => new Date();

function openAt(directory: string, snapshotBytes?: number): Promise<Store> {
  const onFatal = (reason: Error): never => {
    throw reason;
  };
  const settings = snapshotBytes === undefined ? {} : { snapshotBytes };
  return openSqljsStore({ directory, onFatal, now }, settings);
}

/** One row of an event, as most writes of the service have. */
async function writeEvent(store: Store, text: string): Promise<void> {
  await store.write((tx) =>
    tx
      .insertInto('event')
      .values({ at: now().toISOString(), type: 'bench', project_id: 1, body: text })
      .execute(),
  );
}

/** Time of each acknowledged write of `writers` at once, in ms, and of the whole, in s. */
async function load(store: Store, each: number): Promise<{ times: number[]; seconds: number }> {
  const times: number[] = [];
  const body = JSON.stringify({ type: 'bench', text: 'x'.repeat(60) });
  const begin = performance.now();
  const writer = async (): Promise<void> => {
    for (let index = 0; index < each; index++) {
      const from = performance.now();
      await writeEvent(store, body);
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: writers }, writer));
  return { times, seconds: (performance.now() - begin) / 1000 };
}

/** Longest time the event loop was away, and the most memory, until stopped. */
function watch(): () => { stallMs: number; memoryMB: number } {
  const period = 5;
  let stallMs = 0;
  let memory = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const at = performance.now();
    stallMs = Math.max(stallMs, at - last - period);
    last = at;
    memory = Math.max(memory, process.memoryUsage.rss());
  }, period);
  return () => {
    clearInterval(timer);
    return { stallMs, memoryMB: memory / MB };
  };
}

async function fill(store: Store, megabytes: number): Promise<void> {
  const body = 'y'.repeat(8 * 1024);
  for (let done = 0; done < megabytes * 112; done += 200) {
    await store.write(async (tx) => {
      const rows = Array.from({ length: 200 }, () => ({
        ...{ at: now().toISOString(), type: 'fill', project_id: 1, body },
      }));
      await tx.insertInto('event').values(rows).execute();
    });
  }
}

type Aim = readonly [target: string, ok: boolean] | null;

function figure(
  name: string,
  unit: BenchResult['unit'],
  value: number,
  samples: readonly number[],
  floor: number | null,
  aim: Aim,
): BenchResult {
  return {
    ...{ name, unit, value, n: samples.length, spread: spread(samples) },
    ...{ floor, ratio: floor === null ? null : value / floor },
    ...{ target: aim?.[0] ?? null, ok: aim?.[1] ?? null },
  };
}

function latencies(
  label: string,
  times: readonly number[],
  floor: readonly number[],
): BenchResult[] {
  const p99 = quantile(times, 0.99);
  return [
    figure(`${label}: p50`, 'ms', quantile(times, 0.5), times, quantile(floor, 0.5), null),
    figure(`${label}: p99`, 'ms', p99, times, quantile(floor, 0.99), ['p99 ≤ 10 ms', p99 <= 10]),
  ];
}

function rate(
  label: string,
  times: readonly number[],
  seconds: number,
  floor: readonly number[],
): BenchResult {
  const bare = floor.length / (floor.reduce((sum, each) => sum + each, 0) / 1000);
  return figure(`${label}: acknowledged writes`, '1/s', times.length / seconds, times, bare, null);
}

/** Acknowledged writes beside append + fdatasync on the same disk, small and with 50 MB and snapshots. */
export async function run(): Promise<BenchResult[]> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'quantum-bench-store-'));
  try {
    return [...(await small(root)), ...(await bundled(root))];
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function small(root: string): Promise<BenchResult[]> {
  const store = await openAt(path.join(root, 'small'));
  await load(store, 50);
  const floor = await appendAndSync(path.join(root, 'floor'), 250, 1000);
  const { times, seconds } = await load(store, writesEach);
  await store.close();
  return [rate('8 writers', times, seconds, floor), ...latencies('8 writers', times, floor)];
}

/**
 * Runs `big` as the product runs: bundled, in a process of its own, filled by another one, so that
 * neither the TypeScript loader's memory nor what filling leaves behind is counted as the store's.
 */
async function bundled(root: string): Promise<BenchResult[]> {
  const entry =
    "import { fillBig, big } from './store.js'; const [,, what, root] = process.argv;" +
    "(what === 'fill' ? fillBig(root) : big(root)).then((found) => console.log(JSON.stringify(found ?? [])));";
  const program = path.join(root, 'bench.cjs');
  const { build } = await import('esbuild');
  await build({
    stdin: { contents: entry, resolveDir: __dirname, loader: 'ts' },
    ...{ bundle: true, platform: 'node', format: 'cjs', outfile: program, logLevel: 'error' },

    external: ['esbuild', 'pg-native'],
  });
  const wasm = createRequire(__filename).resolve('sql.js/dist/sql-wasm.wasm');
  await copyFile(wasm, path.join(root, 'sql-wasm.wasm'));
  const runProgram = promisify(execFile);
  await runProgram(process.execPath, [program, 'fill', root]);
  const { stdout } = await runProgram(process.execPath, [program, 'big', root]);
  return JSON.parse(stdout) as BenchResult[];
}

/** Makes the 50 MB store that `big` works on. */
export async function fillBig(root: string): Promise<void> {
  const store = await openAt(path.join(root, 'big'));
  await fill(store, bigMB);
  await store.close();
}

/** Figures of a large store, snapshots included. */
export async function big(root: string): Promise<BenchResult[]> {
  const directory = path.join(root, 'big');
  // A snapshot for each MB of journal: more than one within the run, ten times as often as in life.
  const store = await openAt(directory, MB);
  await load(store, 50);
  const before = await snapshots(directory);
  const floor = await appendAndSync(path.join(root, 'floor'), 250, 1000);
  const stop = watch();
  const { times, seconds } = await load(store, writesEach * 3);
  const { stallMs, memoryMB } = stop();
  const taken = (await snapshots(directory)) - before;
  const fileMB = (await store.stats()).sizeBytes / MB;
  await store.close();

  const openings: number[] = [];
  for (let index = 0; index < 3; index++) {
    const begin = performance.now();
    const opened = await openAt(directory);
    openings.push((performance.now() - begin) / 1000);
    await opened.close();
  }
  const label = '8 writers, 50 MB, snapshots';
  const slowest = Math.max(...openings);
  return [
    rate(label, times, seconds, floor),
    ...latencies(label, times, floor),
    figure(`${label}: taken`, 'count', taken, times, null, null),
    figure(`${label}: longest stall`, 'ms', stallMs, times, null, ['≤ 150 ms', stallMs <= 150]),
    figure(`${label}: memory`, 'MB', memoryMB, times, fileMB, [
      '≤ 6 × file',
      memoryMB <= 6 * fileMB,
    ]),
    figure('recovery, 50 MB', 's', slowest, openings, null, ['≤ 1 s', slowest <= 1]),
    await worstRecovery(root),
  ];
}

/** The newest generation of a snapshot. */
async function snapshots(directory: string): Promise<number> {
  const names = await readdir(directory);
  return Math.max(0, ...names.map((name) => Number(/^snapshot-(\d+)\.db$/.exec(name)?.[1] ?? 0)));
}

/** Opening with as much journal as there may be before a snapshot is due, none of it in one. */
async function worstRecovery(root: string): Promise<BenchResult> {
  const directory = path.join(root, 'journal');
  const store = await openAt(directory, 1024 * MB);
  const body = JSON.stringify({ type: 'bench', text: 'x'.repeat(60) });
  let bytes = 0;
  while (bytes < 4 * MB) {
    await Promise.all(Array.from({ length: 500 }, () => writeEvent(store, body)));
    const names = (await readdir(directory)).filter((name) => name.startsWith('journal-'));
    const sizes = await Promise.all(names.map((name) => stat(path.join(directory, name))));
    bytes = sizes.reduce((sum, each) => sum + each.size, 0);
  }
  const begin = performance.now();
  // A second opening is what a killed owner leaves; the first is fenced off by it.
  const again = await openAt(directory, 1024 * MB);
  const seconds = (performance.now() - begin) / 1000;
  await again.close();
  await store.close();
  const aim: Aim = ['≤ 1 s', seconds <= 1];
  return figure('recovery, 4 MB of journal', 's', seconds, [seconds], null, aim);
}

import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensurePython } from '../scripts/lib/testing/stages.js';
import { root } from '../scripts/lib/paths.js';
import { followRun } from '../src/cli/tests/followRun.js';
import { createEndpointApi } from '../src/client/createApi.js';
import { startBridge, type Bridge } from '../src/framework/bridge.js';
import type { FoundTests, TestOutcome } from '../src/framework/bridgeMessages.js';
import type { RunTests, TestRunDetail } from '../src/protocol/testRuns.js';
import { inPool } from '../src/service/tests/inPool.js';
import { quantile, spread, type BenchResult } from './bench.js';
import { startBenchedService, type BenchedService } from './support/benchedService.js';

const rounds = 10;
const singles = 100;
const commands = 3;
const page = 'components/catalogue.q';
const one = 'tests/shop.test.q::a category narrows the catalogue';

type Task = { readonly file: string; readonly name: string };

/** Tests of an application and suites of a checkout, beside the framework's own commands and a bare pool. */
export async function run(): Promise<readonly BenchResult[]> {
  const python = await ensurePython((line) => process.stderr.write(`${line}\n`));
  process.env['PATH'] = `${path.dirname(python)}${path.delimiter}${process.env['PATH'] ?? ''}`;
  const service = await startBenchedService();
  const folders: string[] = [];
  const copyOf = async (sample: string): Promise<string> => {
    const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'quantum-bench-tests-')));
    folders.push(folder);
    await cp(path.join(root, 'samples', sample), folder, { recursive: true });
    return folder;
  };
  try {
    const shop = await copyOf('storefront');
    const checkout = await copyOf('regression');
    return [
      ...(await ofApplication(python, shop, await runner(service, shop))),
      ...(await ofSuites(python, checkout, await runner(service, checkout))),
    ];
  } finally {
    await service.stop();
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  }
}

type Runner = (request: RunTests) => Promise<TestRunDetail>;

/** Runs tests of a folder to their end, as the command line does. @throws when one does not pass */
async function runner(service: BenchedService, rootPath: string): Promise<Runner> {
  const { id } = await service.json<{ id: number }>('POST', '/api/projects/open', { rootPath });
  const endpoint = { port: Number(new URL(service.url).port), token: service.token };
  const api = createEndpointApi(endpoint);
  return async (request) => {
    const { signal } = new AbortController();
    const { detail } = await followRun({ api, endpoint, projectId: id, request, signal });
    if (detail.test_run.status !== 'completed') throw new Error(JSON.stringify(detail.test_run));
    return detail;
  };
}

async function ofApplication(
  python: string,
  folder: string,
  ours: Runner,
): Promise<readonly BenchResult[]> {
  const bridges = [0, 1].map(() => bareBridge(python, folder));
  const [first] = bridges as [Bridge, Bridge];
  try {
    const tasks = await tasksOf(first, folder);
    await ours({});
    await bareRun(bridges, folder, tasks);
    const command = await each(commands, () => quantumTest(python, folder));
    const all = await each(rounds, () => ours({}));
    const bare = await each(rounds, () => bareRun(bridges, folder, tasks));
    const [file, name] = one.split('::') as [string, string];
    const bareOne = await each(singles, () => runOne(first, folder, { file, name }));
    const single = await each(singles, () => ours({ tests: [one] }));
    const saved = (saves: string, more: string, request: RunTests) =>
      each(rounds, async () => {
        await edit(path.join(folder, saves), more);
        await ours(request);
      });
    const ofPage = await saved(page, ' ', { affected_by: [page] });
    const touched = { tests: [one], affected_first: true };
    const ofPython = await saved('services/shipping.py', '# saved\n', touched);
    const ofConfiguration = await saved('quantum.config.yaml', '# saved\n', touched);
    const ofMigration = await saved('migrations/V001_catalogue.sql', '-- saved\n', touched);
    const n = tasks.length;
    return [
      result(`${n} application tests, against the command`, all, command, 0.5, 1 / 4.5),
      result(`${n} application tests, against a bare pool of two`, all, bare, 0.5, 1.25),
      limited('one warm test, its result stored', single, bareOne, 0.95, 40),
      limited('save of a page → its tests', ofPage, null, 0.95, 300),
      limited('save of a service → a test', ofPython, null, 0.95, 1_200),
      limited('save of the configuration → a test', ofConfiguration, null, 0.95, 1_200),
      limited('save of a migration → a test', ofMigration, null, 0.95, 1_200),
    ];
  } finally {
    for (const bridge of bridges) bridge.dispose();
  }
}

/** The suites, whose process has imported ahead; beside their runner on the command line. */
async function ofSuites(
  python: string,
  folder: string,
  ours: Runner,
): Promise<readonly BenchResult[]> {
  const { individual_test_results: results } = await ours({});
  const all: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(...(await each(1, () => bareRunner(python, folder))));
    all.push(...(await each(1, () => ours({}))));
  }
  return [result(`${results.length} suite tests, against the runner`, all, bare, 0.5, 1.1)];
}

function bareBridge(interpreter: string, cwd: string): Bridge {
  const script = path.join(root, 'python/quantum_bridge/__main__.py');
  return startBridge({ interpreter, script, cwd, ownGroup: true, log: () => undefined });
}

async function tasksOf(bridge: Bridge, folder: string): Promise<Task[]> {
  const { files } = await bridge.call<FoundTests>('tests', { root: folder });
  return files.flatMap(({ file, tests }) => tests.map(({ name }) => ({ file, name })));
}

async function runOne(bridge: Bridge, folder: string, task: Task): Promise<void> {
  const { passed } = await bridge.call<TestOutcome>('runTest', { root: folder, ...task });
  if (!passed) throw new Error(`${task.file}::${task.name} did not pass`);
}

async function bareRun(bridges: Bridge[], folder: string, tasks: Task[]): Promise<void> {
  const free = [...bridges];
  await inPool<Task, Bridge>({
    tasks,
    size: bridges.length,
    open: () => Promise.resolve(free.pop() as Bridge),
    close: () => Promise.resolve(),
    work: (bridge, task) => runOne(bridge, folder, task),
  });
}

function quantumTest(python: string, cwd: string): Promise<void> {
  const program = path.join(path.dirname(python), 'quantum');
  return new Promise((resolve, reject) => {
    execFile(program, ['test'], { cwd }, (error) => {
      if (error) reject(new Error(`quantum test: ${error.message}`));
      else resolve();
    });
  });
}

function bareRunner(python: string, cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const options = { cwd, maxBuffer: 64 * 1024 * 1024 };
    execFile(python, ['test_runner.py'], options, (error) => {
      if (error) reject(new Error(`test_runner.py: ${error.message}`));
      else resolve();
    });
  });
}

async function edit(file: string, more: string): Promise<void> {
  await writeFile(file, (await readFile(file, 'utf8')) + more);
}

async function each(times: number, measure: () => Promise<unknown>): Promise<number[]> {
  const samples: number[] = [];
  for (let round = 0; round < times; round += 1) {
    const begin = performance.now();
    await measure();
    samples.push(performance.now() - begin);
  }
  return samples;
}

/** Against a floor: at most so many times as long. */
function result(
  name: string,
  samples: readonly number[],
  floors: readonly number[],
  p: number,
  most: number,
): BenchResult {
  const value = quantile(samples, p);
  const floor = quantile(floors, p);
  return {
    ...{ name, value, unit: 'ms', n: samples.length, spread: spread(samples), floor },
    ratio: value / floor,
    target: `≤ ${most.toFixed(2)} × the floor`,
    ok: value / floor <= most,
  };
}

/** Against a limit, with the floor told where there is one. */
function limited(
  name: string,
  samples: readonly number[],
  floors: readonly number[] | null,
  p: number,
  most: number,
): BenchResult {
  const value = quantile(samples, p);
  const floor = floors === null ? null : quantile(floors, p);
  return {
    ...{ name, value, unit: 'ms', n: samples.length, spread: spread(samples), floor },
    ratio: floor === null ? null : value / floor,
    target: `p${p * 100} ≤ ${most} ms`,
    ok: value <= most,
  };
}

import pino from 'pino';
import { homePaths } from '../src/protocol/home.js';
import type { ServiceStatus } from '../src/protocol/service.js';
import { StoredEventLog } from '../src/service/platform/events/storedEventLog.js';
import { openSqljsStore } from '../src/service/platform/store/sqljs/sqljsEngine.js';
import type { Store, Tx } from '../src/service/platform/store/store.js';
import { TestDayRepository } from '../src/service/tests/testDayRepository.js';
import { TestResultRepository } from '../src/service/tests/testResultRepository.js';
import { TestRunRepository } from '../src/service/tests/testRunRepository.js';
import { quantile, spread, type BenchResult } from './bench.js';
import { startNodeHttp } from './floors/nodeHttp.js';
import { startBenchedService, type BenchedService } from './support/benchedService.js';
import { LoadProcess } from './support/load.js';

const results = Number(process.env['QUANTUM_BENCH_RESULTS'] ?? 1_000_000);
/** The framework's own regression tests. */
const suites = [7, 6, 4, 8, 13, 7, 9, 3, 7, 4, 4, 4, 3, 3, 4, 3, 3, 3, 2];
const perRun = suites.reduce((sum, tests) => sum + tests, 0);
const runs = Math.ceil(results / perRun);
const runsADay = 20;
const requests = 100;
const idleSeconds = 60;
const first = Date.UTC(2026, 0, 1);

/** A history of a million results, written and thinned as runs do it, then asked of the built service. */
export async function run(): Promise<readonly BenchResult[]> {
  let projectId = 0;
  const service = await startBenchedService(async (home) => {
    projectId = await writeHistory(homePaths(home).store);
  });
  try {
    const tests = `/api/projects/${projectId}/tests`;
    const asked = [
      ['list of runs', `${tests}/runs?limit=100`],
      ['list of runs of a suite', `${tests}/runs?limit=100&suite=suite3`],
      ['trend by run', `${tests}/trends?limit=100`],
      ['trend by day of a suite', `${tests}/days?limit=1000&suite=suite3`],
      ['flaky tests', `${tests}/flaky`],
      ['slowest tests', `${tests}/slowest`],
    ] as const;
    const figures: BenchResult[] = [];
    for (const [name, url] of asked) figures.push(await answered(service, name, url));
    await new Promise((resolve) => setTimeout(resolve, idleSeconds * 1_000));
    const { memoryBytes } = await service.json<ServiceStatus>('GET', '/api/service');
    const memory = memoryBytes / 2 ** 20;
    return [
      ...figures,
      {
        ...{ name: `memory after ${runs * perRun} results, ${idleSeconds} s idle`, value: memory },
        ...{ unit: 'MB', n: 1, spread: 0, floor: null, ratio: null },
        ...{ target: '≤ 150 MB', ok: memory <= 150 },
      },
    ];
  } finally {
    await service.stop();
  }
}

async function writeHistory(directory: string): Promise<number> {
  const onFatal = (reason: Error): never => {
    throw reason;
  };
  let at = first;
  const now = (): Date => new Date(at);
  const store = await openSqljsStore({ directory, onFatal, now });
  const log = pino({ level: 'silent' });
  const events = await StoredEventLog.open({ store, log, now });
  const history = {
    runs: new TestRunRepository(events),
    results: new TestResultRepository(events),
    days: new TestDayRepository(),
  };
  try {
    const projectId = await addProject(store);
    for (let index = 0; index < runs; index += 1) {
      at = first + (index * 86_400_000) / runsADay;
      await store.write((tx) => writeRun(tx, history, projectId, index, now().toISOString()));
      if (index % 1_000 === 999) process.stderr.write(`${index + 1} of ${runs} runs\n`);
    }
    return projectId;
  } finally {
    await store.close();
  }
}

async function addProject(store: Store): Promise<number> {
  const at = new Date(first).toISOString();
  const row = { name: 'tested', status: 'active', version: 1 } as const;
  const { id } = await store.write((tx) =>
    tx
      .insertInto('project')
      .values({ ...row, created_at: at, updated_at: at })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
  return id;
}

interface History {
  readonly runs: TestRunRepository;
  readonly results: TestResultRepository;
  readonly days: TestDayRepository;
}

/** One run of all suites, in which one test fails now and then. */
async function writeRun(
  tx: Tx,
  { runs: runRows, results: resultRows, days }: History,
  project_id: number,
  index: number,
  at: string,
): Promise<void> {
  const failing = index % 3 === 0 ? index % perRun : -1;
  const failed_tests = failing < 0 ? 0 : 1;
  const code_hash = index.toString(16).padStart(64, '0');
  const id = await runRows.insert(tx, {
    ...{ project_id, job_id: index + 1, trigger: 'editor', created_at: at, completed_at: at },
    ...{ status: failing < 0 ? 'completed' : 'failed', started_at: at, duration_ms: 1_200 },
    ...{ total_tests: perRun, passed_tests: perRun - failed_tests, failed_tests, hollow_tests: 0 },
    ...{ git_commit: index.toString(16).padStart(40, '0'), git_branch: 'main', code_hash },
    ...{ framework_version: '1.0.1', python_version: '3.13.0' },
  });
  const tests = suites.flatMap((count, suite) =>
    Array.from({ length: count }, (_, test) => ({ suite: `suite${suite}`, test })),
  );
  for (const [place, { suite, test }] of tests.entries()) {
    const test_file = `examples/${suite}/test-${suite}-${test}.q`;
    const test_name = `test-${suite}-${test}.q`;
    const passes = place !== failing;
    await resultRows.insert(tx, {
      ...{ test_run_id: id, project_id, test_id: `${test_file}::${test_name}`, test_file },
      ...{ suite_name: suite, test_line: 1, test_name, repetition: 1, duration_ms: 5 + place },
      ...{ status: passes ? 'passed' : 'failed', output: '', code_hash, at },
      message: passes ? '' : 'expected the page (/) to show "Hello"; it shows: Goodbye',
    });
  }
  await days.add(tx, id);
  await resultRows.thin(tx, project_id);
  await runRows.thin(tx, project_id);
}

/** Beside bare `node:http` that sends the same bytes. */
async function answered(service: BenchedService, name: string, url: string): Promise<BenchResult> {
  const body = JSON.stringify(await service.json('GET', url));
  const floor = await startNodeHttp(body);
  const client = new LoadProcess();
  const { token } = service;
  try {
    const ask = (at: string): ReturnType<LoadProcess['run']> =>
      client.run({ kind: 'closed', url: at, token, n: requests });
    await ask(floor.url);
    const measured = await ask(`${service.url}${url}`);
    const bare = await ask(floor.url);
    if (measured.failures > 0) throw new Error(`${name}: requests failed`);
    const value = quantile(measured.latencies, 0.95);
    const least = quantile(bare.latencies, 0.95);
    return {
      ...{ name: `${name}, ${body.length} bytes`, value, unit: 'ms', n: requests },
      ...{ spread: spread(measured.latencies), floor: least, ratio: value / least },
      ...{ target: 'p95 ≤ 50 ms', ok: value <= 50 },
    };
  } finally {
    await Promise.all([client.stop(), floor.stop()]);
  }
}

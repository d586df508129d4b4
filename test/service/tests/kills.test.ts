import assert from 'node:assert/strict';
import { cp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { processesWith } from '../../../scripts/lib/processes.js';
import { dataOf } from '../../../src/client/problemError.js';
import type { TestRunDetail } from '../../../src/protocol/testRuns.js';
import { eventually } from '../../support/eventually.js';
import { quantumPython } from '../../support/pythonEnvironment.js';
import { Random } from '../../support/random.js';
import { startService, temporaryHome, type RunningService } from '../../support/runningService.js';
import { count, seed } from '../../support/slice.js';
import { smallApplication } from './testsApp.js';

const rounds = count(8, 100);
const kinds = ['worker', 'runner', 'waiting', 'service'] as const;
type Kind = (typeof kinds)[number];

/** Stands in the environment of all that descends from this test. */
const mark = 'QUANTUM_KILLED_TESTS';
const programs: Readonly<Record<Exclude<Kind, 'service'>, RegExp>> = {
  worker: /__main__\.py/,
  runner: /suite_process\.py/,
  waiting: /__main__\.py|suite_process\.py/,
};
const slowSeconds = 0.1;
const saysSo = /SIGKILL|ended/;

const act = `import time
from quantum.services import service


@service("act.act")
def act():
    time.sleep(${slowSeconds})
    return 'Hello'
`;

/** A checkout with suites of its own and application tests beside them, each slow enough to be met by a kill. */
async function bothKinds(folder: string): Promise<string> {
  const sample = 'samples/regression';
  const isOfOtherSuites = /examples[/\\]test-(?!loop-)/;
  const filter = (file: string): boolean => !isOfOtherSuites.test(file);
  await cp(sample, folder, { recursive: true, filter });
  const runner = await readFile(path.join(sample, 'test_runner.py'), 'utf8');
  const place = '    page = QuantumParser()';
  assert.ok(runner.includes(place));
  const wait = `    __import__('time').sleep(${slowSeconds})\n`;
  const visit = (name: string): string =>
    `<q:test name="${name}" page="/">\n  <test:visit/>\n  <test:expect text="Hello"/>\n</q:test>\n`;
  const names = ['one', 'two', 'three', 'four', 'five', 'six'];
  const config = await readFile(path.join(sample, 'quantum.config.yaml'), 'utf8');
  return smallApplication(folder, {
    'quantum.config.yaml': `${config}\nservices:\n  - act\n`,
    'test_runner.py': runner.replace(place, `${wait}${place}`),
    'act.py': act,
    'components/index.q':
      '<q:component name="I"><q:invoke name="r" service="act.act"/><p>{r}</p></q:component>\n',
    'tests/a.test.q': names.map(visit).join(''),
  });
}

/** One home, whose service is started again when it was killed. */
class Home {
  service!: RunningService;
  private projectId = 0;

  constructor(
    private readonly t: TestContext,
    private readonly home: string,
    private readonly root: string,
  ) {}

  async start(): Promise<void> {
    const folder = path.dirname(await quantumPython());
    const env = {
      PATH: `${folder}${path.delimiter}${process.env['PATH'] ?? ''}`,
      [mark]: this.home,
    };
    this.service = await startService(this.t, { home: this.home, env });
    const opened = this.service.api.POST('/api/projects/open', { body: { rootPath: this.root } });
    this.projectId = (await dataOf(opened)).id;
  }

  async begin(): Promise<number> {
    const params = { path: { id: this.projectId } };
    const started = this.service.api.POST('/api/projects/{id}/tests/run', { params, body: {} });
    return (await dataOf(started)).test_run_id;
  }

  ended(runId: number): Promise<TestRunDetail> {
    const params = { path: { id: this.projectId, runId } };
    const look = async (): Promise<TestRunDetail | null> => {
      const read = this.service.api.GET('/api/projects/{id}/tests/runs/{runId}', { params });
      const detail = await dataOf(read);
      return ['pending', 'running'].includes(detail.test_run.status) ? null : detail;
    };
    return eventually(look, { withinMs: 60_000, what: `the end of run ${runId}` });
  }

  /** Once so many of its tests have ended. */
  async after(runId: number, tests: number): Promise<void> {
    const params = { path: { id: this.projectId, runId } };
    const url = '/api/projects/{id}/tests/runs/{runId}/status';
    const look = async (): Promise<boolean> => {
      const { tests_passed, status } = await dataOf(this.service.api.GET(url, { params }));
      return tests_passed >= tests || !['pending', 'running'].includes(status);
    };
    const what = `${tests} tests of run ${runId}`;
    await eventually(look, { withinMs: 60_000, everyMs: 5, what });
  }

  /** The Pythons of the service, by their ids. */
  async pythons(program: RegExp = programs.waiting): Promise<number[]> {
    const all = await processesWith(mark, this.home);
    return all.filter(({ command }) => program.test(command)).map(({ pid }) => pid);
  }

  /** Kills one of a kind, if there is one now. */
  async kill(kind: Kind, random: Random): Promise<boolean> {
    if (kind === 'service') {
      this.service.process.kill('SIGKILL');
      await this.service.ended;
      const isAlone = async (): Promise<boolean> => (await this.pythons()).length === 0;
      await eventually(isAlone, { withinMs: 10_000, what: 'what the service ran to be gone' });
      await this.start();
      return true;
    }
    const there = await this.pythons(programs[kind]);
    if (there.length === 0) return false;
    try {
      process.kill(random.pick(there), 'SIGKILL');
      return true;
    } catch {
      return false;
    }
  }
}

test('whatever is killed during a run, the store says what happened, and nothing hangs or stays', async (t) => {
  t.diagnostic(`seed ${seed}`);
  const random = new Random(seed);
  const folder = await temporaryHome(t);
  const home = new Home(t, folder, await bothKinds(path.join(folder, 'app')));
  await home.start();
  await home.ended(await home.begin());
  const all = await home.ended(await home.begin());
  const total = all.individual_test_results.length;
  assert.equal(all.test_run.status, 'completed');
  const suites = all.individual_test_results.filter(({ file }) => !file.endsWith('.test.q')).length;

  const killed: Record<Kind, number> = { worker: 0, runner: 0, waiting: 0, service: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const kind = kinds[round % kinds.length] ?? 'worker';
    // The suites run first.
    const after = kind === 'worker' ? suites + random.below(total - suites) : random.below(suites);
    const told = `seed ${seed}, round ${round}: ${kind} after ${after} tests`;
    if (kind === 'waiting' && (await home.kill(kind, random))) killed.waiting += 1;
    const runId = await home.begin();
    if (kind !== 'waiting') {
      await home.after(runId, after);
      await pause(random.below(slowSeconds * 1_000));
      if (await home.kill(kind, random)) killed[kind] += 1;
    }
    const { test_run: run, individual_test_results: results } = await home.ended(runId);
    const ids = new Set(results.map(({ testId, repetition }) => `${testId} ${repetition}`));
    assert.equal(ids.size, results.length, `${told}: no test has two results`);
    const bad = results.filter(({ status }) => status !== 'passed');
    const messages = bad.map(({ name, message }) => `${name}: ${message}`);
    if (run.status === 'error') {
      // Before it was known which tests there are.
      assert.match(run.errorMessage ?? '', saysSo, told);
      assert.equal(results.length, 0, told);
      continue;
    }
    assert.equal(results.length, total, `${told}: ${run.status} ${messages.join('\n')}`);
    assert.ok(bad.length <= 1, `${told}: one kill takes one test: ${messages.join('\n')}`);
    for (const message of messages) assert.match(message, saysSo, told);
    if (kind === 'waiting' || kind === 'service') assert.deepEqual(messages, [], told);
    assert.equal(run.status, bad.length === 0 ? 'completed' : 'failed', told);
  }
  t.diagnostic(`killed ${JSON.stringify(killed)}`);
  for (const kind of kinds) assert.ok(killed[kind] > 0, `no ${kind} was there to be killed`);
  await home.service.stop();
  await eventually(async () => (await home.pythons()).length === 0, {
    ...{ withinMs: 10_000, what: 'every Python to be gone' },
  });
  await rm(path.join(folder, 'app'), { recursive: true });
});

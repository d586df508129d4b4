import assert from 'node:assert/strict';
import test from 'node:test';
import type { ServiceEvent } from '../../../src/protocol/events.js';
import { noFilter, type ToTestsPage } from '../../../src/protocol/testPanel.js';
import type { TestResult } from '../../../src/protocol/testResults.js';
import type { TestRun, TestRunStatus } from '../../../src/protocol/testRuns.js';
import { LastRunModel } from '../../../src/extension/tests/lastRunModel.js';
import { TestPanelModel } from '../../../src/extension/tests/testPanelModel.js';
import type { TestHistoryApi, WantedRuns } from '../../../src/extension/tests/testsApi.js';
import { settled } from '../support.js';

const at = '2026-01-02T03:04:05.678Z';

function run(id: number, status: TestRunStatus = 'completed'): TestRun {
  return {
    ...{ id, projectId: 1, jobId: id, status, trigger: 'api', version: 1, createdAt: at },
    ...{ totalTests: 2, passedTests: 1, failedTests: 0, hollowTests: 0, startedAt: at },
    ...{ completedAt: null, durationMs: null, errorMessage: null, gitCommit: null },
    ...{ gitBranch: null, codeHash: null, frameworkVersion: null, pythonVersion: null },
  };
}

function result(id: number): TestResult {
  return {
    ...{ id, testRunId: 1, testId: `a::${id}`, suite: 'a', file: 'a', line: 1, name: `${id}` },
    ...{ status: 'passed', repetition: 1, durationMs: 1, message: '', failureLine: null },
    ...{ step: null, pageFile: null, pageLine: null, hollow: null, output: '', at },
  };
}

/** A service with so many runs, of which one is shown; and the panel over it. */
class Panel {
  readonly posted: ToTestsPage[] = [];
  readonly wanted: WantedRuns[] = [];
  readonly asked: string[] = [];
  results: TestResult[] = [];
  status: TestRunStatus = 'running';
  problem: Error | null = null;
  readonly model: TestPanelModel;

  constructor(private readonly runs = 3) {
    const list = <T>(name: string, found: T) => {
      return (...args: unknown[]): Promise<T> => {
        this.asked.push([name, ...args.slice(1)].join(' ').trim());
        return this.problem ? Promise.reject(this.problem) : Promise.resolve(found);
      };
    };
    const api: TestHistoryApi = {
      runs: (_, wanted) => {
        this.wanted.push(wanted);
        const newest = (wanted.before ?? this.runs + 1) - 1;
        const count = Math.min(newest, wanted.limit);
        return Promise.resolve(Array.from({ length: count }, (__, index) => run(newest - index)));
      },
      detail: (_, runId, after) =>
        Promise.resolve({
          test_run: run(runId, this.status),
          suite_results: [],
          individual_test_results: this.results.filter(({ id }) => id > after),
        }),
      compare: (_, runId, to) => {
        this.asked.push(`compare ${runId} ${to}`);
        const lists = { newlyFailed: [], mended: [], stillFailing: [], slower: [] };
        const runs = { before: run(to), after: run(runId) };
        return Promise.resolve({ ...runs, ...lists, added: [], gone: [], same: 0 });
      },
      trends: list('trends', []),
      days: list('days', []),
      choices: list('choices', { suites: [], branches: [] }),
      flakyTests: list('flaky', []),
      slowest: list('slowest', []),
      report: list('report', ''),
    };
    const project = { id: 1, name: 'shop' };
    this.model = new TestPanelModel({ api, project, post: (message) => this.posted.push(message) });
  }

  last<T extends ToTestsPage['type']>(type: T): Extract<ToTestsPage, { type: T }> {
    const found = this.posted.at(-1);
    assert.equal(found?.type, type);
    return found as Extract<ToTestsPage, { type: T }>;
  }

  async tell(event: Partial<ServiceEvent>): Promise<void> {
    this.model.handle({ at, projectId: 1, ...event } as ServiceEvent);
    await settled();
  }
}

test('a page of runs, and older ones when asked, 500 at a time', async () => {
  const panel = new Panel(1_200);
  await panel.model.ready();
  const first = panel.last('overview');
  assert.deepEqual([first.project, first.runs.length, first.more], ['shop', 50, true]);
  assert.deepEqual([first.runs[0]?.id, first.runs.at(-1)?.id], [1_200, 1_151]);
  for (let page = 2; page <= 11; page += 1) await panel.model.look({ type: 'more' });
  const last = panel.last('overview');
  assert.deepEqual([last.runs.length, last.runs.at(-1)?.id, last.more], [550, 651, true]);
  assert.deepEqual(panel.wanted.at(-1), { limit: 51, before: 701 });
});

test('a filter begins at the newest run and asks for what is filled in alone', async () => {
  const panel = new Panel(60);
  await panel.model.ready();
  await panel.model.look({ type: 'more' });
  assert.equal(panel.last('overview').more, false);
  const filter = { ...noFilter, status: 'failed', suite: 'cart' } as const;
  await panel.model.look({ type: 'filter', filter });
  assert.deepEqual(panel.wanted.at(-1), { status: 'failed', suite: 'cart', limit: 51 });
  assert.deepEqual(panel.last('overview').filter, filter);
  await panel.model.look({ type: 'trend', by: 'day' });
  assert.ok(panel.asked.includes('days cart'), 'the trend is of the suite');
  assert.equal(panel.last('overview').trend.by, 'day');
});

test('a run is shown live: what is new of it, and the tests that run', async () => {
  const panel = new Panel();
  await panel.model.look({ type: 'open', runId: 2 });
  assert.deepEqual(
    panel.last('run').others.map(({ id }) => id),
    [3, 1],
  );
  await panel.tell({ type: 'test_started', runId: 2, testId: 'a::1' });
  assert.deepEqual(panel.last('run').running, ['a::1']);
  panel.results = [result(1)];
  await panel.tell({ type: 'test_ended', runId: 2, testId: 'a::1', resultId: 1, status: 'passed' });
  const one = panel.last('run');
  assert.deepEqual([one.fresh, one.results.length, one.running], [true, 1, []]);
  panel.results = [result(1), result(2)];
  panel.status = 'completed';
  await panel.tell({ type: 'test_run_changed', id: 2, version: 2, status: 'completed' });
  const two = panel.last('run');
  assert.deepEqual([two.fresh, two.results.map(({ id }) => id)], [false, [2]]);
  // The page was hidden: it has nothing any more.
  await panel.model.ready();
  assert.deepEqual([panel.last('run').fresh, panel.last('run').results.length], [true, 2]);
});

test('what happens to other runs and projects changes nothing of a run', async () => {
  const panel = new Panel();
  await panel.model.look({ type: 'open', runId: 2 });
  const before = panel.posted.length;
  await panel.tell({ type: 'test_started', runId: 3, testId: 'a::1' });
  await panel.tell({ type: 'test_run_changed', id: 3, version: 2, status: 'running' });
  assert.equal(panel.posted.length, before);
  await panel.model.look({ type: 'overview' });
  const overview = panel.posted.length;
  await panel.tell({
    type: 'test_run_changed',
    projectId: 2,
    id: 3,
    version: 2,
    status: 'running',
  });
  assert.equal(panel.posted.length, overview);
  await panel.tell({ type: 'test_run_changed', id: 3, version: 2, status: 'running' });
  assert.equal(panel.posted.length, overview + 1);
});

test('of two runs the earlier comes first, whichever was chosen', async () => {
  const panel = new Panel();
  await panel.model.look({ type: 'compare', runId: 1, to: 3 });
  assert.deepEqual(panel.asked, ['compare 3 1']);
  assert.equal(panel.last('comparison').comparison.before.id, 1);
});

test('what cannot be read is said with its repair, and tried again', async () => {
  const panel = new Panel();
  panel.problem = Object.assign(new Error('x'), { detail: 'It broke.', repair: 'Mend it.' });
  await panel.model.ready();
  assert.equal(panel.last('failed').message, 'It broke. Mend it.');
  panel.problem = null;
  await panel.model.look({ type: 'retry' });
  assert.equal(panel.last('overview').runs.length, 3);
  panel.problem = Object.assign(new Error('x'), { code: 'not-found' });
  await panel.model.look({ type: 'retry' });
  panel.last('gone');
});

test('the newest run of a project is read once, then on its events; an older answer is dropped', async () => {
  const answers = [run(4), { ...run(5), version: 2 }, run(5)];
  let reads = 0;
  const errors: unknown[] = [];
  const model = new LastRunModel({
    api: {
      runs: () => {
        const answer = answers[reads];
        reads += 1;
        return answer ? Promise.resolve([answer]) : Promise.reject(new Error('away'));
      },
    },
    onError: (error) => errors.push(error),
  });
  const told: (number | undefined)[] = [];
  model.onDidChange(() => told.push(model.of(1)?.id));
  model.ask(1);
  model.ask(1);
  await settled();
  const changed = { type: 'test_run_changed', at, id: 5, version: 2, status: 'running' } as const;
  model.handle({ ...changed, projectId: 2 });
  for (let time = 0; time < 3; time += 1) {
    model.handle({ ...changed, projectId: 1 });
    await settled();
  }
  assert.deepEqual([reads, told, model.of(1)?.version], [4, [4, 5], 2]);
  assert.equal(errors.length, 1);
});

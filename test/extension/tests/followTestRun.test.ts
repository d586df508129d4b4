import assert from 'node:assert/strict';
import test from 'node:test';
import type { ServiceEvent } from '../../../src/protocol/events.js';
import type { TestResult } from '../../../src/protocol/testResults.js';
import type { TestRunDetail, TestRunStatus } from '../../../src/protocol/testRuns.js';
import { Signal } from '../../../src/extension/platform/signal.js';
import { followTestRun } from '../../../src/extension/tests/followTestRun.js';
import { settled } from '../support.js';

const at = '2026-01-02T03:04:05.678Z';

function result(id: number): TestResult {
  return {
    ...{ id, testRunId: 1, testId: `a.test.q::${id}`, suite: 'a', file: 'a.test.q', line: 1 },
    ...{ name: String(id), status: 'passed', repetition: 1, durationMs: 1, message: '' },
    ...{ failureLine: null, step: null, pageFile: null, pageLine: null, hollow: null },
    ...{ output: '', at },
  };
}

/** A service with one run. */
class Service {
  readonly events = new Signal<ServiceEvent>();
  status: TestRunStatus = 'running';
  results: TestResult[] = [];
  readonly reads: number[] = [];
  /** Holds answers back until it is called. */
  gate: Promise<void> = Promise.resolve();

  read = async (after: number): Promise<TestRunDetail> => {
    this.reads.push(after);
    await this.gate;
    const run = {
      ...{ id: 1, projectId: 1, jobId: 1, status: this.status, trigger: 'api' as const },
      ...{ totalTests: 2, passedTests: 0, failedTests: 0, hollowTests: 0, startedAt: at },
      ...{ completedAt: null, durationMs: null, errorMessage: null, gitCommit: null },
      ...{ gitBranch: null },
      ...{ codeHash: null, frameworkVersion: null, pythonVersion: null, version: 1 },
      createdAt: at,
    };
    const individual = this.results.filter(({ id }) => id > after);
    return { test_run: run, suite_results: [], individual_test_results: individual };
  };

  ended(id: number): void {
    this.results = [...this.results, result(id)];
    const { testId } = result(id);
    this.events.fire({
      ...{ type: 'test_ended', at, projectId: 1, runId: 1, testId, resultId: id },
      status: 'passed',
    });
  }

  becomes(status: TestRunStatus): void {
    this.status = status;
    this.events.fire({ type: 'test_run_changed', at, projectId: 1, id: 1, version: 2, status });
  }

  /** `late`: the tests that are known only after a search. */
  follow(late: readonly number[] = []) {
    const told: string[] = [];
    let hasLooked = false;
    const end = followTestRun(1, {
      read: this.read,
      onEvent: this.events.on,
      onStarted: (testId) => told.push(`started ${testId}`),
      onResult: ({ id }) => {
        if (late.includes(id) && !hasLooked) return false;
        told.push(`result ${id}`);
        return true;
      },
      find: () => {
        told.push('looked');
        hasLooked = true;
        return Promise.resolve();
      },
    });
    return { told, end };
  }
}

test('each result is told once, and the end ends it', async () => {
  const service = new Service();
  const { told, end } = service.follow();
  await settled();
  service.events.fire({ type: 'test_started', at, projectId: 1, runId: 1, testId: 'x' });
  service.ended(1);
  await settled();
  service.ended(2);
  await settled();
  service.becomes('completed');
  assert.equal((await end).status, 'completed');
  assert.deepEqual(told, ['started x', 'result 1', 'result 2']);
  assert.equal(service.events.size, 0);
});

test('what happens during a read is read after it, in one go', async () => {
  const service = new Service();
  let open = (): void => undefined;
  service.gate = new Promise((resolve) => (open = resolve));
  const { told, end } = service.follow();
  service.ended(1);
  service.ended(2);
  service.becomes('failed');
  open();
  assert.equal((await end).status, 'failed');
  assert.deepEqual(told, ['result 1', 'result 2']);
  assert.ok(service.reads.length <= 2, `${service.reads.length} reads`);
});

test('an end nobody told of is found after a reset, and by the end of its job', async () => {
  const job = { at, projectId: 1, id: 7, version: 3, name: 'tests.run' };
  const events: ServiceEvent[] = [
    { type: 'reset', reason: 'gap' },
    { type: 'job_changed', ...job, state: 'interrupted' },
  ];
  for (const event of events) {
    const service = new Service();
    const { end } = service.follow();
    await settled();
    service.status = 'interrupted';
    service.events.fire(event);
    assert.equal((await end).status, 'interrupted');
  }
});

test('another run’s tests are not told, and cause no reading', async () => {
  const service = new Service();
  const { told, end } = service.follow();
  await settled();
  service.events.fire({ type: 'test_started', at, projectId: 1, runId: 2, testId: 'x' });
  service.events.fire({
    ...{ type: 'test_run_changed', at, projectId: 1, id: 2, version: 1 },
    status: 'completed',
  });
  await settled();
  assert.deepEqual([told, service.reads.length], [[], 1]);
  service.becomes('cancelled');
  await end;
});

test('a service that cannot be read ends the following with its reason', async () => {
  const service = new Service();
  service.gate = Promise.reject(new Error('gone'));
  await assert.rejects(service.follow().end, /gone/);
  assert.equal(service.events.size, 0);
});

test('a test that was written a moment ago is looked for, and told at the end', async () => {
  const service = new Service();
  const { told, end } = service.follow([1, 3]);
  for (const id of [1, 2, 3]) service.ended(id);
  await settled();
  service.becomes('completed');
  await end;
  assert.deepEqual(told, ['result 2', 'looked', 'result 1', 'result 3']);
});

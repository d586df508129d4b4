import assert from 'node:assert/strict';
import test from 'node:test';
import type { TestRunComparison } from '../../../src/protocol/testHistory.js';
import type { TestResult } from '../../../src/protocol/testResults.js';
import type { TestRun, TestRunDetail } from '../../../src/protocol/testRuns.js';
import { compareRuns } from '../../../src/service/tests/compareRuns.js';

type Told = readonly [name: string, status: TestResult['status'], ms?: number];

function run(id: number, told: readonly Told[]): TestRunDetail {
  const results = told.map(([name, status, durationMs = 5], index): TestResult => ({
    ...{ id: index + 1, testRunId: id, testId: `a::${name}`, suite: 'a', file: 'a', line: 1 },
    ...{ name, status, durationMs, repetition: 1, failureLine: null, step: null },
    ...{ message: status === 'passed' ? '' : `${name} broke`, pageFile: null, pageLine: null },
    ...{ hollow: null, output: '', at: '2026-01-02T03:04:05.678Z' },
  }));
  const test_run: TestRun = {
    ...{ id, projectId: 1, jobId: id, status: 'completed', trigger: 'api' },
    ...{ totalTests: 1, passedTests: 1, failedTests: 0, hollowTests: 0, version: 1 },
    ...{ startedAt: null, completedAt: null, durationMs: 1, errorMessage: null, gitCommit: null },
    ...{ gitBranch: null, codeHash: null, frameworkVersion: null, pythonVersion: null },
    createdAt: '2026-01-02T03:04:05.678Z',
  };
  return { test_run, suite_results: [], individual_test_results: results };
}

function names(comparison: TestRunComparison): object {
  const { before, after, same, ...lists } = comparison;
  const of: Record<string, string[]> = {};
  for (const [list, tests] of Object.entries(lists)) of[list] = tests.map(({ name }) => name);
  return { ids: [before.id, after.id], same, ...of };
}

test('each test stands in the list of what became of it', () => {
  const before = run(1, [
    ...([
      ['stays', 'passed'],
      ['breaks', 'passed'],
      ['crashes', 'passed'],
    ] as const),
    ...([
      ['heals', 'error'],
      ['ails', 'failed'],
      ['leaves', 'passed'],
    ] as const),
  ]);
  const after = run(2, [
    ...([
      ['comes', 'passed'],
      ['stays', 'passed'],
      ['breaks', 'failed'],
    ] as const),
    ...([
      ['crashes', 'error'],
      ['heals', 'passed'],
      ['ails', 'error'],
    ] as const),
  ]);
  const compared = compareRuns(before, after);
  assert.deepEqual(names(compared), {
    ...{ ids: [1, 2], same: 1, newlyFailed: ['breaks', 'crashes'], mended: ['heals'] },
    ...{ stillFailing: ['ails'], slower: [], added: ['comes'], gone: ['leaves'] },
  });
  const [broken] = compared.newlyFailed;
  assert.deepEqual(
    [broken?.before, broken?.after, broken?.message],
    ['passed', 'failed', 'breaks broke'],
  );
});

test('a test is slower when it takes twice as long and 20 ms longer; the worst comes first', () => {
  const before = run(1, [
    ...([
      ['tiny', 'passed', 1],
      ['long', 'passed', 100],
      ['worse', 'passed', 30],
    ] as const),
    ['some', 'passed', 20],
  ]);
  const after = run(2, [
    ...([
      ['tiny', 'passed', 10],
      ['long', 'passed', 150],
      ['worse', 'passed', 90],
    ] as const),
    ['some', 'passed', 40],
  ]);
  assert.deepEqual(names(compareRuns(before, after)), {
    ...{ ids: [1, 2], same: 2, newlyFailed: [], mended: [], stillFailing: [] },
    ...{ slower: ['worse', 'some'], added: [], gone: [] },
  });
});

test('of a repeated test one failure counts, and the mean of its times', () => {
  const before = run(1, [['moody', 'passed', 10]]);
  const after = run(2, [
    ['moody', 'passed', 10],
    ['moody', 'failed', 30],
  ]);
  const { newlyFailed } = compareRuns(before, after);
  assert.deepEqual(
    newlyFailed.map(({ after: status, afterMs, message }) => [status, afterMs, message]),
    [['failed', 20, 'moody broke']],
  );
});

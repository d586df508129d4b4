import path from 'node:path';
import type { TestDay, TestTrendPoint } from '../../protocol/testHistory.js';
import type { TestResult, TestStatus } from '../../protocol/testResults.js';
import type { SuiteResult, TestRun, TestTrigger } from '../../protocol/testRuns.js';
import { kindOf } from '../../protocol/tests.js';
import type { TestDayRow } from './testDayRepository.js';
import type { TestResultRow } from './testResultRepository.js';
import type { TestRunRow } from './testRunRepository.js';

/** A run as the API shows it. */
export function testRunOf(row: TestRunRow): TestRun {
  return {
    id: row.id,
    projectId: row.project_id,
    jobId: row.job_id,
    status: row.status,
    trigger: row.trigger as TestTrigger,
    totalTests: row.total_tests,
    passedTests: row.passed_tests,
    failedTests: row.failed_tests,
    hollowTests: row.hollow_tests,
    startedAt: row.started_at,
    completedAt: row.completed_at,
    durationMs: row.duration_ms,
    errorMessage: row.error_message,
    gitCommit: row.git_commit,
    gitBranch: row.git_branch,
    codeHash: row.code_hash,
    frameworkVersion: row.framework_version,
    pythonVersion: row.python_version,
    version: row.version,
    createdAt: row.created_at,
  };
}

/** An ended run as a point of the trend. */
export function trendPointOf(row: TestRunRow): TestTrendPoint {
  const { passed_tests: passed, failed_tests: failed } = row;
  const total = passed + failed;
  return {
    ...{ runId: row.id, at: row.completed_at ?? row.created_at, status: row.status },
    ...{ total, passed, failed, hollow: row.hollow_tests },
    passRate: total === 0 ? 0 : passed / total,
    durationMs: row.duration_ms ?? 0,
  };
}

/** A day of ended runs as a point of the trend. */
export function testDayOf({ day, runs, passed, failed, hollow, duration_ms }: TestDayRow): TestDay {
  const total = passed + failed;
  return {
    ...{ day, runs, passed, failed, hollow },
    passRate: total === 0 ? 0 : passed / total,
    durationMs: duration_ms / Math.max(1, runs),
  };
}

/** The result of one test as the API shows it. */
export function testResultOf(row: TestResultRow): TestResult {
  return {
    id: row.id,
    testRunId: row.test_run_id,
    testId: row.test_id,
    suite: row.suite_name,
    file: row.test_file,
    line: row.test_line,
    name: row.test_name,
    status: row.status as TestStatus,
    repetition: row.repetition,
    durationMs: row.duration_ms,
    message: row.message,
    failureLine: row.failure_line,
    step: row.step,
    pageFile: row.page_file,
    pageLine: row.page_line,
    hollow: row.hollow,
    output: row.output,
    at: row.at,
  };
}

/** Where the suite of a result lies: its file, or the folder of a framework suite's files. */
export function placeOfSuite({ file }: Pick<TestResult, 'file'>): string {
  return kindOf(file) === 'application' ? file : path.posix.dirname(file);
}

/** Results added up by file or framework suite, in the order they ran; on top of what was added up before. */
export function suiteResultsOf(
  results: readonly TestResult[],
  earlier: readonly SuiteResult[] = [],
): SuiteResult[] {
  const suites = new Map(earlier.map((suite) => [`${suite.file}::${suite.suite}`, suite]));
  for (const result of results) {
    const { suite, status, hollow, durationMs } = result;
    const file = placeOfSuite(result);
    const key = `${file}::${suite}`;
    const none = { suite, file, total: 0, passed: 0, failed: 0, hollow: 0, durationMs: 0 };
    const before = suites.get(key) ?? none;
    const passed = status === 'passed' ? 1 : 0;
    suites.set(key, {
      ...before,
      total: before.total + 1,
      passed: before.passed + passed,
      failed: before.failed + 1 - passed,
      hollow: before.hollow + (hollow === null ? 0 : 1),
      durationMs: before.durationMs + durationMs,
    });
  }
  return [...suites.values()];
}

import type {
  SlowTest,
  TestDay,
  TestRunChoices,
  TestRunComparison,
  FlakyTest,
  TestTrendPoint,
} from '../../protocol/testHistory.js';
import type { TestResult } from '../../protocol/testResults.js';
import type { TestRunDetail } from '../../protocol/testRuns.js';
import type { Platform } from '../platform/feature.js';
import { AppError } from '../platform/problem.js';
import type { ProjectService } from '../projects/projectService.js';
import { compareRuns } from './compareRuns.js';
import type { TestDayRepository } from './testDayRepository.js';
import type { TestResultRepository } from './testResultRepository.js';
import type { TestRunRepository } from './testRunRepository.js';
import type { TestRunService } from './testRunService.js';
import { testDayOf, testResultOf, trendPointOf } from './testWire.js';

export interface TestHistoryServiceOptions {
  readonly platform: Platform;
  readonly projects: ProjectService;
  readonly service: TestRunService;
  readonly runs: TestRunRepository;
  readonly results: TestResultRepository;
  readonly days: TestDayRepository;
}

/** So many of the newest runs tell which tests are slow now. */
const recentRuns = 20;

/** What runs tell together: trends, and the tests that stand out. */
export class TestHistoryService {
  constructor(private readonly options: TestHistoryServiceOptions) {}

  /** The ended runs of all tests or some, oldest first: what a chart is drawn from. */
  async trends(projectId: number, limit: number): Promise<TestTrendPoint[]> {
    const { platform, projects, runs } = this.options;
    await projects.row(projectId);
    const rows = await platform.store.read((db) => runs.ended(db, projectId, limit));
    return rows.map(trendPointOf).reverse();
  }

  /** The days on which runs ended, of one suite or of all tests, oldest first. */
  async days(
    projectId: number,
    wish: { readonly suite?: string; readonly limit: number },
  ): Promise<TestDay[]> {
    const { platform, projects, days } = this.options;
    await projects.row(projectId);
    const rows = await platform.store.read((db) => days.list(db, projectId, wish));
    return rows.map(testDayOf).reverse();
  }

  /** What runs can be looked for by. */
  async choices(projectId: number): Promise<TestRunChoices> {
    const { platform, projects, days, runs } = this.options;
    await projects.row(projectId);
    return platform.store.read(async (db) => ({
      suites: await days.suites(db, projectId),
      branches: await runs.branches(db, projectId),
    }));
  }

  /** The results of one test, newest first. */
  async history(
    projectId: number,
    testId: string,
    page: { readonly limit: number; readonly before?: number },
  ): Promise<TestResult[]> {
    const { platform, projects, results } = this.options;
    await projects.row(projectId);
    const rows = await platform.store.read((db) => results.ofTest(db, projectId, testId, page));
    return rows.map(testResultOf);
  }

  /** Tests that both passed and failed on the same code. */
  async flaky(projectId: number): Promise<FlakyTest[]> {
    const { platform, projects, results } = this.options;
    await projects.row(projectId);
    const rows = await platform.store.read((db) => results.flaky(db, projectId));
    return rows.map((row) => ({
      testId: row.test_id,
      file: row.test_file,
      name: row.test_name,
      passed: row.passed,
      failed: row.failed,
      codeHash: row.code_hash,
      lastAt: row.last_at,
    }));
  }

  /** The tests that took longest in the newest runs. */
  async slowest(projectId: number, limit: number): Promise<SlowTest[]> {
    const { platform, projects, runs, results } = this.options;
    await projects.row(projectId);
    const rows = await platform.store.read(async (db) => {
      const recent = await runs.ended(db, projectId, recentRuns);
      return results.slowest(db, projectId, recent.at(-1)?.id ?? 0, limit);
    });
    return rows.map((row) => ({
      testId: row.test_id,
      suite: row.suite_name,
      file: row.test_file,
      line: row.line,
      name: row.test_name,
      times: row.times,
      meanMs: row.mean_ms,
      mostMs: row.most_ms,
    }));
  }

  /** What is otherwise in a run than in an earlier one. @throws not-found when results are no longer kept */
  async compare(projectId: number, runId: number, to: number): Promise<TestRunComparison> {
    const before = await this.withResults(projectId, to);
    return compareRuns(before, await this.withResults(projectId, runId));
  }

  private async withResults(projectId: number, runId: number): Promise<TestRunDetail> {
    const detail = await this.options.service.get(projectId, runId);
    const { test_run: run, individual_test_results: results } = detail;
    if (results.length > 0 || run.passedTests + run.failedTests === 0) return detail;
    throw new AppError(
      'not-found',
      `The results of test run ${runId} are no longer kept, only its counts.`,
      'Choose two newer runs.',
    );
  }
}

import type {
  SlowTest,
  TestDay,
  TestRunChoices,
  TestRunComparison,
  FlakyTest,
  TestTrendPoint,
} from './testHistory.js';
import type { TestResult } from './testResults.js';
import type { SuiteResult, TestRun, TestRunStatus, TestTrigger } from './testRuns.js';

/** What the Test panel lists; null and empty text: whatever there is. */
export interface TestPanelFilter {
  readonly status: TestRunStatus | null;
  readonly trigger: TestTrigger | null;
  readonly suite: string;
  readonly branch: string;
  /** How the commit begins. */
  readonly commit: string;
}
export const noFilter: TestPanelFilter = {
  ...{ status: null, trigger: null, suite: '', branch: '', commit: '' },
};

/** The trend: of the newest runs, or by day, which may be of the filter's suite. */
export type TestTrend =
  | { readonly by: 'run'; readonly points: readonly TestTrendPoint[] }
  | { readonly by: 'day'; readonly points: readonly TestDay[] };

export type TestReport = 'junit' | 'json' | 'html';

export type ToTestsPage =
  | {
      type: 'overview';
      project: string;
      runs: readonly TestRun[];
      /** Whether there are older runs. */
      more: boolean;
      filter: TestPanelFilter;
      choices: TestRunChoices;
      trend: TestTrend;
      flaky: readonly FlakyTest[];
      slowest: readonly SlowTest[];
    }
  | {
      type: 'run';
      run: TestRun;
      suites: readonly SuiteResult[];
      /** `fresh`: all there are; otherwise those that came since. */
      results: readonly TestResult[];
      fresh: boolean;
      /** Ids of tests that run now. */
      running: readonly string[];
      /** What it can be compared with, the newest first. */
      others: readonly TestRun[];
    }
  | { type: 'comparison'; comparison: TestRunComparison }
  | { type: 'gone' }
  | { type: 'failed'; message: string };

export type FromTestsPage =
  | { type: 'filter'; filter: TestPanelFilter }
  | { type: 'trend'; by: TestTrend['by'] }
  | { type: 'more' }
  | { type: 'open'; runId: number }
  | { type: 'compare'; runId: number; to: number }
  | { type: 'overview' }
  | { type: 'retry' }
  | { type: 'place'; file: string; line: number | null }
  | { type: 'start'; failed: boolean }
  | { type: 'cancel'; runId: number }
  | { type: 'export'; runId: number; report: TestReport };

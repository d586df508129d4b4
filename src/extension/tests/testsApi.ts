import type { TestReport } from '../../protocol/testPanel.js';
import type {
  SlowTest,
  TestDay,
  TestRunChoices,
  TestRunComparison,
  FlakyTest,
  TestTrendPoint,
} from '../../protocol/testHistory.js';
import type { CoveredFile } from '../../protocol/testCoverage.js';
import type { GenerateTest, GeneratedTest } from '../../protocol/testGeneration.js';
import type { TestRequest } from '../../protocol/testResults.js';
import type {
  RunTests,
  TestRun,
  TestRunDetail,
  TestRunStatus,
  TestTrigger,
} from '../../protocol/testRuns.js';
import type { FoundTest, ProjectTests, TestText } from '../../protocol/tests.js';

/** Which runs are asked for. */
export interface WantedRuns {
  readonly status?: TestRunStatus;
  readonly trigger?: TestTrigger;
  readonly suite?: string;
  readonly branch?: string;
  readonly commit?: string;
  readonly limit: number;
  readonly before?: number;
}

/** What runs of before tell. */
export interface TestHistoryApi {
  /** Newest first. */
  runs(projectId: number, wanted: WantedRuns): Promise<TestRun[]>;
  /** A run, of its tests those whose result came after `after`. */
  detail(projectId: number, runId: number, after: number): Promise<TestRunDetail>;
  /** What is otherwise in a run than in the earlier one `to`. */
  compare(projectId: number, runId: number, to: number): Promise<TestRunComparison>;
  /** By run, oldest first. */
  trends(projectId: number): Promise<TestTrendPoint[]>;
  /** By day, of one suite or of all tests, oldest first. */
  days(projectId: number, suite?: string): Promise<TestDay[]>;
  /** What runs can be looked for by. */
  choices(projectId: number): Promise<TestRunChoices>;
  /** Tests that passed and failed on the same code. */
  flakyTests(projectId: number): Promise<FlakyTest[]>;
  slowest(projectId: number): Promise<SlowTest[]>;
  /** A run as text of that kind. */
  report(projectId: number, runId: number, report: TestReport): Promise<string>;
}

/** What this feature asks of the service. Every method throws the problem the service answered with. */
export interface TestsApi extends TestHistoryApi {
  tests(projectId: number): Promise<ProjectTests>;
  /** The tests of a file as it stands in an editor. */
  outline(projectId: number, text: TestText): Promise<FoundTest[]>;
  /** Starts a run and answers its id. */
  run(projectId: number, request: RunTests): Promise<number>;
  /** What one test asked of the application. */
  requests(projectId: number, runId: number, resultId: number): Promise<TestRequest[]>;
  /** What ran of each page: in the newest results, or in one test. */
  coverage(projectId: number, testId?: string): Promise<CoveredFile[]>;
  /** Writes a test, if it passes and fails when the page is broken. */
  generate(projectId: number, request: GenerateTest): Promise<GeneratedTest>;
  cancel(projectId: number, runId: number): Promise<void>;
}

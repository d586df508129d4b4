import type {
  CoveredFile,
  FoundTest,
  ProjectTests,
  RunTests,
  TestRequest,
  TestRunDetail,
  TestText,
} from '../../protocol/tests.js';

/** What this feature asks of the service. Every method throws the problem the service answered with. */
export interface TestsApi {
  tests(projectId: number): Promise<ProjectTests>;
  /** The tests of a file as it stands in an editor. */
  outline(projectId: number, text: TestText): Promise<FoundTest[]>;
  /** Ids of tests that passed and failed on the same code. */
  flaky(projectId: number): Promise<ReadonlySet<string>>;
  /** Starts a run and answers its id. */
  run(projectId: number, request: RunTests): Promise<number>;
  /** A run, of its tests those whose result came after `after`. */
  detail(projectId: number, runId: number, after: number): Promise<TestRunDetail>;
  /** What one test asked of the application. */
  requests(projectId: number, runId: number, resultId: number): Promise<TestRequest[]>;
  /** What ran of each page: in the newest results, or in one test. */
  coverage(projectId: number, testId?: string): Promise<CoveredFile[]>;
  cancel(projectId: number, runId: number): Promise<void>;
}

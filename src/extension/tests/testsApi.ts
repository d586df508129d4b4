import type { ProjectTests, RunTests, TestRunDetail } from '../../protocol/tests.js';

/** What this feature asks of the service. Every method throws the problem the service answered with. */
export interface TestsApi {
  tests(projectId: number): Promise<ProjectTests>;
  /** Starts a run and answers its id. */
  run(projectId: number, request: RunTests): Promise<number>;
  /** A run, of its tests those whose result came after `after`. */
  detail(projectId: number, runId: number, after: number): Promise<TestRunDetail>;
  cancel(projectId: number, runId: number): Promise<void>;
}

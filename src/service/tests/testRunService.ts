import type { TestRequest } from '../../protocol/testResults.js';
import type {
  RunTests,
  TestRun,
  TestRunDetail,
  TestRunProgress,
  TestRunStarted,
} from '../../protocol/testRuns.js';
import type { Platform } from '../platform/feature.js';
import { AppError } from '../platform/problem.js';
import type { ProjectService } from '../projects/projectService.js';
import { htmlReport } from './htmlReport.js';
import { RunReader } from './runReader.js';
import type { TestRequestFiles } from './testRequestFiles.js';
import type { TestResultRepository } from './testResultRepository.js';
import { testRunJobName, type TestRunData } from './testRunJob.js';
import type { TestRunFilter, TestRunRepository, TestRunRow } from './testRunRepository.js';
import { testRunOf } from './testWire.js';

export interface TestRunServiceOptions {
  readonly platform: Platform;
  readonly projects: ProjectService;
  readonly requests: TestRequestFiles;
  readonly runs: TestRunRepository;
  readonly results: TestResultRepository;
}

/** The tests of projects, their runs, and what the runs tell together. */
export class TestRunService {
  private readonly reader: RunReader;

  constructor(private readonly options: TestRunServiceOptions) {
    this.reader = new RunReader(options.results);
  }

  /** Stores a run and the job that does it. */
  async begin(projectId: number, request: RunTests): Promise<TestRunStarted> {
    const { platform, projects, runs } = this.options;
    const { name } = await projects.row(projectId);
    const data: TestRunData = { projectId, request };
    return platform.store.write(async (tx) => {
      const title = `Tests of ${name}`;
      const job = await platform.jobs.enqueue(tx, { name: testRunJobName, title, projectId, data });
      const id = await runs.insert(tx, {
        ...{ project_id: projectId, job_id: job.id, status: 'pending' },
        trigger: request.trigger ?? 'api',
        ...{ total_tests: 0, passed_tests: 0, failed_tests: 0, hollow_tests: 0 },
        created_at: platform.now().toISOString(),
      });
      return { test_run_id: id };
    });
  }

  async list(filter: TestRunFilter): Promise<TestRun[]> {
    const { platform, projects, runs } = this.options;
    await projects.row(filter.projectId);
    return (await platform.store.read((db) => runs.list(db, filter))).map(testRunOf);
  }

  /** A run with its results, of single tests those after an id. */
  async get(projectId: number, runId: number, after = 0): Promise<TestRunDetail> {
    const { platform } = this.options;
    const run = await this.row(projectId, runId);
    const { suites, results } = await platform.store.read((db) =>
      this.reader.read(db, runId, after),
    );
    return {
      test_run: testRunOf(run),
      suite_results: [...suites],
      individual_test_results: [...results],
    };
  }

  /** What a test asked of the application, with the SQL that ran. */
  async requests(projectId: number, runId: number, resultId: number): Promise<TestRequest[]> {
    await this.row(projectId, runId);
    return [...(await this.options.requests.read(runId, resultId))];
  }

  /** A run as a page of its own. */
  async htmlReport(projectId: number, runId: number): Promise<string> {
    const { name } = await this.options.projects.row(projectId);
    return htmlReport(await this.get(projectId, runId), name);
  }

  async status(projectId: number, runId: number): Promise<TestRunProgress> {
    const run = await this.row(projectId, runId);
    const { total_tests, passed_tests, failed_tests, current_suite } = run;
    const isLive = run.status === 'pending' || run.status === 'running';
    const done = (passed_tests + failed_tests) / Math.max(1, total_tests);
    return {
      status: run.status,
      current_suite: isLive ? current_suite : null,
      progress: isLive ? Math.min(1, done) : 1,
      tests_passed: passed_tests,
      tests_failed: failed_tests,
    };
  }

  /** Ends a run; what its tests told so far is kept. @throws job-not-cancellable */
  async cancel(projectId: number, runId: number): Promise<TestRun> {
    const { platform } = this.options;
    const run = await this.row(projectId, runId);
    if (run.completed_at !== null) {
      throw new AppError('job-not-cancellable', `The test run ${runId} has ended already.`);
    }
    await platform.jobs.cancel(run.job_id);
    return testRunOf(await this.row(projectId, runId));
  }

  private async row(projectId: number, runId: number): Promise<TestRunRow> {
    const { platform, projects, runs } = this.options;
    await projects.row(projectId);
    const row = await platform.store.read((db) => runs.find(db, projectId, runId));
    if (row) return row;
    throw new AppError('not-found', `The project has no test run ${runId}.`);
  }
}

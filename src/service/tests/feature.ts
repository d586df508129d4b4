import type { Feature, Platform } from '../platform/feature.js';
import type { ProjectService } from '../projects/projectService.js';
import type { RunVariables } from '../running/runVariables.js';
import { TestGenerator } from './generating/testGenerator.js';
import { registerTestRoutes } from './routes.js';
import { removeLeftScratch } from './testBridge.js';
import { TestCoverageService } from './testCoverageService.js';
import { TestDayRepository } from './testDayRepository.js';
import { TestEnvironment } from './testEnvironment.js';
import { registerTestHistoryRoutes } from './historyRoutes.js';
import { TestHistoryService } from './testHistoryService.js';
import { TestRequestFiles } from './testRequestFiles.js';
import { TestResultRepository } from './testResultRepository.js';
import { testRunJob } from './testRunJob.js';
import { TestRunRepository } from './testRunRepository.js';
import { TestRunService } from './testRunService.js';
import { TestTraceRepository } from './testTraceRepository.js';

export interface TestsContext {
  readonly projects: ProjectService;
  /** What the servers of projects are started with, tests are, too. */
  readonly variables: Pick<RunVariables, 'of'>;
  /** `__main__.py` of the Python bridge. */
  readonly bridgeScript: string;
}

/** The tests of applications: finding and running them, and their history. */
export function testsFeature(platform: Platform, context: TestsContext): Feature {
  const { projects, bridgeScript, variables } = context;
  const environment = new TestEnvironment(projects, bridgeScript, variables, (line) =>
    platform.log.debug(line),
  );
  const runs = new TestRunRepository(platform.events);
  const results = new TestResultRepository(platform.events);
  const days = new TestDayRepository();
  const traces = new TestTraceRepository();
  const requests = new TestRequestFiles(platform.filesDirectory);
  const ports = { platform, runs, results, days, traces, requests, environment };
  platform.jobs.register(testRunJob(ports));
  const service = new TestRunService({ platform, projects, runs, results, requests });
  const history = new TestHistoryService({ platform, projects, service, runs, results, days });
  const coverage = new TestCoverageService({ platform, environment, traces });
  const generator = new TestGenerator(environment);
  return {
    name: 'tests',
    routes: (app) => {
      registerTestRoutes(app, { service, coverage, generator });
      registerTestHistoryRoutes(app, service, history);
    },
    start: removeLeftScratch,
    stop: () => environment.stop(),
  };
}

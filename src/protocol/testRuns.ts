import { Type, type Static } from 'typebox';
import { Id, Timestamp, closed } from './common.js';
import { Names, Text } from './testFields.js';
import { TestResult } from './testResults.js';

/**
 * A run and its end. `completed`: every test passed. `failed`: a test did not. `error`: the run could
 * not run. `interrupted`: the service ended during it and did not go on.
 */
export const TestRunStatus = Type.Enum(
  ['pending', 'running', 'completed', 'failed', 'error', 'cancelled', 'interrupted'],
  { $id: 'TestRunStatus' },
);
export type TestRunStatus = Static<typeof TestRunStatus>;

export const TestTrigger = Type.Enum(['api', 'cli', 'editor', 'save'], {
  $id: 'TestTrigger',
  description: 'Who asked for a run',
});
export type TestTrigger = Static<typeof TestTrigger>;

/** What to run; everything when nothing is named. What several fields name is run once. */
export const RunTests = Type.Object(
  {
    suite: Type.Optional(Type.String({ minLength: 1, maxLength: 4096 })),
    files: Type.Optional(Names('Files or folders, relative to the project')),
    tests: Type.Optional(Names('Ids of tests')),
    failed: Type.Optional(Type.Boolean({ description: 'Tests whose newest result is no pass' })),
    affected_by: Type.Optional(
      Names('Of these, the tests that a change of these files or folders can touch'),
    ),
    affected_first: Type.Optional(
      Type.Boolean({ description: 'What changed since its newest result, before the rest' }),
    ),
    verbose: Type.Optional(
      Type.Boolean({ description: 'Also what a test printed, in the log of the job' }),
    ),
    stop_on_fail: Type.Optional(Type.Boolean()),
    repeat: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    workers: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 16, description: 'Tests at once; 2 by default' }),
    ),
    time_limit_seconds: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 240, description: 'For one test; 60 by default' }),
    ),
    trigger: Type.Optional(TestTrigger),
  },
  { $id: 'RunTests', ...closed },
);
export type RunTests = Static<typeof RunTests>;

export const TestRunStarted = Type.Object(
  { test_run_id: Id },
  { $id: 'TestRunStarted', ...closed },
);
export type TestRunStarted = Static<typeof TestRunStarted>;

export const TestRun = Type.Object(
  {
    id: Id,
    projectId: Id,
    jobId: Id,
    status: TestRunStatus,
    trigger: TestTrigger,
    totalTests: Type.Integer(),
    passedTests: Type.Integer(),
    failedTests: Type.Integer({ description: 'With those that could not run' }),
    hollowTests: Type.Integer({ description: 'Passed, and say little' }),
    startedAt: Type.Union([Timestamp, Type.Null()]),
    completedAt: Type.Union([Timestamp, Type.Null()]),
    durationMs: Type.Union([Type.Number(), Type.Null()]),
    errorMessage: Text('Why the run could not run'),
    gitCommit: Text('The commit that was checked out'),
    gitBranch: Text('The branch that was checked out'),
    codeHash: Text('Equal for two runs of the same code'),
    frameworkVersion: Text('of quantum-framework'),
    pythonVersion: Text('of its interpreter'),
    version: Type.Integer({ description: 'Grows by one with each change' }),
    createdAt: Timestamp,
  },
  { $id: 'TestRun', ...closed },
);
export type TestRun = Static<typeof TestRun>;

export const SuiteResult = Type.Object(
  {
    suite: Type.String(),
    file: Type.String({ description: 'Of a framework suite the folder of its files' }),
    total: Type.Integer(),
    passed: Type.Integer(),
    failed: Type.Integer(),
    hollow: Type.Integer(),
    durationMs: Type.Number(),
  },
  { $id: 'SuiteResult', ...closed },
);
export type SuiteResult = Static<typeof SuiteResult>;

export const TestRunDetail = Type.Object(
  {
    test_run: TestRun,
    suite_results: Type.Array(SuiteResult),
    individual_test_results: Type.Array(TestResult),
  },
  { $id: 'TestRunDetail', ...closed },
);
export type TestRunDetail = Static<typeof TestRunDetail>;

export const TestRunProgress = Type.Object(
  {
    status: TestRunStatus,
    current_suite: Text('The suite whose test runs now'),
    progress: Type.Number({ minimum: 0, maximum: 1 }),
    tests_passed: Type.Integer(),
    tests_failed: Type.Integer(),
  },
  { $id: 'TestRunProgress', ...closed },
);
export type TestRunProgress = Static<typeof TestRunProgress>;

export const TestRunDetailQuery = Type.Object(
  {
    after: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: Number.MAX_SAFE_INTEGER,
        description: 'Results of tests after this id only',
      }),
    ),
  },
  closed,
);
export const TestRunParams = Type.Object({ id: Id, runId: Id }, closed);

import { Type, type Static } from 'typebox';
import { Id, Timestamp, closed } from './common.js';

/**
 * A run and its end. `completed`: every test passed. `failed`: a test did not. `error`: the run could
 * not run. `interrupted`: the service ended during it and did not go on.
 */
export const TestRunStatus = Type.Enum(
  ['pending', 'running', 'completed', 'failed', 'error', 'cancelled', 'interrupted'],
  { $id: 'TestRunStatus' },
);
export type TestRunStatus = Static<typeof TestRunStatus>;

/** `error`: the test could not run: its file is not valid, its process died, or it took too long. */
export const TestStatus = Type.Enum(['passed', 'failed', 'error'], { $id: 'TestStatus' });
export type TestStatus = Static<typeof TestStatus>;

const Text = (description: string) => Type.Union([Type.String(), Type.Null()], { description });
const Line = Type.Union([Type.Integer({ minimum: 1 }), Type.Null()], { description: '1-based' });

export const TestKind = Type.Enum(['application', 'framework'], {
  $id: 'TestKind',
  description: 'application: a `*.test.q`; framework: a file that `test_runner.py` runs',
});
export type TestKind = Static<typeof TestKind>;

/** A test as it stands in its file. */
export const FoundTest = Type.Object(
  {
    id: Type.String({ description: '`file::name`' }),
    kind: TestKind,
    suite: Type.String({
      description:
        'The file without its folder and ending; of a framework test the key of its suite',
    }),
    file: Type.String({ description: 'Relative to the project, with `/`' }),
    line: Line,
    name: Type.String(),
    tags: Type.Array(Type.String(), {
      description: '`db`: it puts rows into the database or looks at them',
    }),
    page: Text('The page it starts on'),
    mustFail: Type.Boolean({ description: 'It passes by failing' }),
  },
  { $id: 'FoundTest', ...closed },
);
export type FoundTest = Static<typeof FoundTest>;

export const TestFileProblem = Type.Object(
  { file: Type.String(), line: Line, message: Type.String() },
  { $id: 'TestFileProblem', ...closed },
);
export type TestFileProblem = Static<typeof TestFileProblem>;

/** A suite of the framework's regression tests. */
export const FoundSuite = Type.Object(
  {
    key: Type.String({ description: 'What `--feature` calls it' }),
    title: Type.String(),
    description: Type.String(),
    tests: Type.Integer(),
  },
  { $id: 'FoundSuite', ...closed },
);
export type FoundSuite = Static<typeof FoundSuite>;

export const ProjectTests = Type.Object(
  {
    tests: Type.Array(FoundTest),
    problems: Type.Array(TestFileProblem, { description: 'Files whose tests cannot run' }),
    suites: Type.Array(FoundSuite, { description: 'In the order `test_runner.py` runs them' }),
    unclaimed: Type.Array(Type.String(), { description: 'Test files that no suite takes' }),
  },
  { $id: 'ProjectTests', ...closed },
);
export type ProjectTests = Static<typeof ProjectTests>;

/** A file of tests as it stands in an editor. */
export const TestText = Type.Object(
  {
    file: Type.String({ minLength: 1, maxLength: 4096, description: 'Relative to the project' }),
    text: Type.String({ maxLength: 2_000_000 }),
  },
  { $id: 'TestText', ...closed },
);
export type TestText = Static<typeof TestText>;

export const TestTrigger = Type.Enum(['api', 'cli', 'editor', 'save'], {
  $id: 'TestTrigger',
  description: 'Who asked for a run',
});
export type TestTrigger = Static<typeof TestTrigger>;

const Names = (description: string) =>
  Type.Array(Type.String({ minLength: 1, maxLength: 4096 }), {
    minItems: 1,
    maxItems: 20_000,
    description,
  });

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

export const TestResult = Type.Object(
  {
    id: Id,
    testRunId: Id,
    testId: Type.String(),
    suite: Type.String(),
    file: Type.String(),
    line: Line,
    name: Type.String(),
    status: TestStatus,
    repetition: Type.Integer({ minimum: 1 }),
    durationMs: Type.Number(),
    message: Type.String(),
    failureLine: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()], {
      description: 'Of the step that failed',
    }),
    step: Text('That step as it is written'),
    pageFile: Text('The page whose request failed'),
    pageLine: Line,
    hollow: Text('Why a pass says little'),
    output: Type.String({ description: 'What was printed and logged' }),
    at: Timestamp,
  },
  { $id: 'TestResult', ...closed },
);
export type TestResult = Static<typeof TestResult>;

/** One statement that a request ran. */
export const TestQuery = Type.Object(
  {
    datasource: Type.String(),
    sql: Type.String(),
    params: Type.Record(Type.String(), Type.String()),
    ms: Type.Number(),
    rows: Type.Union([Type.Integer(), Type.Null()]),
    error: Text('Why it was refused'),
  },
  { $id: 'TestQuery', ...closed },
);
export type TestQuery = Static<typeof TestQuery>;

/** One request that a test made. */
export const TestRequest = Type.Object(
  {
    method: Type.String(),
    path: Type.String(),
    status: Type.Integer(),
    ms: Type.Number(),
    page: Text('The page that answered'),
    action: Text('The action it ran'),
    redirect: Text('Where it led'),
    error: Text('Why it failed'),
    where: Type.Union(
      [Type.Object({ file: Type.String(), line: Type.Integer() }, closed), Type.Null()],
      {
        description: 'Where it failed',
      },
    ),
    queries: Type.Array(TestQuery),
  },
  { $id: 'TestRequest', ...closed },
);
export type TestRequest = Static<typeof TestRequest>;

export const AffectedTests = Type.Object(
  {
    tests: Type.Array(Type.String(), { description: 'Ids, in the order of the files' }),
    total: Type.Integer({ description: 'Of how many tests' }),
  },
  { $id: 'AffectedTests', ...closed },
);
export type AffectedTests = Static<typeof AffectedTests>;

/** What ran of one page, in the newest results that still hold. */
export const CoveredFile = Type.Object(
  {
    file: Type.String(),
    lines: Type.Array(Type.Object({ line: Type.Integer(), times: Type.Integer() }, closed), {
      description: 'Every line that can run',
    }),
    branches: Type.Array(
      Type.Object({ line: Type.Integer(), times: Type.Array(Type.Integer()) }, closed),
      { description: 'Each `q:if`: itself, each `q:elseif`, and the way past them' },
    ),
    tests: Type.Array(Type.String(), { description: 'Ids of the tests that ran any of it' }),
  },
  { $id: 'CoveredFile', ...closed },
);
export type CoveredFile = Static<typeof CoveredFile>;

/** A page or one of its actions to write a test for. */
export const GenerateTest = Type.Object(
  {
    page: Type.String({ minLength: 1, maxLength: 4096, description: 'Relative to the project' }),
    action: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    address: Type.Optional(
      Type.String({
        pattern: '^/(?!/)',
        maxLength: 2000,
        description:
          'What to ask for; else the first address of the page that the application links to',
      }),
    ),
  },
  { $id: 'GenerateTest', ...closed },
);
export type GenerateTest = Static<typeof GenerateTest>;

/** One thing of the page that was broken, and whether the test failed by it. */
export const BrokenCheck = Type.Object(
  {
    what: Type.Enum(['content', 'query', 'action', 'step'], {
      description:
        'content: the page draws nothing; query: it finds no rows; action: it does nothing; step: one of its steps is gone',
    }),
    name: Type.String(),
    noticed: Type.Union([Type.Boolean(), Type.Null()], {
      description: 'null: nothing that a test can see becomes another',
    }),
  },
  { $id: 'BrokenCheck', ...closed },
);
export type BrokenCheck = Static<typeof BrokenCheck>;

export const GeneratedTest = Type.Object(
  {
    accepted: Type.Boolean({
      description: 'It passes, and fails when the page is broken: it is written',
    }),
    reason: Text('Why it is not written'),
    file: Type.String({ description: 'Relative to the project' }),
    line: Line,
    name: Type.String(),
    text: Type.String({ description: 'The test; empty when there is none' }),
    broken: Type.Array(BrokenCheck),
  },
  { $id: 'GeneratedTest', ...closed },
);
export type GeneratedTest = Static<typeof GeneratedTest>;

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

export const TestTrendPoint = Type.Object(
  {
    runId: Id,
    at: Timestamp,
    status: TestRunStatus,
    total: Type.Integer(),
    passed: Type.Integer(),
    failed: Type.Integer(),
    hollow: Type.Integer(),
    passRate: Type.Number({ minimum: 0, maximum: 1 }),
    durationMs: Type.Number(),
  },
  { $id: 'TestTrendPoint', ...closed },
);
export type TestTrendPoint = Static<typeof TestTrendPoint>;

export const FlakyTest = Type.Object(
  {
    testId: Type.String(),
    file: Type.String(),
    name: Type.String(),
    passed: Type.Integer({ description: 'Times it passed on the code below' }),
    failed: Type.Integer({ description: 'Times it failed on that same code' }),
    codeHash: Type.String(),
    lastAt: Timestamp,
  },
  { $id: 'FlakyTest', ...closed },
);
export type FlakyTest = Static<typeof FlakyTest>;

const limit = (most: number, usual: number) =>
  Type.Optional(Type.Integer({ minimum: 1, maximum: most, default: usual }));

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
export const TestTrendQuery = Type.Object({ limit: limit(1000, 100) }, closed);
export const TestHistoryQuery = Type.Object(
  { limit: limit(500, 100), before: Type.Optional(Id) },
  closed,
);
export const TestRunParams = Type.Object({ id: Id, runId: Id }, closed);
export const AffectedBy = Type.Object(
  {
    affected_by: Names('Files or folders that changed, relative to the project'),
  },
  { $id: 'AffectedBy', ...closed },
);
export type AffectedBy = Static<typeof AffectedBy>;
export const CoverageQuery = Type.Object(
  { test: Type.Optional(Type.String({ minLength: 1, maxLength: 2048, description: 'Its id' })) },
  closed,
);
export const TestResultParams = Type.Object({ id: Id, runId: Id, resultId: Id }, closed);
export const TestParams = Type.Object(
  { id: Id, testId: Type.String({ minLength: 1, maxLength: 2048 }) },
  closed,
);

/** Which kind of test a file holds. */
export function kindOf(file: string): TestKind {
  return file.endsWith('.test.q') ? 'application' : 'framework';
}

/** The id of a test: it is the same test while its file and its name stay. */
export function testIdOf(file: string, name: string): string {
  return `${file}::${name}`;
}

/** What a person calls the tests of one file. */
export function suiteOf(file: string): string {
  return (file.split('/').at(-1) ?? file).replace(/\.test\.q$/, '');
}

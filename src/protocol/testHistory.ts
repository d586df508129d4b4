import { Type, type Static } from 'typebox';
import { Id, Timestamp, closed } from './common.js';
import { TestStatus } from './testResults.js';
import { TestRun, TestTrigger, TestRunStatus } from './testRuns.js';

/** An ended run as a point of the trend. */
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

/** A test that passed and failed on the same code. */
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

/** The ended runs of one day, added up; kept for good. */
export const TestDay = Type.Object(
  {
    day: Type.String({ description: '`2026-11-28`, in UTC' }),
    runs: Type.Integer(),
    passed: Type.Integer(),
    failed: Type.Integer(),
    hollow: Type.Integer(),
    passRate: Type.Number({ minimum: 0, maximum: 1 }),
    durationMs: Type.Number({ description: 'The mean of a run; of a suite its share of it' }),
  },
  { $id: 'TestDay', ...closed },
);
export type TestDay = Static<typeof TestDay>;

export const SlowTest = Type.Object(
  {
    testId: Type.String(),
    suite: Type.String(),
    file: Type.String(),
    line: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
    name: Type.String(),
    times: Type.Integer({ description: 'So often it ran in the newest runs' }),
    meanMs: Type.Number(),
    mostMs: Type.Number(),
  },
  { $id: 'SlowTest', ...closed },
);
export type SlowTest = Static<typeof SlowTest>;

/** What runs can be looked for by. */
export const TestRunChoices = Type.Object(
  {
    suites: Type.Array(Type.String(), { description: 'That ever ran' }),
    branches: Type.Array(Type.String(), { description: 'That runs were on' }),
  },
  { $id: 'TestRunChoices', ...closed },
);
export type TestRunChoices = Static<typeof TestRunChoices>;

const Status = Type.Union([TestStatus, Type.Null()], {
  description: 'Null: it did not run; failed as soon as one of its repetitions did',
});
const Ms = Type.Union([Type.Number(), Type.Null()]);

/** One test in two runs. */
export const ComparedTest = Type.Object(
  {
    testId: Type.String(),
    suite: Type.String(),
    file: Type.String(),
    line: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
    name: Type.String(),
    before: Status,
    after: Status,
    beforeMs: Ms,
    afterMs: Ms,
    message: Type.String({ description: 'Why it did not pass in the later run' }),
  },
  { $id: 'ComparedTest', ...closed },
);
export type ComparedTest = Static<typeof ComparedTest>;

/** What is otherwise in a later run. Each test stands in one list at most. */
export const TestRunComparison = Type.Object(
  {
    before: TestRun,
    after: TestRun,
    newlyFailed: Type.Array(ComparedTest, { description: 'It passed, and passes no more' }),
    mended: Type.Array(ComparedTest, { description: 'It did not pass, and passes' }),
    stillFailing: Type.Array(ComparedTest),
    slower: Type.Array(ComparedTest, {
      description: 'It passed both times; twice as long and 20 ms longer, or more',
    }),
    added: Type.Array(ComparedTest, { description: 'In the later run alone' }),
    gone: Type.Array(ComparedTest, { description: 'In the earlier run alone' }),
    same: Type.Integer({ description: 'How many tests are in none of the lists' }),
  },
  { $id: 'TestRunComparison', ...closed },
);
export type TestRunComparison = Static<typeof TestRunComparison>;

const limit = (most: number, usual: number) =>
  Type.Optional(Type.Integer({ minimum: 1, maximum: most, default: usual }));
const Word = (description: string) =>
  Type.Optional(Type.String({ minLength: 1, maxLength: 1024, description }));

export const TestRunQuery = Type.Object(
  {
    status: Type.Optional(TestRunStatus),
    trigger: Type.Optional(TestTrigger),
    suite: Word('It ran a test of this suite; among runs whose results are kept'),
    branch: Word('The branch that was checked out'),
    commit: Word('How the commit begins'),
    limit: limit(500, 100),
    before: Type.Optional(Id),
  },
  closed,
);
export const TestDayQuery = Type.Object(
  { suite: Word('Of this suite alone'), limit: limit(1000, 100) },
  closed,
);
export const SlowTestQuery = Type.Object({ limit: limit(100, 10) }, closed);
export const CompareQuery = Type.Object(
  { to: Type.Integer({ minimum: 1, description: 'The earlier run' }) },
  closed,
);
export const TestTrendQuery = Type.Object({ limit: limit(1000, 100) }, closed);
export const TestHistoryQuery = Type.Object(
  { limit: limit(500, 100), before: Type.Optional(Id) },
  closed,
);
export const TestParams = Type.Object(
  { id: Id, testId: Type.String({ minLength: 1, maxLength: 2048 }) },
  closed,
);

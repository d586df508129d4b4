import { Type, type Static } from 'typebox';
import { Id, Timestamp, closed } from './common.js';
import { Line, Text } from './testFields.js';

/** `error`: the test could not run: its file is not valid, its process died, or it took too long. */
export const TestStatus = Type.Enum(['passed', 'failed', 'error'], { $id: 'TestStatus' });
export type TestStatus = Static<typeof TestStatus>;

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
export const TestResultParams = Type.Object({ id: Id, runId: Id, resultId: Id }, closed);

import { Type, type Static } from 'typebox';
import { Id, Timestamp, closed } from './common.js';

/** `restarting`: it runs no more and comes again by itself. `failed`: it does not; `problem` says why. */
export const RunStatus = Type.Enum(['stopped', 'starting', 'running', 'restarting', 'failed'], {
  $id: 'RunStatus',
});
export type RunStatus = Static<typeof RunStatus>;

const Text = (description: string) => Type.Union([Type.String(), Type.Null()], { description });
const Count = (description: string) =>
  Type.Union([Type.Integer({ minimum: 0 }), Type.Null()], { description });

/** A place in a file of the project. */
export const SourcePlace = Type.Object(
  {
    file: Type.String({ description: 'From the project’s folder, with `/`' }),
    line: Count('1-based; null where it is not known'),
    column: Count('0-based, in UTF-16 units; null where it is not known'),
  },
  { $id: 'SourcePlace', ...closed },
);
export type SourcePlace = Static<typeof SourcePlace>;

export const RunProblem = Type.Object(
  {
    message: Type.String(),
    place: Type.Union([SourcePlace, Type.Null()]),
    lines: Type.Array(Type.String(), { description: 'The last ones it wrote' }),
  },
  { $id: 'RunProblem', ...closed },
);
export type RunProblem = Static<typeof RunProblem>;

/** The server of a project, as it is now. */
export const ProjectRun = Type.Object(
  {
    projectId: Id,
    status: RunStatus,
    url: Text('Where a browser reaches it; pages there reload by themselves'),
    port: Type.Union([Type.Integer({ minimum: 1, maximum: 65_535 }), Type.Null()], {
      description: 'The same one at each start',
    }),
    pid: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
    startedAt: Type.Union([Timestamp, Type.Null()]),
    problem: Type.Union([RunProblem, Type.Null()], {
      description: 'Why it does not run, or why its first page does not answer',
    }),
    version: Type.Integer({ description: 'Grows by one with each change' }),
  },
  { $id: 'ProjectRun', ...closed },
);
export type ProjectRun = Static<typeof ProjectRun>;

export const RunLogLevel = Type.Enum(['debug', 'info', 'warning', 'error'], { $id: 'RunLogLevel' });
export type RunLogLevel = Static<typeof RunLogLevel>;

export const RunLogLine = Type.Object(
  {
    seq: Type.Integer({ minimum: 1 }),
    at: Timestamp,
    level: RunLogLevel,
    source: Type.String({ description: 'The logger; `output` for what was printed, `run` for us' }),
    text: Type.String(),
    place: Type.Union([SourcePlace, Type.Null()]),
  },
  { $id: 'RunLogLine', ...closed },
);
export type RunLogLine = Static<typeof RunLogLine>;

export const RequestQuery = Type.Object(
  {
    datasource: Text('Its name in the configuration'),
    sql: Type.String(),
    ms: Type.Union([Type.Number(), Type.Null()]),
    rows: Count('that came back'),
    error: Text('What the database said'),
  },
  { $id: 'RequestQuery', ...closed },
);
export type RequestQuery = Static<typeof RequestQuery>;

/** One request that the application answered. */
export const RunRequest = Type.Object(
  {
    seq: Type.Integer({ minimum: 1 }),
    at: Timestamp,
    method: Type.String(),
    path: Type.String({ description: 'With its query' }),
    status: Type.Integer(),
    ms: Type.Number(),
    component: Text('The page'),
    action: Text('The action it ran'),
    queries: Type.Array(RequestQuery),
    error: Type.Union(
      [
        Type.Object(
          { message: Type.String(), place: Type.Union([SourcePlace, Type.Null()]) },
          closed,
        ),
        Type.Null(),
      ],
      { description: 'What went wrong in the page' },
    ),
  },
  { $id: 'RunRequest', ...closed },
);
export type RunRequest = Static<typeof RunRequest>;

const after = Type.Optional(
  Type.Integer({
    minimum: 0,
    maximum: Number.MAX_SAFE_INTEGER,
    description: 'Only what came after this seq',
  }),
);
const limit = (most: number) =>
  Type.Optional(Type.Integer({ minimum: 1, maximum: most, description: 'The newest ones' }));

export const RunLogQuery = Type.Object(
  {
    after,
    limit: limit(5000),
    level: Type.Optional(RunLogLevel),
    q: Type.Optional(Type.String({ maxLength: 200, description: 'Text the line contains' })),
  },
  closed,
);
export type RunLogQuery = Static<typeof RunLogQuery>;
export const RunRequestQuery = Type.Object({ after, limit: limit(500) }, closed);
export const RunStreamQuery = Type.Object({ after }, closed);

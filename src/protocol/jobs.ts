import { Type, type Static } from 'typebox';
import { Id, Timestamp, closed } from './common.js';

/** pg-boss's states, plus `interrupted`: the service died while the job ran and it cannot be resumed. */
export const JobState = Type.Enum(
  ['created', 'retry', 'active', 'completed', 'cancelled', 'failed', 'interrupted'],
  { $id: 'JobState' },
);
export type JobState = Static<typeof JobState>;

export const Job = Type.Object(
  {
    id: Id,
    name: Type.String({ description: 'What kind of job, e.g. `framework.install`' }),
    title: Type.String(),
    projectId: Type.Union([Id, Type.Null()]),
    state: JobState,
    progress: Type.Number({ minimum: 0, maximum: 1 }),
    step: Type.Union([Type.String(), Type.Null()], { description: 'What it is doing now' }),
    error: Type.Union([Type.String(), Type.Null()]),
    attempt: Type.Integer(),
    version: Type.Integer(),
    createdAt: Timestamp,
    startedAt: Type.Union([Timestamp, Type.Null()]),
    endedAt: Type.Union([Timestamp, Type.Null()]),
  },
  { $id: 'Job', ...closed },
);
export type Job = Static<typeof Job>;

export const JobLogLine = Type.Object(
  { seq: Type.Integer(), at: Timestamp, text: Type.String() },
  { $id: 'JobLogLine', ...closed },
);
export type JobLogLine = Static<typeof JobLogLine>;

/** Last message of a followed log: the job has ended. */
export const JobLogEnd = Type.Object({ state: JobState }, { $id: 'JobLogEnd', ...closed });
export type JobLogEnd = Static<typeof JobLogEnd>;

import { Type } from 'typebox';
import { Id, IdParams, closed } from '../../../protocol/common.js';
import { Job, JobLogEnd, JobLogLine, JobState } from '../../../protocol/jobs.js';
import { type StreamLimits, defaultStreamLimits } from '../events/eventSink.js';
import type { StreamRegistry } from '../events/streamRegistry.js';
import type { Feature, Platform } from '../feature.js';
import type { App } from '../http/app.js';
import { AppError } from '../problem.js';
import { streamJobLog } from './jobLogStream.js';

export interface JobsFeatureOptions {
  readonly platform: Platform;
  readonly streams: StreamRegistry;
  readonly limits?: Partial<StreamLimits>;
}

const ListJobs = Type.Object(
  {
    state: Type.Optional(JobState),
    projectId: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
    before: Type.Optional(Id),
  },
  closed,
);
const LogQuery = Type.Object(
  {
    after: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: Number.MAX_SAFE_INTEGER,
        description: 'Seq of the last line seen; the Last-Event-ID header goes before it',
      }),
    ),
  },
  closed,
);

/** `/api/jobs`: what the service is working on, each job's log, and the way to stop it. */
export function jobsFeature(options: JobsFeatureOptions): Feature {
  const { jobs, store } = options.platform;
  const limits = { ...defaultStreamLimits, ...options.limits };

  async function requireJob(id: number): Promise<Job> {
    const job = await store.read((db) => jobs.get(db, id));
    if (!job) throw new AppError('not-found', `There is no job ${id}.`);
    return job;
  }

  function readRoutes(app: App): void {
    app.get(
      '/api/jobs',
      {
        config: { auth: 'token' },
        schema: {
          operationId: 'listJobs',
          summary: 'Jobs, newest first',
          tags: ['jobs'],
          querystring: ListJobs,
          response: { 200: Type.Array(Job) },
        },
      },
      ({ query }) => store.read((db) => jobs.list(db, { ...query, limit: query.limit ?? 100 })),
    );
    app.get(
      '/api/jobs/:id',
      {
        config: { auth: 'token' },
        schema: {
          operationId: 'getJob',
          summary: 'One job',
          tags: ['jobs'],
          params: IdParams,
          response: { 200: Job },
        },
      },
      ({ params }) => requireJob(params.id),
    );
  }

  function logRoute(app: App): void {
    app.get(
      '/api/jobs/:id/logs',
      {
        config: { auth: 'token' },
        schema: {
          operationId: 'streamJobLog',
          summary: 'The lines of a job’s log, and those to come until it ends',
          tags: ['jobs'],
          params: IdParams,
          querystring: LogQuery,
          response: {
            200: {
              description: 'The open stream: `line` for each line, `end` when the job has ended',
              content: {
                'text/event-stream': { schema: Type.Union([JobLogLine, JobLogEnd]) },
              },
            },
          },
        },
      },
      async (request, reply) => {
        const { id } = await requireJob(request.params.id);
        const seen = request.headers['last-event-id'];
        const after =
          typeof seen === 'string' && /^\d{1,15}$/.test(seen)
            ? Number(seen)
            : (request.query.after ?? 0);
        const { heartbeatMs, lagGraceMs: graceMs } = limits;
        await streamJobLog({ ...options, heartbeatMs, graceMs }, reply, id, after);
        return reply;
      },
    );
  }

  function cancelRoute(app: App): void {
    app.post(
      '/api/jobs/:id/cancel',
      {
        config: { auth: 'token' },
        schema: {
          operationId: 'cancelJob',
          summary: 'Stops a job that waits or runs',
          tags: ['jobs'],
          params: IdParams,
          response: { 200: Job },
        },
      },
      ({ params }) => jobs.cancel(params.id),
    );
  }

  return {
    name: 'jobs',
    routes(app) {
      readRoutes(app);
      logRoute(app);
      cancelRoute(app);
    },
  };
}

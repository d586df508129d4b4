import { Type } from 'typebox';
import { IdParams, closed } from '../../protocol/common.js';
import {
  ProjectRun,
  RunLogLine,
  RunLogQuery,
  RunRequest,
  RunRequestQuery,
  RunStreamQuery,
} from '../../protocol/running.js';
import type { StreamRegistry } from '../platform/events/streamRegistry.js';
import type { App } from '../platform/http/app.js';
import type { RunService } from './runService.js';
import { streamRun } from './runStream.js';

const tags = ['running'];
const config = { auth: 'token' } as const;

const RunAddress = Type.Object(
  { url: Type.String({ format: 'uri', maxLength: 2048, pattern: '^https?://' }) },
  { $id: 'RunAddress', ...closed },
);

function stateRoutes(app: App, runs: RunService): void {
  app.get(
    '/api/runs',
    {
      config,
      schema: {
        operationId: 'listRuns',
        summary: 'The servers of all projects that ever ran',
        tags,
        response: { 200: Type.Array(ProjectRun) },
      },
    },
    () => runs.list(),
  );
  app.get(
    '/api/projects/:id/run',
    {
      config,
      schema: {
        operationId: 'getRun',
        summary: 'The server of a project as it is now',
        tags,
        params: IdParams,
        response: { 200: ProjectRun },
      },
    },
    ({ params }) => runs.state(params.id),
  );
}

function changeRoutes(app: App, runs: RunService): void {
  app.post(
    '/api/projects/:id/run/start',
    {
      config,
      schema: {
        operationId: 'startRun',
        summary: 'Start the server of a project; answers once a page of it does',
        tags,
        params: IdParams,
        response: { 200: ProjectRun },
      },
    },
    ({ params }) => runs.start(params.id),
  );
  app.post(
    '/api/projects/:id/run/stop',
    {
      config,
      schema: {
        operationId: 'stopRun',
        summary: 'End the server of a project',
        tags,
        params: IdParams,
        response: { 200: ProjectRun },
      },
    },
    ({ params }) => runs.stop(params.id),
  );
  app.post(
    '/api/projects/:id/run/restart',
    {
      config,
      schema: {
        operationId: 'restartRun',
        summary: 'End the server of a project and start it again at its address',
        tags,
        params: IdParams,
        response: { 200: ProjectRun },
      },
    },
    ({ params }) => runs.restart(params.id),
  );
  app.post(
    '/api/projects/:id/run/addresses',
    {
      config,
      schema: {
        operationId: 'addRunAddress',
        summary: 'An address that leads to the server from elsewhere: a forwarded port',
        tags,
        params: IdParams,
        body: RunAddress,
        response: { 204: Type.Null() },
      },
    },
    async ({ params, body }, reply) => {
      await runs.addAddress(params.id, body.url);
      return reply.code(204).send(null);
    },
  );
}

function logRoutes(app: App, runs: RunService, streams: StreamRegistry): void {
  app.get(
    '/api/projects/:id/run/logs',
    {
      config,
      schema: {
        operationId: 'listRunLog',
        summary: 'What the server said, by level and text, oldest first',
        tags,
        params: IdParams,
        querystring: RunLogQuery,
        response: { 200: Type.Array(RunLogLine) },
      },
    },
    ({ params, query }) => runs.lines(params.id, query),
  );
  app.get(
    '/api/projects/:id/run/requests',
    {
      config,
      schema: {
        operationId: 'listRunRequests',
        summary: 'Requests it answered, with their queries and times, oldest first',
        tags,
        params: IdParams,
        querystring: RunRequestQuery,
        response: { 200: Type.Array(RunRequest) },
      },
    },
    ({ params, query }) => runs.requests(params.id, query),
  );
  app.get(
    '/api/projects/:id/run/stream',
    {
      config,
      schema: {
        operationId: 'streamRun',
        summary: 'Lines and requests, those there are and those to come',
        tags,
        params: IdParams,
        querystring: RunStreamQuery,
        response: {
          200: {
            description: 'The open stream: `line` and `request`',
            content: { 'text/event-stream': { schema: Type.Union([RunLogLine, RunRequest]) } },
          },
        },
      },
    },
    async ({ params, query, headers }, reply) => {
      const log = await runs.log(params.id);
      const seen = headers['last-event-id'];
      const after =
        typeof seen === 'string' && /^\d{1,15}$/.test(seen) ? Number(seen) : (query.after ?? 0);
      await streamRun(reply, streams, log, after);
      return reply;
    },
  );
}

/** The HTTP face of running; the rules are the service's. */
export function registerRunRoutes(app: App, runs: RunService, streams: StreamRegistry): void {
  stateRoutes(app, runs);
  changeRoutes(app, runs);
  logRoutes(app, runs, streams);
}

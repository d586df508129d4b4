import { Type } from 'typebox';
import { IdParams } from '../../protocol/common.js';
import {
  ConnectionTest,
  CreateDatasource,
  Datasource,
  DatasourceDetail,
  DatasourceKind,
  DatasourceLogLine,
  DatasourceLogQuery,
  DatasourcePassword,
  DatasourceStatus,
  DatasourceUsage,
  DeleteDatasourceQuery,
  DockerContainer,
  DockerContainerQuery,
  DockerInfo,
  DuplicateDatasource,
  TestConnection,
  UpdateDatasource,
} from '../../protocol/datasources.js';
import type { App } from '../platform/http/app.js';
import { callerOf } from '../platform/http/callerOf.js';
import type { DatasourceService } from './datasourceService.js';
import type { DockerService } from './dockerService.js';

const tags = ['datasources'];
const at = (path: string) => ({ auth: 'token', aliases: [path] }) as const;
const token = { auth: 'token' } as const;

function collectionRoutes(app: App, service: DatasourceService): void {
  app.get(
    '/api/projects/:id/datasources',
    {
      config: at('/projects/:id/datasources'),
      schema: {
        operationId: 'listDatasources',
        summary: 'The datasources of a project',
        tags,
        params: IdParams,
        response: { 200: Type.Array(Datasource) },
      },
    },
    ({ params }) => service.list(params.id),
  );
  app.post(
    '/api/projects/:id/datasources',
    {
      config: at('/projects/:id/datasources'),
      schema: {
        operationId: 'createDatasource',
        summary: 'Create a datasource by its type alone, or with all it has; a job brings it up',
        tags,
        params: IdParams,
        body: CreateDatasource,
        response: { 201: Datasource },
      },
    },
    async ({ params, body }, reply) => reply.code(201).send(await service.create(params.id, body)),
  );
  app.get(
    '/api/datasources/types',
    {
      config: token,
      schema: {
        operationId: 'listDatasourceTypes',
        summary: 'The types of datasources and their defaults',
        tags,
        response: { 200: Type.Array(DatasourceKind) },
      },
    },
    () => service.kinds(),
  );
  app.post(
    '/api/datasources/test',
    {
      config: token,
      schema: {
        operationId: 'testConnection',
        summary: 'Connect with what would be stored, and write as an application does',
        tags,
        body: TestConnection,
        response: { 200: ConnectionTest },
      },
    },
    ({ body }) => service.testNew(body),
  );
}

function oneRoutes(app: App, service: DatasourceService): void {
  const aliased = at('/datasources/:id');
  app.get(
    '/api/datasources/:id',
    {
      config: aliased,
      schema: {
        operationId: 'getDatasource',
        summary: 'One datasource and how to connect to it',
        tags,
        params: IdParams,
        response: { 200: DatasourceDetail },
      },
    },
    ({ params }) => service.get(params.id),
  );
  app.put(
    '/api/datasources/:id',
    {
      config: aliased,
      schema: {
        operationId: 'updateDatasource',
        summary: 'Rename, edit, move to another port, or change the password',
        tags,
        params: IdParams,
        body: UpdateDatasource,
        response: { 200: Datasource },
      },
    },
    ({ params, body }) => service.update(params.id, body),
  );
  app.delete(
    '/api/datasources/:id',
    {
      config: aliased,
      schema: {
        operationId: 'deleteDatasource',
        summary:
          'Delete it by a job: the container goes and the volume stays, unless asked otherwise',
        tags,
        params: IdParams,
        querystring: DeleteDatasourceQuery,
        response: { 202: Datasource },
      },
    },
    async ({ params, query }, reply) =>
      reply.code(202).send(await service.delete(params.id, query)),
  );
  app.post(
    '/api/datasources/:id/duplicate',
    {
      config: token,
      schema: {
        operationId: 'duplicateDatasource',
        summary: 'Create another one like it, without its data',
        tags,
        params: IdParams,
        body: DuplicateDatasource,
        response: { 201: Datasource },
      },
    },
    async ({ params, body }, reply) =>
      reply.code(201).send(await service.duplicate(params.id, body)),
  );
  app.post(
    '/api/datasources/:id/test',
    {
      config: at('/datasources/:id/test'),
      schema: {
        operationId: 'testDatasource',
        summary: 'Connect as its application does',
        tags,
        params: IdParams,
        response: { 200: ConnectionTest },
      },
    },
    ({ params }) => service.test(params.id),
  );
  app.post(
    '/api/datasources/:id/password',
    {
      config: token,
      schema: {
        operationId: 'revealDatasourcePassword',
        summary: 'The password; who asked is written down',
        tags,
        params: IdParams,
        response: { 200: DatasourcePassword },
      },
    },
    ({ params, headers }) => service.reveal(params.id, callerOf(headers)),
  );
}

const tasks = [
  ['start', 'startDatasource', 'Start the container and wait until it is ready'],
  ['stop', 'stopDatasource', 'Stop the container'],
  ['restart', 'restartDatasource', 'Stop the container, start it and wait until it is ready'],
  ['setup', 'setUpDatasource', 'Make database, owner and privileges, and connect as the owner'],
] as const;

function taskRoutes(app: App, service: DatasourceService): void {
  for (const [task, operationId, summary] of tasks) {
    app.post(
      `/api/datasources/:id/${task}`,
      {
        config: at(`/datasources/:id/${task}`),
        schema: { operationId, summary, tags, params: IdParams, response: { 202: Datasource } },
      },
      async (request, reply) => {
        const started = await service.begin(request.params.id, task);
        return reply.code(202).send(started);
      },
    );
  }
}

function dockerRoutes(app: App, docker: DockerService): void {
  app.get(
    '/api/datasources/:id/status',
    {
      config: at('/datasources/:id/status'),
      schema: {
        operationId: 'getDatasourceStatus',
        summary: 'State, health and setup, and what the engine counts',
        tags,
        params: IdParams,
        response: { 200: DatasourceStatus },
      },
    },
    ({ params }) => docker.status(params.id),
  );
  app.get(
    '/api/datasources/:id/logs',
    {
      config: at('/datasources/:id/logs'),
      schema: {
        operationId: 'getDatasourceLogs',
        summary: 'The last lines of its container; with `follow` those to come, as events',
        tags,
        params: IdParams,
        querystring: DatasourceLogQuery,
        response: {
          200: {
            description: 'The lines, or with `follow` the open stream',
            content: {
              'application/json': { schema: Type.Array(DatasourceLogLine) },
              'text/event-stream': { schema: DatasourceLogLine },
            },
          },
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      if (request.query.follow !== true) return docker.logs(id, request.query);
      await docker.follow(reply, id, request.query);
      return reply;
    },
  );
  app.get(
    '/api/datasources/:id/usage',
    {
      config: token,
      schema: {
        operationId: 'followDatasourceUsage',
        summary: 'What its container uses, once a second, as events',
        tags,
        params: IdParams,
        response: {
          200: {
            description: 'The open stream: `usage`, and `end` when the container ends',
            content: { 'text/event-stream': { schema: DatasourceUsage } },
          },
        },
      },
    },
    async (request, reply) => {
      await docker.usage(reply, request.params.id);
      return reply;
    },
  );
  app.get(
    '/api/docker/info',
    {
      config: at('/docker/info'),
      schema: {
        operationId: 'getDockerInfo',
        summary: 'Where the Docker engine is and whether it answers',
        tags: ['docker'],
        response: { 200: DockerInfo },
      },
    },
    () => docker.info(),
  );
  app.get(
    '/api/docker/containers',
    {
      config: at('/docker/containers'),
      schema: {
        operationId: 'listDockerContainers',
        summary: 'Containers that run; with `all` the others, too',
        tags: ['docker'],
        querystring: DockerContainerQuery,
        response: { 200: Type.Array(DockerContainer) },
      },
    },
    ({ query }) => docker.containers(query.all === true),
  );
}

/** The HTTP face of datasources; the rules are the services'. */
export function registerDatasourceRoutes(
  app: App,
  service: DatasourceService,
  docker: DockerService,
): void {
  collectionRoutes(app, service);
  oneRoutes(app, service);
  taskRoutes(app, service);
  dockerRoutes(app, docker);
}

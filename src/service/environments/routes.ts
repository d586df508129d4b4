import { Type } from 'typebox';
import { IdParams } from '../../protocol/common.js';
import {
  CreateEnvironment,
  CreateVariable,
  Environment,
  EnvironmentVariable,
  ProjectVariableNames,
  ProjectVariables,
  UpdateEnvironment,
  UpdateVariable,
  VariableParams,
  VariableScope,
  VariableValueAnswer,
} from '../../protocol/environments.js';
import type { App } from '../platform/http/app.js';
import { callerOf } from '../platform/http/callerOf.js';
import type { EnvironmentService } from './environmentService.js';
import type { VariablePlace, VariableService } from './variableService.js';

const tags = ['environments'];
const token = { auth: 'token' } as const;
const at = (path: string) => ({ auth: 'token', aliases: [path] }) as const;

/** The HTTP face of environments; the rules are the services'. */
export function registerEnvironmentRoutes(
  app: App,
  environments: EnvironmentService,
  variables: VariableService,
): void {
  environmentRoutes(app, environments);
  variableRoutes(app, variables);
  valueRoutes(app, variables);
}

function environmentRoutes(app: App, service: EnvironmentService): void {
  app.get(
    '/api/projects/:id/environments',
    {
      config: at('/projects/:id/environments'),
      schema: {
        operationId: 'listEnvironments',
        summary: 'Where the application of a project runs, in the order of promotion',
        tags,
        params: IdParams,
        response: { 200: Type.Array(Environment) },
      },
    },
    ({ params }) => service.list(params.id),
  );
  app.post(
    '/api/projects/:id/environments',
    {
      config: at('/projects/:id/environments'),
      schema: {
        operationId: 'createEnvironment',
        summary: 'Add an environment, the last in the order',
        tags,
        params: IdParams,
        body: CreateEnvironment,
        response: { 201: Environment },
      },
    },
    async ({ params, body }, reply) => reply.code(201).send(await service.create(params.id, body)),
  );
  app.get(
    '/api/environments/:id',
    {
      config: token,
      schema: {
        operationId: 'getEnvironment',
        summary: 'One environment',
        tags,
        params: IdParams,
        response: { 200: Environment },
      },
    },
    ({ params }) => service.get(params.id),
  );
  app.put(
    '/api/environments/:id',
    {
      config: token,
      schema: {
        operationId: 'updateEnvironment',
        summary: 'Rename, edit, move, or have its variables given to what is run',
        tags,
        params: IdParams,
        body: UpdateEnvironment,
        response: { 200: Environment },
      },
    },
    ({ params, body }) => service.update(params.id, body),
  );
  app.delete(
    '/api/environments/:id',
    {
      config: token,
      schema: {
        operationId: 'deleteEnvironment',
        summary: 'Delete an environment with its variables',
        tags,
        params: IdParams,
        response: { 204: Type.Null() },
      },
    },
    async ({ params }, reply) => {
      await service.delete(params.id);
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/environments/:id/check',
    {
      config: token,
      schema: {
        operationId: 'checkEnvironment',
        summary: 'Ask its address whether it is up',
        tags,
        params: IdParams,
        response: { 200: Environment },
      },
    },
    ({ params }) => service.check(params.id),
  );
}

interface VariableRequest {
  readonly params: { readonly id: number; readonly key: string };
  readonly query: VariableScope;
}

const placeOf = ({ params, query }: VariableRequest): VariablePlace => ({
  ...{ projectId: params.id, key: params.key, environmentId: query.environmentId ?? null },
});

function variableRoutes(app: App, service: VariableService): void {
  app.get(
    '/api/projects/:id/environment-variables',
    {
      config: at('/projects/:id/environment-variables'),
      schema: {
        operationId: 'listEnvironmentVariables',
        summary: 'Variables of a project and of its environments; secrets without their values',
        tags,
        params: IdParams,
        querystring: VariableScope,
        response: { 200: Type.Array(EnvironmentVariable) },
      },
    },
    ({ params, query }) => service.list(params.id, query.environmentId),
  );
  app.post(
    '/api/projects/:id/environment-variables',
    {
      config: at('/projects/:id/environment-variables'),
      schema: {
        operationId: 'createEnvironmentVariable',
        summary: 'Add a variable that what is run of the project is given',
        tags,
        params: IdParams,
        body: CreateVariable,
        response: { 201: EnvironmentVariable },
      },
    },
    async ({ params, body }, reply) => reply.code(201).send(await service.create(params.id, body)),
  );
  const aliased = at('/projects/:id/environment-variables/:key');
  app.put(
    '/api/projects/:id/environment-variables/:key',
    {
      config: aliased,
      schema: {
        operationId: 'updateEnvironmentVariable',
        summary: 'Rename a variable, give it another value, or make it a secret',
        tags,
        params: VariableParams,
        querystring: VariableScope,
        body: UpdateVariable,
        response: { 200: EnvironmentVariable },
      },
    },
    (request) => service.update(placeOf(request), request.body),
  );
  app.delete(
    '/api/projects/:id/environment-variables/:key',
    {
      config: aliased,
      schema: {
        operationId: 'deleteEnvironmentVariable',
        summary: 'Delete a variable',
        tags,
        params: VariableParams,
        querystring: VariableScope,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await service.delete(placeOf(request));
      return reply.code(204).send(null);
    },
  );
}

function valueRoutes(app: App, service: VariableService): void {
  app.post(
    '/api/projects/:id/environment-variables/:key/value',
    {
      config: token,
      schema: {
        operationId: 'revealEnvironmentVariable',
        summary: 'The value of a variable, of a secret too; audited',
        tags,
        params: VariableParams,
        querystring: VariableScope,
        response: { 200: VariableValueAnswer },
      },
    },
    async (request) => ({
      value: await service.reveal(placeOf(request), callerOf(request.headers)),
    }),
  );
  app.get(
    '/api/projects/:id/variables',
    {
      config: token,
      schema: {
        operationId: 'listProjectVariables',
        summary: 'The names of all variables that what is run of the project is given',
        tags,
        params: IdParams,
        response: { 200: ProjectVariableNames },
      },
    },
    async ({ params }) => ({ names: await service.givenNames(params.id) }),
  );
  app.post(
    '/api/projects/:id/variables',
    {
      config: token,
      schema: {
        operationId: 'revealProjectVariables',
        summary: 'All variables that what is run of the project is given; audited',
        tags,
        params: IdParams,
        response: { 200: ProjectVariables },
      },
    },
    async ({ params, headers }) => ({
      variables: { ...(await service.revealGiven(params.id, callerOf(headers))) },
    }),
  );
}

import { Type } from 'typebox';
import { IdParams } from '../../protocol/common.js';
import { Job } from '../../protocol/jobs.js';
import {
  CreateProject,
  DeleteConsequences,
  OpenProject,
  Project,
  ProjectDetail,
  ProjectPathQuery,
  ProjectQuery,
  Template,
  UpdateProject,
} from '../../protocol/projects.js';
import type { App } from '../platform/http/app.js';
import type { InstallService } from './installService.js';
import type { ProjectService } from './projectService.js';
import type { Templates } from './templates.js';

const tags = ['projects'];
const token = { auth: 'token' } as const;

function collectionRoutes(app: App, projects: ProjectService, templates: Templates): void {
  app.get(
    '/api/projects',
    {
      config: { ...token, aliases: ['/projects'] },
      schema: {
        operationId: 'listProjects',
        summary: 'All projects, by status or by a text in name, description or folder',
        tags,
        querystring: ProjectQuery,
        response: { 200: Type.Array(Project) },
      },
    },
    (request) => projects.list(request.query),
  );
  app.post(
    '/api/projects',
    {
      config: { ...token, aliases: ['/projects'] },
      schema: {
        operationId: 'createProject',
        summary: 'Create a project: without a folder, of an existing one, or from a template',
        tags,
        body: CreateProject,
        response: { 201: Project },
      },
    },
    async (request, reply) => reply.code(201).send(await projects.create(request.body)),
  );
  app.post(
    '/api/projects/open',
    {
      config: token,
      schema: {
        operationId: 'openProject',
        summary: 'A folder was opened: registers it, or answers the project it is',
        tags,
        body: OpenProject,
        response: { 200: Project },
      },
    },
    (request) => projects.open(request.body),
  );
  app.get(
    '/api/projects/by-path',
    {
      config: token,
      schema: {
        operationId: 'getProjectByPath',
        summary: 'The project a folder or file belongs to',
        tags,
        querystring: ProjectPathQuery,
        response: { 200: Project },
      },
    },
    (request) => projects.byPath(request.query.rootPath),
  );
  app.get(
    '/api/templates',
    {
      config: token,
      schema: {
        operationId: 'listTemplates',
        summary: 'Templates a new project can be made from',
        tags,
        response: { 200: Type.Array(Template) },
      },
    },
    () => templates.list(),
  );
}

function projectRoutes(app: App, projects: ProjectService, installs: InstallService): void {
  const aliased = { ...token, aliases: ['/projects/:id'] };
  app.get(
    '/api/projects/:id',
    {
      config: aliased,
      schema: {
        operationId: 'getProject',
        summary: 'One project with its framework, datasources, components and endpoints',
        tags,
        params: IdParams,
        response: { 200: ProjectDetail },
      },
    },
    (request) => projects.get(request.params.id),
  );
  app.put(
    '/api/projects/:id',
    {
      config: aliased,
      schema: {
        operationId: 'updateProject',
        summary: 'Rename, describe, (de)activate or re-link a project',
        tags,
        params: IdParams,
        body: UpdateProject,
        response: { 200: Project },
      },
    },
    (request) => projects.update(request.params.id, request.body),
  );
  app.delete(
    '/api/projects/:id',
    {
      config: aliased,
      schema: {
        operationId: 'deleteProject',
        summary: 'Forget a project and what belongs to it; its files stay',
        tags,
        params: IdParams,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await projects.delete(request.params.id);
      return reply.code(204).send(null);
    },
  );
  app.get(
    '/api/projects/:id/consequences',
    {
      config: token,
      schema: {
        operationId: 'getDeleteConsequences',
        summary: 'What deleting the project would take with it',
        tags,
        params: IdParams,
        response: { 200: DeleteConsequences },
      },
    },
    (request) => projects.consequences(request.params.id),
  );
  app.post(
    '/api/projects/:id/framework/install',
    {
      config: token,
      schema: {
        operationId: 'installFramework',
        summary: 'Start a job that installs quantum-framework for the project',
        tags,
        params: IdParams,
        response: { 202: Job },
      },
    },
    async (request, reply) => reply.code(202).send(await installs.begin(request.params.id)),
  );
}

/** The HTTP face of projects; the rules are the services'. */
export function registerProjectRoutes(
  app: App,
  services: { projects: ProjectService; installs: InstallService; templates: Templates },
): void {
  collectionRoutes(app, services.projects, services.templates);
  projectRoutes(app, services.projects, services.installs);
}

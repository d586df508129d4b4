import { IdParams } from '../../protocol/common.js';
import {
  AccessMatrix,
  ComponentGraph,
  GraphQuery,
  Impact,
  ImpactQuery,
} from '../../protocol/componentGraph.js';
import type { App } from '../platform/http/app.js';
import type { GraphService } from './graphService.js';

const tags = ['components'];
const config = { auth: 'token' } as const;

/** The HTTP face of what depends on what. */
export function registerGraphRoutes(app: App, graphs: GraphService): void {
  app.get(
    '/api/projects/:id/graph',
    {
      config,
      schema: {
        operationId: 'getGraph',
        summary: 'What depends on what: components, routes, actions, queries, tables, tests',
        tags,
        params: IdParams,
        querystring: GraphQuery,
        response: { 200: ComponentGraph },
      },
    },
    ({ params, query }) => graphs.graph(params.id, query),
  );
  app.get(
    '/api/projects/:id/impact',
    {
      config,
      schema: {
        operationId: 'getImpact',
        summary: 'What changing something touches, and why',
        tags,
        params: IdParams,
        querystring: ImpactQuery,
        response: { 200: Impact },
      },
    },
    ({ params, query }) => graphs.impact(params.id, query.of),
  );
  app.get(
    '/api/projects/:id/endpoints/matrix',
    {
      config,
      schema: {
        operationId: 'getAccessMatrix',
        summary: 'Who may ask for which address and action, and which open ones change tables',
        tags,
        params: IdParams,
        response: { 200: AccessMatrix },
      },
    },
    ({ params }) => graphs.matrix(params.id),
  );
}

import { Type } from 'typebox';
import { IdParams } from '../../protocol/common.js';
import {
  ComponentAst,
  ComponentDetail,
  ComponentPage,
  ComponentParams,
  ComponentQuery,
  EndpointQuery,
  ScannedEndpoint,
  ScanResult,
  WatchState,
} from '../../protocol/components.js';
import type { App } from '../platform/http/app.js';
import type { ComponentService } from './componentService.js';

const tags = ['components'];
const config = { auth: 'token' } as const;

function readRoutes(app: App, components: ComponentService): void {
  app.get(
    '/api/projects/:id/components',
    {
      config,
      schema: {
        operationId: 'listComponents',
        summary: 'Components as the last scan found them, by status, kind or a text',
        tags,
        params: IdParams,
        querystring: ComponentQuery,
        response: { 200: ComponentPage },
      },
    },
    ({ params, query }) => components.list(params.id, query),
  );
  app.get(
    '/api/projects/:id/components/:cid',
    {
      config,
      schema: {
        operationId: 'getComponent',
        summary: 'One component with all that is known of it',
        tags,
        params: ComponentParams,
        response: { 200: ComponentDetail },
      },
    },
    ({ params }) => components.detail(params.id, params.cid),
  );
  app.get(
    '/api/projects/:id/components/:cid/ast',
    {
      config,
      schema: {
        operationId: 'getComponentAst',
        summary: 'The syntax tree of a component’s file as it is now',
        tags,
        params: ComponentParams,
        response: { 200: ComponentAst },
      },
    },
    ({ params }) => components.ast(params.id, params.cid),
  );
  app.get(
    '/api/projects/:id/endpoints',
    {
      config,
      schema: {
        operationId: 'listEndpoints',
        summary: 'Addresses and actions of the pages, by address',
        tags,
        params: IdParams,
        querystring: EndpointQuery,
        response: { 200: Type.Array(ScannedEndpoint) },
      },
    },
    ({ params, query }) => components.endpoints(params.id, query),
  );
}

function scanRoutes(app: App, components: ComponentService): void {
  app.post(
    '/api/projects/:id/scan',
    {
      config,
      schema: {
        operationId: 'scanProject',
        summary: 'Read the files that changed since the last scan',
        tags,
        params: IdParams,
        response: { 200: ScanResult },
      },
    },
    ({ params }) => components.scan(params.id),
  );
  app.get(
    '/api/projects/:id/watch',
    {
      config,
      schema: {
        operationId: 'getWatch',
        summary: 'Whether the project is scanned when its files change',
        tags,
        params: IdParams,
        response: { 200: WatchState },
      },
    },
    ({ params }) => components.watchState(params.id),
  );
  app.post(
    '/api/projects/:id/watch',
    {
      config,
      schema: {
        operationId: 'watchProject',
        summary: 'Scan the project now, and again whenever its files change',
        tags,
        params: IdParams,
        response: { 200: WatchState },
      },
    },
    ({ params }) => components.watch(params.id),
  );
  app.delete(
    '/api/projects/:id/watch',
    {
      config,
      schema: {
        operationId: 'unwatchProject',
        summary: 'Follow the project’s files no more',
        tags,
        params: IdParams,
        response: { 200: WatchState },
      },
    },
    ({ params }) => components.unwatch(params.id),
  );
}

/** The HTTP face of components; the rules are the service's. */
export function registerComponentRoutes(app: App, components: ComponentService): void {
  readRoutes(app, components);
  scanRoutes(app, components);
}

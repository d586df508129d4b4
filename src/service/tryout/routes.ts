import { Type } from 'typebox';
import { IdParams, closed } from '../../protocol/common.js';
import { PreviewAsset, PreviewAssetQuery } from '../../protocol/preview.js';
import {
  SavedTest,
  SaveTestRequest,
  TryOutAnswer,
  TryOutEntry,
  TryOutForm,
  TryOutFormRequest,
  TryOutRequest,
  TryOutTarget,
} from '../../protocol/tryout.js';
import type { App } from '../platform/http/app.js';
import type { TryOutService } from './tryOutService.js';

const tags = ['tryout'];
const config = { auth: 'token' } as const;
/** Unsaved texts and uploaded files come with the request. */
const bodyLimit = 16 * 1024 * 1024;
const AssetQuery = Type.Object({ ...PreviewAssetQuery.properties, target: TryOutTarget }, closed);

/** The HTTP face of try-outs; the rules are the service's. */
export function registerTryOutRoutes(app: App, tryOuts: TryOutService): void {
  sendRoutes(app, tryOuts);
  historyRoutes(app, tryOuts);
}

function sendRoutes(app: App, tryOuts: TryOutService): void {
  app.post(
    '/api/projects/:id/try-out/form',
    {
      config,
      bodyLimit,
      schema: {
        operationId: 'getTryOutForm',
        summary: 'What a page can be asked for: its actions, their fields and rules',
        tags,
        params: IdParams,
        body: TryOutFormRequest,
        response: { 200: TryOutForm },
      },
    },
    ({ params, body }) => tryOuts.form(params.id, body),
  );
  app.post(
    '/api/projects/:id/try-out',
    {
      config,
      bodyLimit,
      schema: {
        operationId: 'tryOut',
        summary: 'Send a request to a page or an action, as any user, and see all it led to',
        tags,
        params: IdParams,
        body: TryOutRequest,
        response: { 200: TryOutAnswer },
      },
    },
    ({ params, body }) => tryOuts.send(params.id, body),
  );
  app.post(
    '/api/projects/:id/try-out/test',
    {
      config,
      bodyLimit,
      schema: {
        operationId: 'saveTryOutAsTest',
        summary: 'Write a test of a request and run it; one that does not pass is not kept',
        tags,
        params: IdParams,
        body: SaveTestRequest,
        response: { 200: SavedTest },
      },
    },
    ({ params, body }) => tryOuts.saveTest(params.id, body),
  );
  app.get(
    '/api/projects/:id/try-out/asset',
    {
      config,
      schema: {
        operationId: 'getTryOutAsset',
        summary: 'A file that an answered page asks for',
        tags,
        params: IdParams,
        querystring: AssetQuery,
        response: { 200: PreviewAsset },
      },
    },
    ({ params, query }) => tryOuts.asset(params.id, query.target, query.url),
  );
}

function historyRoutes(app: App, tryOuts: TryOutService): void {
  app.get(
    '/api/projects/:id/try-out/history',
    {
      config,
      schema: {
        operationId: 'listTryOuts',
        summary: 'The last 50 requests that were tried out, newest first, without secrets',
        tags,
        params: IdParams,
        response: { 200: Type.Array(TryOutEntry) },
      },
    },
    ({ params }) => tryOuts.history(params.id),
  );
  app.delete(
    '/api/projects/:id/try-out/history',
    {
      config,
      schema: {
        operationId: 'clearTryOuts',
        summary: 'Forget the requests that were tried out',
        tags,
        params: IdParams,
        response: { 204: Type.Null() },
      },
    },
    async ({ params }, reply) => {
      await tryOuts.clear(params.id);
      return reply.code(204).send(null);
    },
  );
}

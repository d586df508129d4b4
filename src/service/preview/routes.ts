import { IdParams } from '../../protocol/common.js';
import {
  PreviewAsset,
  PreviewAssetQuery,
  PreviewPage,
  PreviewRequest,
} from '../../protocol/preview.js';
import type { App } from '../platform/http/app.js';
import type { PreviewService } from './previewService.js';

const tags = ['preview'];
const config = { auth: 'token' } as const;
/** Unsaved texts and uploaded files come with the request. */
const bodyLimit = 16 * 1024 * 1024;

export function registerPreviewRoutes(app: App, previews: PreviewService): void {
  app.post(
    '/api/projects/:id/preview',
    {
      config,
      bodyLimit,
      schema: {
        operationId: 'renderPreview',
        summary: 'A page as the framework draws it from unsaved texts, on copies of the databases',
        tags,
        params: IdParams,
        body: PreviewRequest,
        response: { 200: PreviewPage },
      },
    },
    ({ params, body }) => previews.render(params.id, body),
  );
  app.get(
    '/api/projects/:id/preview/asset',
    {
      config,
      schema: {
        operationId: 'getPreviewAsset',
        summary: 'A file that a previewed page asks for, as its server answers it',
        tags,
        params: IdParams,
        querystring: PreviewAssetQuery,
        response: { 200: PreviewAsset },
      },
    },
    ({ params, query }) => previews.asset(params.id, query.url),
  );
}

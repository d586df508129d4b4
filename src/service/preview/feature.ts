import type { Feature } from '../platform/feature.js';
import { PreviewService, type PreviewContext } from './previewService.js';
import { registerPreviewRoutes } from './routes.js';

/** Pages drawn from what is in the editor, before it is saved. */
export function previewFeature(context: PreviewContext): Feature {
  const previews = new PreviewService(context);
  return {
    name: 'preview',
    routes: (app) => registerPreviewRoutes(app, previews),
    stop: () => previews.end(),
  };
}

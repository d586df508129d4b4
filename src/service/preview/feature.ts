import type { Feature } from '../platform/feature.js';
import { PreviewService, type PreviewContext } from './previewService.js';
import { registerPreviewRoutes } from './routes.js';

export interface PreviewFeature extends Feature {
  readonly previews: PreviewService;
}

/** Pages drawn from what is in the editor, before it is saved. */
export function previewFeature(context: PreviewContext): PreviewFeature {
  const previews = new PreviewService(context);
  return {
    name: 'preview',
    previews,
    routes: (app) => registerPreviewRoutes(app, previews),
    stop: () => previews.end(),
  };
}

import type { Feature, Platform } from '../platform/feature.js';
import { PreviewService, type PreviewContext } from './previewService.js';
import { registerPreviewRoutes } from './routes.js';

export interface PreviewFeature extends Feature {
  readonly previews: PreviewService;
}

/** Pages drawn from what is in the editor, before it is saved. */
export function previewFeature(context: PreviewContext & Pick<Platform, 'events'>): PreviewFeature {
  const { events, log } = context;
  const previews = new PreviewService(context);
  const subscription = events.subscribe(({ event }) => {
    if (event.type !== 'environments_changed') return;
    previews.outdate(event.id).catch((error: unknown) => {
      log.warn({ err: error }, 'the process of a preview did not end');
    });
  });
  return {
    name: 'preview',
    previews,
    routes: (app) => registerPreviewRoutes(app, previews),
    async stop() {
      subscription.dispose();
      await previews.end();
    },
  };
}

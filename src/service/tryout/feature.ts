import type { Feature } from '../platform/feature.js';
import { registerTryOutRoutes } from './routes.js';
import { TryOutService, type TryOutContext } from './tryOutService.js';

/** Requests to pages and actions, built from their rules. */
export function tryOutFeature(context: TryOutContext): Feature {
  const tryOuts = new TryOutService(context);
  return { name: 'tryout', routes: (app) => registerTryOutRoutes(app, tryOuts) };
}

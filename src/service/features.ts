import type { Feature, Platform } from './platform/feature.js';
import type { StreamRegistry } from './platform/events/streamRegistry.js';
import type { ServiceIdentity } from './platform/http/identity.js';

/** What features get beside the platform: the process they run in. */
export interface FeatureContext {
  readonly identity: ServiceIdentity;
  readonly token: string;
  readonly streams: StreamRegistry;
  /** The built `dist/`: templates, the Python bridge. */
  readonly assetsDirectory: string;
  isDraining(): boolean;
}

/** Every feature of the product, in one list: the app, the OpenAPI document and the tests read it. */
export function createFeatures(_platform: Platform, _context: FeatureContext): Feature[] {
  return [];
}

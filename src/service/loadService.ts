import type * as service from './service.js';

/** The service itself, loaded only by the owner of the home: a file of its own beside this bundle. */
export function loadService(): Promise<typeof service> {
  return import('./service.js');
}

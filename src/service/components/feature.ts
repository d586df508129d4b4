import type { Feature, Platform } from '../platform/feature.js';
import { ComponentService, type ScannedProjects } from './componentService.js';
import { registerGraphRoutes } from './graphRoutes.js';
import { registerComponentRoutes } from './routes.js';

/**
 * Components and endpoints of projects: scanning, watching and telling them. `worker`: the program of the threads
 * that read large projects; null: no threads.
 */
export function componentsFeature(
  platform: Platform,
  projects: ScannedProjects,
  worker: string | null,
): Feature {
  const components = new ComponentService(platform, projects, worker);
  return {
    name: 'components',
    routes: (app) => {
      registerComponentRoutes(app, components);
      registerGraphRoutes(app, components.graphs);
    },
    start() {
      components.start();
      return Promise.resolve();
    },
    stop: () => components.stop(),
  };
}

import type { Feature, Platform } from '../platform/feature.js';
import { ComponentService, type ScannedProjects } from './componentService.js';
import { registerComponentRoutes } from './routes.js';

/** Components and endpoints of projects: scanning, watching and telling them. */
export function componentsFeature(platform: Platform, projects: ScannedProjects): Feature {
  const components = new ComponentService(platform, projects);
  return {
    name: 'components',
    routes: (app) => registerComponentRoutes(app, components),
    start() {
      components.start();
      return Promise.resolve();
    },
    stop: () => components.stop(),
  };
}

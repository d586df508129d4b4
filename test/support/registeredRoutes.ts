import type { App, RouteAuth } from '../../src/service/platform/http/app.js';

export interface RegisteredRoute {
  readonly method: string;
  readonly url: string;
  readonly auth: RouteAuth;
  readonly duringDrain: boolean;
}

/** Collects every route as it is registered: hand `collect` to `startTestApp` as `prepare`. */
export function registeredRoutes(): {
  readonly routes: RegisteredRoute[];
  readonly collect: (app: App) => Promise<void>;
} {
  const routes: RegisteredRoute[] = [];
  return {
    routes,
    collect(app) {
      app.addHook('onRoute', ({ method, url, config }) => {
        for (const one of [method].flat()) {
          const { auth = 'token', duringDrain = false } = config ?? {};
          routes.push({ method: one, url, auth, duringDrain });
        }
      });
      return Promise.resolve();
    },
  };
}

/** The route's path with values that exist nowhere. */
export function pathOfNothing(url: string): string {
  return url.replace(/:(\w+)/g, '987654321');
}

import type { RouteOptions } from 'fastify';
import { Problem } from '../../../protocol/problems.js';
import type { App, RouteAuth } from './app.js';
import { SharedSchemas } from './sharedSchemas.js';

const problemResponse = (description: string): unknown => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
});
const problemResponses = {
  '4xx': problemResponse('The request cannot be answered: code, detail and repair say why'),
  '5xx': problemResponse('The service cannot answer now'),
};

function requireDeclarations(route: RouteOptions): { operationId: string } {
  const where = `${String(route.method)} ${route.url}`;
  const { operationId, summary, tags, response } = route.schema ?? {};
  if (!route.config?.auth) throw new Error(`${where} does not say who may call it (config.auth)`);
  if (!operationId) throw new Error(`${where} has no operationId`);
  if (!summary) throw new Error(`${where} has no summary`);
  if (!tags || tags.length === 0) throw new Error(`${where} has no tags`);
  if (!response) throw new Error(`${where} lists no responses`);
  return { operationId };
}

/** What OpenAPI says about who may call; a browser's session opens the same doors as the token. */
function securityOf(auth: RouteAuth = 'token'): { [scheme: string]: string[] }[] {
  if (auth === 'none') return [];
  return auth === 'hmac' ? [{ signature: [] }] : [{ token: [] }, { session: [] }];
}

function referAll(shared: SharedSchemas, schema: NonNullable<RouteOptions['schema']>): void {
  const whole = (part: unknown): unknown => shared.refer(part);
  if (schema.body !== undefined) schema.body = whole(schema.body);
  schema.response = whole({ ...(schema.response as object), ...problemResponses });
  for (const part of ['params', 'querystring', 'headers'] as const) {
    const given = schema[part];
    if (given !== undefined) schema[part] = shared.referParts(given as Record<string, unknown>);
  }
}

/**
 * Makes the rules of every route hold by construction: who may call it, what it is called and what it
 * answers are declared, ids are unique, problems are listed, schemas become named components, aliases
 * are routes of their own. @throws from route registration, so a route that breaks a rule stops start-up.
 */
export function installRouteRules(app: App): void {
  const shared = new SharedSchemas(app);
  const operationIds = new Set<string>();
  app.addHook('onRoute', function (route) {
    const { operationId } = requireDeclarations(route);
    if (operationIds.has(operationId)) throw new Error(`Two routes are called ${operationId}`);
    operationIds.add(operationId);

    const original = { ...route.schema };
    route.schema = { ...original };
    referAll(shared, route.schema);
    route.schema.security = securityOf(route.config?.auth);

    const { aliases, ...config } = route.config ?? {};
    aliases?.forEach((url, index) => {
      this.route({
        ...route,
        url,
        config,
        schema: { ...original, operationId: `${operationId}Alias${index === 0 ? '' : index + 1}` },
      });
    });
  });
}

import rateLimit from '@fastify/rate-limit';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import websocket from '@fastify/websocket';
import fastify, { LogController, type FastifyBaseLogger } from 'fastify';
import { apiDocsFeature } from './platform/apidocs/apiDocsFeature.js';
import { openCodeFeature } from './platform/apidocs/openCodeFeature.js';
import { auditFeature } from './platform/audit/auditFeature.js';
import type { StreamLimits } from './platform/events/eventSink.js';
import { eventsFeature } from './platform/events/eventsFeature.js';
import { chooseProtocol } from './platform/events/socketProtocol.js';
import { jobsFeature } from './platform/jobs/jobsFeature.js';
import { StreamRegistry } from './platform/events/streamRegistry.js';
import type { Feature, Platform } from './platform/feature.js';
import type { App } from './platform/http/app.js';
import { installGates } from './platform/http/gates.js';
import { healthFeature } from './platform/http/healthFeature.js';
import type { ServiceIdentity } from './platform/http/identity.js';
import { appErrorOf } from './platform/http/problemOf.js';
import {
  installProblemReplies,
  refuseRubbish,
  sendProblem,
} from './platform/http/problemReplies.js';
import { requestIdOf } from './platform/http/requestId.js';
import { installRequestLog } from './platform/http/requestLog.js';
import { installRouteRules } from './platform/http/routeRules.js';
import { serializerFactory } from './platform/http/serialization.js';
import { RouteTable } from './platform/http/routeTable.js';
import { installSecurityHeaders } from './platform/http/securityHeaders.js';
import { Sessions } from './platform/http/sessions.js';
import { validatorFactory } from './platform/http/validation.js';

export interface AppLimits {
  /** Requests of one credential per ten seconds. */
  readonly requests: number;
  /** Requests without a valid credential per ten seconds, of all strangers together. */
  readonly failures: number;
}

export interface AppOptions {
  readonly platform: Platform;
  /** What the product can do: `createFeatures` of features.ts. */
  readonly features: readonly Feature[];
  readonly token: string;
  readonly identity: ServiceIdentity;
  isDraining(): boolean;
  /** Origins of web pages that may call the API, such as `http://localhost:5173`. */
  readonly allowedOrigins?: readonly string[];
  /** The built `dist/`: openapi.json and apidocs/. */
  readonly assetsDirectory: string;
  /** Shared with whoever counts and ends streams; by default the app makes its own. */
  readonly streams?: StreamRegistry;
  readonly streamLimits?: Partial<StreamLimits>;
  readonly limits?: Partial<AppLimits>;
  /** Runs before any route is registered, so that it sees them all: the OpenAPI generator. */
  prepare?(app: App): Promise<void>;
}

const defaultLimits: AppLimits = { requests: 20_000, failures: 200 };

function createServer(log: FastifyBaseLogger): App {
  return fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestIdOf,
    requestIdHeader: false,
    // The id of a test is its file and its name: it stands in a path.
    routerOptions: { maxParamLength: 8192 },
    bodyLimit: 1024 * 1024,
    connectionTimeout: 120_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 30_000,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    schemaController: {
      compilersFactory: {
        buildValidator: validatorFactory(),
        buildSerializer: serializerFactory(),
      },
    },
    frameworkErrors: (error, request, reply) => sendProblem(request, reply, appErrorOf(error)),
    clientErrorHandler: (error, socket) => {
      if (error.code !== 'ECONNRESET') refuseRubbish(socket, 'unreadable');
    },
  }).withTypeProvider<TypeBoxTypeProvider>();
}

/**
 * The HTTP application: gates, error shape and every route, without a port, a process or a clock of its
 * own. @throws when a route breaks a rule of `installRouteRules`.
 */
export async function buildApp(options: AppOptions): Promise<App> {
  const app = createServer(options.platform.log);
  const sessions = new Sessions(options.platform.now);
  const routes = new RouteTable();
  const streams = options.streams ?? new StreamRegistry();
  app.decorate('streams', streams);

  await app.register(rateLimit, { global: false });
  await app.register(websocket, {
    // Ours, or what the reader offers: a browser gives up a connection that chose none.
    options: { maxPayload: 4096, handleProtocols: chooseProtocol },
  });
  await options.prepare?.(app);

  installSecurityHeaders(app);
  installRequestLog(app);
  installGates(app, {
    token: options.token,
    sessions,
    routes,
    allowedOrigins: new Set(options.allowedOrigins),
    isDraining: () => options.isDraining(),
    limits: { ...defaultLimits, ...options.limits },
  });
  installProblemReplies(app, routes);
  installRouteRules(app);
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.add(one, url);
  });

  const features = [...platformFeatures(options, streams, sessions), ...options.features];
  for (const feature of features) feature.routes(app);
  app.addHook('preClose', (done) => {
    streams.endAll('stopping');
    done();
  });
  return app;
}

function platformFeatures(
  options: AppOptions,
  streams: StreamRegistry,
  sessions: Sessions,
): Feature[] {
  const { platform, identity, assetsDirectory, streamLimits: limits = {} } = options;
  return [
    healthFeature(identity.version),
    openCodeFeature(sessions),
    apiDocsFeature(assetsDirectory),
    eventsFeature({ platform, streams, limits }),
    jobsFeature({ platform, streams, limits }),
    auditFeature(platform),
  ];
}

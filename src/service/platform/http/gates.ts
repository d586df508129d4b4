import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../problem.js';
import type { App } from './app.js';
import { bearerToken, sameSecret, sessionIds } from './credential.js';
import { isOwnHost } from './hostGate.js';
import { judgeOrigin } from './originGate.js';
import { noSuchRoute, pathOf } from './problemReplies.js';
import type { RouteTable } from './routeTable.js';
import type { Sessions } from './sessions.js';

export interface GateOptions {
  readonly token: string;
  readonly sessions: Sessions;
  readonly allowedOrigins: ReadonlySet<string>;
  readonly routes: RouteTable;
  isDraining(): boolean;
  /** Requests of one credential, and failed ones, per ten seconds. */
  readonly limits: { readonly requests: number; readonly failures: number };
}

const writes = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

function passHost(request: FastifyRequest): void {
  if (isOwnHost(request.headers.host, request.socket.localPort)) return;
  throw new AppError(
    'misdirected-request',
    'The Host header names another server.',
    'Call the service as 127.0.0.1 with its own port.',
  );
}

/** Lets listed web pages read answers; every other page gets no CORS header at all. */
function passOrigin(
  request: FastifyRequest,
  reply: FastifyReply,
  allowed: ReadonlySet<string>,
): boolean {
  const { origin, host = '' } = request.headers;
  const verdict = judgeOrigin(origin, host, allowed);
  if (verdict === 'foreign') {
    throw new AppError(
      'forbidden',
      'A web page of another origin may not call this service.',
      'Add the origin to the allow-list if the page is yours.',
    );
  }
  if (verdict !== 'listed') return false;
  reply.header('access-control-allow-origin', origin).header('vary', 'Origin');
  reply.header('access-control-expose-headers', 'x-request-id, retry-after');
  if (request.method !== 'OPTIONS' || !request.headers['access-control-request-method'])
    return false;
  reply.header('access-control-allow-methods', 'GET, POST, PUT, PATCH, DELETE');
  reply.header('access-control-allow-headers', 'authorization, content-type, last-event-id');
  void reply.code(204).send();
  return true;
}

function hasBody(request: FastifyRequest): boolean {
  const length = request.headers['content-length'];
  return request.headers['transfer-encoding'] !== undefined || (length ?? '0') !== '0';
}

/** A page can send text/plain to anyone without asking; it cannot send JSON. */
function passContentType(request: FastifyRequest): void {
  if (!writes.has(request.method) || !hasBody(request)) return;
  if (/^application\/json *(;|$)/i.test(request.headers['content-type'] ?? '')) return;
  throw new AppError(
    'unsupported-media-type',
    'The body must be sent as application/json.',
    'Set Content-Type: application/json.',
  );
}

function isAuthorized(request: FastifyRequest, options: GateOptions): boolean {
  const bearer = bearerToken(request.headers);
  if (bearer !== undefined) return sameSecret(bearer, options.token);
  return sessionIds(request.headers).some((id) => options.sessions.isOpen(id));
}

/** Whose requests are counted together: the token's, a browser session's, or all of open routes. */
function callerOf(request: FastifyRequest): string {
  if (request.routeOptions.config.auth !== 'token' && !request.is404) return 'open';
  if (bearerToken(request.headers) !== undefined) return 'token';
  return `session ${sessionIds(request.headers).join()}`;
}

/**
 * The gates every request passes before anything of it is parsed, in this order: Host, Origin, token,
 * how often, path, content type, draining. Unknown paths pass them too, so a stranger learns nothing.
 */
export function installGates(app: App, options: GateOptions): void {
  const timeWindow = 10_000;
  const mayAsk = app.createRateLimit({
    max: options.limits.requests,
    timeWindow,
    keyGenerator: callerOf,
  });
  const mayFail = app.createRateLimit({
    max: options.limits.failures,
    timeWindow,
    keyGenerator: () => 'unauthenticated',
  });
  const count = async (limit: typeof mayAsk, request: FastifyRequest, reply: FastifyReply) => {
    const verdict = await limit(request);
    if (verdict.isAllowed || !verdict.isExceeded) return;
    reply.header('retry-after', verdict.ttlInSeconds);
    throw new AppError(
      'rate-limited',
      'There were too many requests in the last ten seconds.',
      `Try again in ${verdict.ttlInSeconds} s.`,
    );
  };

  app.addHook('onRequest', async (request, reply) => {
    passHost(request);
    if (passOrigin(request, reply, options.allowedOrigins)) return reply;
    const { auth = 'token', duringDrain = false } = request.routeOptions.config;
    if (auth === 'token') {
      if (!isAuthorized(request, options)) {
        await count(mayFail, request, reply);
        throw new AppError(
          'unauthorized',
          'The request carries no valid token.',
          'Send Authorization: Bearer with the token of this service, or run `quantum-admin open`.',
        );
      }
      await count(mayAsk, request, reply);
    } else {
      await count(mayAsk, request, reply);
    }
    if (request.is404 || options.routes.refuses(request.method, pathOf(request))) {
      throw noSuchRoute(request, reply, options.routes);
    }
    passContentType(request);
    if (writes.has(request.method) && !duringDrain && options.isDraining()) {
      throw new AppError(
        'draining',
        'The service is handing over to its successor.',
        'Connect again and repeat the request.',
      );
    }
    return undefined;
  });
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';
import { AppError } from '../problem.js';
import type { App } from './app.js';
import { appErrorOf, problemDocument } from './problemOf.js';
import type { RouteTable } from './routeTable.js';

const waitSeconds: Partial<Record<AppError['code'], number>> = {
  draining: 1,
  'store-unavailable': 5,
  'rate-limited': 10,
};

/** Answers with the error's problem document and the headers its code asks for. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: AppError): void {
  // Also on what Fastify refused before any hook ran.
  reply.header('x-request-id', request.id);
  const wait = waitSeconds[error.code];
  if (wait !== undefined && !reply.hasHeader('retry-after')) reply.header('retry-after', wait);
  if (error.code === 'unauthorized')
    reply.header('www-authenticate', 'Bearer realm="quantum-admin"');
  const document = JSON.stringify(problemDocument(error, request.id));
  void reply.code(error.status).type('application/problem+json').send(document);
}

/** One shape for every error: thrown by a handler, refused by Fastify, no such path, no such method. */
export function installProblemReplies(app: App, routes: RouteTable): void {
  app.setErrorHandler((thrown, request, reply) => {
    const error = isUnknownMethod(thrown)
      ? noSuchRoute(request, reply, routes)
      : appErrorOf(thrown);
    if (error.status >= 500) request.log.error({ err: thrown }, 'request failed');
    sendProblem(request, reply, error);
  });
  // The gate of paths has refused already what is not there; this is for Fastify's own `callNotFound`.
  app.setNotFoundHandler((request, reply) => {
    throw noSuchRoute(request, reply, routes);
  });
}

/** A method that this Node can parse and Fastify has no routes for (QUERY, say) comes past every hook. */
function isUnknownMethod(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'FST_ERR_NOT_FOUND';
}

/** 405 with Allow where the path is known, else 404. */
export function noSuchRoute(
  request: FastifyRequest,
  reply: FastifyReply,
  routes: RouteTable,
): AppError {
  const path = pathOf(request);
  const methods = routes.methodsAt(path);
  if (methods.length === 0) {
    return new AppError('not-found', `There is nothing at ${request.method} ${path}.`);
  }
  reply.header('allow', methods.join(', '));
  const detail = `${path} takes ${methods.join(', ')}, not ${request.method}.`;
  return new AppError('method-not-allowed', detail);
}

/** The request's path without its query. */
export function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '';
}

/** Answers what is no HTTP at all; `requestId` names the answer in the log. */
export function refuseRubbish(socket: Socket, requestId: string): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const error = new AppError('invalid-request', 'This is not a valid HTTP request.');
  const body = JSON.stringify(problemDocument(error, requestId));
  socket.end(
    `HTTP/1.1 400 Bad Request\r\nContent-Type: application/problem+json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

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
    const error = appErrorOf(thrown);
    if (error.status >= 500) request.log.error({ err: thrown }, 'request failed');
    sendProblem(request, reply, error);
  });
  app.setNotFoundHandler((request, reply) => {
    const methods = routes.methodsAt(request.url);
    if (methods.length === 0) {
      throw new AppError('not-found', `There is nothing at ${request.method} ${pathOf(request)}.`);
    }
    reply.header('allow', methods.join(', '));
    const detail = `${pathOf(request)} takes ${methods.join(', ')}, not ${request.method}.`;
    throw new AppError('method-not-allowed', detail);
  });
}

const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? '';

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

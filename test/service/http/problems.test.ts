import assert from 'node:assert/strict';
import net from 'node:net';
import test from 'node:test';
import type { LightMyRequestResponse } from 'fastify';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { Problem, problemCodes, type ProblemCode } from '../../../src/protocol/problems.js';
import type { Feature } from '../../../src/service/platform/feature.js';
import { AppError } from '../../../src/service/platform/problem.js';
import { httpCall } from '../../support/httpCall.js';
import { pathOfNothing, registeredRoutes } from '../../support/registeredRoutes.js';
import { startTestApp } from '../../support/serviceApp.js';

interface Document {
  readonly code: ProblemCode;
  readonly status: number;
  readonly detail: string;
  readonly requestId: string;
}

function problemIn(answer: { headers: Record<string, unknown>; body: string }): Document {
  assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
  const document = JSON.parse(answer.body) as Document;
  assert.ok(Value.Check(Problem, document), answer.body);
  assert.equal(document.status, problemCodes[document.code].status);
  assert.equal(document.requestId, answer.headers['x-request-id']);
  return document;
}

const schema = (operationId: string, body?: unknown): object => ({
  config: { auth: 'token' },
  schema: {
    operationId,
    summary: operationId,
    tags: ['trouble'],
    response: { 200: Type.Null() },
    ...(body === undefined ? {} : { body }),
  },
});

/** A feature that does everything wrong a handler can do. */
const trouble = (): Feature[] => [
  {
    name: 'trouble',
    routes(app) {
      app.get('/api/trouble/throw', schema('throwError'), () => {
        throw new Error('a secret from deep inside');
      });
      app.get('/api/trouble/string', schema('throwString'), () => {
        throw 'text' as unknown as Error;
      });
      app.get('/api/trouble/full', schema('throwFull'), () => {
        throw new AppError('store-full', 'The disk is full.', 'Free some space.');
      });
      app.get('/api/trouble/unavailable', schema('throwUnavailable'), () => {
        throw new AppError('store-unavailable', 'The store is away.');
      });
      app.post(
        '/api/trouble/body',
        schema('takeBody', Type.Object({ size: Type.Integer() }, { additionalProperties: false })),
        () => null,
      );
    },
  },
];

test('every route refuses a stranger with a problem document', async (t) => {
  const { routes, collect } = registeredRoutes();
  const { app } = await startTestApp(t, { prepare: collect });
  assert.ok(routes.length > 10);
  for (const { method, url, auth } of routes.filter((route) => route.auth === 'token')) {
    const answer = await app.inject({ method: method as 'GET', url: pathOfNothing(url) });
    assert.equal(problemIn(answer).code, 'unauthorized', `${method} ${url} (${auth})`);
    assert.match(String(answer.headers['www-authenticate']), /^Bearer/);
  }
});

test('every route with parameters names the parameter that is wrong', async (t) => {
  const { routes, collect } = registeredRoutes();
  const { app, authorized: headers } = await startTestApp(t, { prepare: collect });
  const withId = routes.filter(({ url }) => url.includes(':id'));
  assert.ok(withId.length > 3);
  for (const { method, url } of withId) {
    const path = url.replace(':id', 'seven');
    const answer = await app.inject({ method: method as 'GET', url: path, headers });
    const problem = problemIn(answer);
    assert.equal(problem.code, 'invalid-request', `${method} ${url}`);
    assert.equal(problem.detail, '“id” in the path must be integer.');
  }
});

test('a handler that throws is a 500 that tells nothing, and the service goes on', async (t) => {
  const { app, authorized: headers } = await startTestApp(t, { features: trouble });
  for (const url of ['/api/trouble/throw', '/api/trouble/string']) {
    const answer = await app.inject({ url, headers });
    assert.equal(problemIn(answer).code, 'internal-error');
    assert.doesNotMatch(answer.body, /secret/);
  }
  assert.equal((await app.inject({ url: '/health' })).statusCode, 200);
});

test('errors of the store keep their meaning', async (t) => {
  const { app, authorized: headers } = await startTestApp(t, { features: trouble });
  const full = await app.inject({ url: '/api/trouble/full', headers });
  assert.equal(problemIn(full).code, 'store-full');
  const away = await app.inject({ url: '/api/trouble/unavailable', headers });
  assert.equal(problemIn(away).code, 'store-unavailable');
  assert.equal(away.headers['retry-after'], '5');
});

test('a body that is none, too large, or not what is asked for says so', async (t) => {
  const { app, authorized } = await startTestApp(t, { features: trouble });
  const post = (payload: string): Promise<LightMyRequestResponse> =>
    app.inject({
      method: 'POST',
      url: '/api/trouble/body',
      headers: { ...authorized, 'content-type': 'application/json' },
      payload,
    });
  const cases: [string, ProblemCode, RegExp][] = [
    ['{"size": 1', 'invalid-request', /could not be read/],
    ['{"size": "1"}', 'invalid-request', /“size” in the body must be integer/],
    ['{}', 'invalid-request', /“size” in the body is missing/],
    ['{"size":1,"color":2}', 'invalid-request', /“color” in the body is not known/],
    ['[]', 'invalid-request', /The body must be object/],
    ['{"__proto__":{"size":1},"size":1}', 'invalid-request', /could not be read/],
    [`{"size":${' '.repeat(1024 * 1024)}1}`, 'body-too-large', /too large/],
  ];
  for (const [body, code, detail] of cases) {
    const problem = problemIn(await post(body));
    assert.equal(problem.code, code, body.slice(0, 50));
    assert.match(problem.detail, detail);
  }
  assert.equal((await post('{"size":1}')).statusCode, 200);
});

test('an unknown path is not found, an unknown method says which ones there are', async (t) => {
  const { app, authorized: headers } = await startTestApp(t);
  const nowhere = await app.inject({ url: '/api/nowhere', headers });
  assert.equal(problemIn(nowhere).code, 'not-found');
  const wrong = await app.inject({ method: 'PATCH', url: '/api/jobs/7/cancel', headers });
  assert.equal(problemIn(wrong).code, 'method-not-allowed');
  assert.equal(wrong.headers.allow, 'POST');
  const literal = await app.inject({ method: 'POST', url: '/api/events/socket', headers });
  assert.equal(literal.headers.allow, 'GET');
  // Node can parse it, Fastify has no routes for it.
  const unusual = await app.inject({ method: 'QUERY' as 'GET', url: '/api/jobs', headers });
  assert.equal(problemIn(unusual).code, 'method-not-allowed');
  const unreadable = await app.inject({ url: '/api/%zz', headers });
  assert.equal(problemIn(unreadable).code, 'invalid-request');
});

test('a request id is answered, and made up when the given one could harm a log', async (t) => {
  const { app } = await startTestApp(t);
  const ask = async (id: string): Promise<unknown> =>
    (await app.inject({ url: '/health', headers: { 'x-request-id': id } })).headers['x-request-id'];
  assert.equal(await ask('window-1.42'), 'window-1.42');
  assert.match(String(await ask('a\tb "c"')), /^[0-9a-f-]{36}$/);
});

test('what is no HTTP gets a problem document and a closed connection', async (t) => {
  const service = await startTestApp(t);
  const base = await service.url();
  const { port } = new URL(base);
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = net.connect(Number(port), '127.0.0.1', () => socket.write('GARBAGE\r\n\r\n'));
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });
  assert.match(answer, /^HTTP\/1\.1 400 .*application\/problem\+json/s);
  assert.equal((await httpCall(base, { path: '/health' })).status, 200);
});

import assert from 'node:assert/strict';
import test from 'node:test';
import type { LightMyRequestResponse } from 'fastify';
import { registeredRoutes, pathOfNothing } from '../../support/registeredRoutes.js';
import { startTestApp } from '../../support/serviceApp.js';

test('too many requests of one token are refused for a while, others go on', async (t) => {
  const { app, authorized: headers } = await startTestApp(t, { limits: { requests: 5 } });
  const statuses: number[] = [];
  for (let i = 0; i < 7; i += 1) {
    statuses.push((await app.inject({ url: '/api/jobs', headers })).statusCode);
  }
  assert.deepEqual(statuses, [200, 200, 200, 200, 200, 429, 429]);
  const refused = await app.inject({ url: '/api/jobs', headers });
  assert.ok(Number(refused.headers['retry-after']) >= 1);
  assert.equal(refused.json<{ code: string }>().code, 'rate-limited');
  assert.equal((await app.inject({ url: '/health' })).statusCode, 200);
});

test('guessing tokens is refused early and costs the owner nothing', async (t) => {
  const { app, authorized: headers } = await startTestApp(t, { limits: { failures: 3 } });
  const guess = async (): Promise<number> =>
    (await app.inject({ url: '/api/jobs', headers: { authorization: 'Bearer guess' } })).statusCode;
  assert.deepEqual(
    [await guess(), await guess(), await guess(), await guess()],
    [401, 401, 401, 429],
  );
  assert.equal((await app.inject({ url: '/api/jobs', headers })).statusCode, 200);
  assert.equal((await app.inject({ url: '/health' })).statusCode, 200, 'clients find the service');
});

test('while handing over, writes wait for the successor and reads go on', async (t) => {
  const { routes, collect } = registeredRoutes();
  const { app, authorized: headers } = await startTestApp(t, {
    prepare: collect,
    isDraining: () => true,
  });
  const writing = routes.filter(({ method, duringDrain }) => method !== 'GET' && !duringDrain);
  assert.ok(writing.length >= 2);
  for (const { method, url } of writing) {
    const answer = await app.inject({ method: method as 'POST', url: pathOfNothing(url), headers });
    assert.equal(answer.statusCode, 503, `${method} ${url}`);
    assert.equal(answer.headers['retry-after'], '1');
    assert.equal(answer.json<{ code: string }>().code, 'draining');
  }
  assert.equal((await app.inject({ url: '/api/jobs', headers })).statusCode, 200);
});

test('a listed page may ask what it may send; another page gets no CORS header', async (t) => {
  const { app } = await startTestApp(t, { allowedOrigins: ['http://app.example'] });
  const ask = (origin: string): Promise<LightMyRequestResponse> =>
    app.inject({
      method: 'OPTIONS',
      url: '/api/jobs',
      headers: { origin, 'access-control-request-method': 'POST' },
    });
  const listed = await ask('http://app.example');
  assert.equal(listed.statusCode, 204);
  assert.equal(listed.headers['access-control-allow-origin'], 'http://app.example');
  assert.match(String(listed.headers['access-control-allow-headers']), /authorization/);
  const foreign = await ask('http://evil.example');
  assert.equal(foreign.statusCode, 403);
  assert.equal(foreign.headers['access-control-allow-origin'], undefined);
});

import assert from 'node:assert/strict';
import test from 'node:test';
import type { App } from '../../../src/service/platform/http/app.js';
import { startTestApp } from '../../support/serviceApp.js';

async function newCode(app: App, headers: Record<string, string>): Promise<string> {
  const answer = await app.inject({ method: 'POST', url: '/api/service/codes', headers });
  assert.equal(answer.statusCode, 201);
  return answer.json<{ code: string }>().code;
}

test('a code lets a browser in once', async (t) => {
  const { app, authorized } = await startTestApp(t);
  const url = `/open?code=${await newCode(app, authorized)}`;
  const opened = await app.inject({ url });
  assert.equal(opened.statusCode, 303);
  assert.equal(opened.headers.location, '/docs');
  const cookie = String(opened.headers['set-cookie']);
  assert.match(cookie, /; HttpOnly; SameSite=Strict; Path=\/$/);
  assert.equal((await app.inject({ url })).statusCode, 403);

  const headers = { cookie: cookie.split(';')[0] ?? '' };
  assert.equal((await app.inject({ url: '/docs', headers })).statusCode, 200);
  const site = { ...headers, 'sec-fetch-site': 'same-site' };
  assert.equal((await app.inject({ url: '/docs', headers: site })).statusCode, 401);
});

test('a code is of no use after a minute, a session after half a day', async (t) => {
  let now = Date.now();
  const { app, authorized } = await startTestApp(t, { now: () => new Date(now) });
  const late = await newCode(app, authorized);
  now += 60_000;
  assert.equal((await app.inject({ url: `/open?code=${late}` })).statusCode, 403);

  const inTime = await newCode(app, authorized);
  now += 59_000;
  const opened = await app.inject({ url: `/open?code=${inTime}` });
  const headers = { cookie: String(opened.headers['set-cookie']).split(';')[0] ?? '' };
  assert.equal((await app.inject({ url: '/docs', headers })).statusCode, 200);
  now += 12 * 60 * 60_000;
  assert.equal((await app.inject({ url: '/docs', headers })).statusCode, 401);
});

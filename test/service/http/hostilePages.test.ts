import assert from 'node:assert/strict';
import http from 'node:http';
import test from 'node:test';
import { cleanUp } from '../../support/cleanup.js';
import { httpCall } from '../../support/httpCall.js';
import {
  pathOfNothing,
  registeredRoutes,
  type RegisteredRoute,
} from '../../support/registeredRoutes.js';
import { startTestApp } from '../../support/serviceApp.js';
import { count, seed } from '../../support/slice.js';

const listed = 'http://app.example:5173';
const writes = ['POST', 'PUT', 'PATCH', 'DELETE'];

interface Row {
  readonly route: RegisteredRoute;
  readonly host: string;
  readonly origin: string | undefined;
  readonly credential: string;
  readonly contentType: string | undefined;
}

/** What the rules say, written down a second time: the refusal's status, or null when all gates open. */
function expectedRefusal(row: Row, port: string): number | null {
  const own = ['127.0.0.1', 'localhost', '[::1]'].flatMap((name) => [name, `${name}:${port}`]);
  if (!own.includes(row.host)) return 421;
  const origins = [undefined, `http://${row.host}`, listed];
  if (!origins.includes(row.origin)) return 403;
  const entitled = ['token', 'cookie', 'cookie typed'].includes(row.credential);
  if (row.route.auth === 'token' && !entitled) return 401;
  if (writes.includes(row.route.method) && !row.contentType?.startsWith('application/json'))
    return 415;
  return null;
}

/** mulberry32: the rows of a slice can be had again from the printed seed. */
function random(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let z = Math.imul(state ^ (state >>> 15), 1 | state);
    z = (z + Math.imul(z ^ (z >>> 7), 61 | z)) ^ z;
    return ((z ^ (z >>> 14)) >>> 0) / 4294967296;
  };
}

test('a hostile page gets nowhere: Host × Origin × credential × content type on every route', async (t) => {
  const { routes, collect } = registeredRoutes();
  const service = await startTestApp(t, {
    prepare: collect,
    allowedOrigins: [listed],
    limits: { requests: 1e9, failures: 1e9 },
  });
  const base = await service.url();
  const { port } = new URL(base);
  const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });
  cleanUp(t, () => agent.destroy());
  const { code } = (
    await service.app.inject({
      method: 'POST',
      url: '/api/service/codes',
      headers: service.authorized,
    })
  ).json<{ code: string }>();
  const opened = await httpCall(base, { path: `/open?code=${code}` });
  const cookie = String(opened.headers['set-cookie']).split(';')[0];

  const hosts = [
    `127.0.0.1:${port}`,
    `localhost:${port}`,
    `[::1]:${port}`,
    'localhost',
    'evil.example',
    `evil.example:${port}`,
    `127.0.0.1.evil.example:${port}`,
    `127.0.0.1:${Number(port) - 1}`,
  ];
  const credentials: Record<string, http.OutgoingHttpHeaders> = {
    token: service.authorized,
    'wrong token': { authorization: `Bearer ${'0'.repeat(64)}` },
    none: {},
    cookie: { cookie, 'sec-fetch-site': 'same-origin' },
    'cookie typed': { cookie, 'sec-fetch-site': 'none' },
    'cookie of another port': { cookie, 'sec-fetch-site': 'same-site' },
    'cookie of another site': { cookie, 'sec-fetch-site': 'cross-site' },
    'wrong cookie': { cookie: 'quantum_admin_session=guess', 'sec-fetch-site': 'same-origin' },
  };
  const rows: Row[] = [];
  for (const route of routes)
    for (const host of hosts)
      for (const origin of [
        undefined,
        `http://${host}`,
        'null',
        'http://evil.example',
        `https://${host}`,
        listed,
      ])
        for (const credential of Object.keys(credentials))
          for (const contentType of writes.includes(route.method)
            ? ['application/json', 'text/plain', 'application/x-www-form-urlencoded', undefined]
            : [undefined])
            rows.push({ route, host, origin, credential, contentType });
  const next = random(seed);
  const slice = rows
    .map((row) => ({ row, key: next() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, count(4_000, rows.length));
  t.diagnostic(`${slice.length} of ${rows.length} rows on ${routes.length} routes, seed ${seed}`);

  const check = async ({ row }: { row: Row }): Promise<void> => {
    const expected = expectedRefusal(row, port);
    const isWrite = writes.includes(row.route.method);
    const answer = await httpCall(base, {
      agent,
      method: row.route.method,
      path: pathOfNothing(row.route.url),
      headers: {
        host: row.host,
        ...(row.origin === undefined ? {} : { origin: row.origin }),
        ...credentials[row.credential],
        ...(row.contentType === undefined ? {} : { 'content-type': row.contentType }),
        ...(isWrite ? { 'content-length': 14 } : {}),
      },
      ...(isWrite ? { body: '{"nonsense":1}' } : {}),
    });
    const what = JSON.stringify(row);
    if (expected !== null) {
      assert.equal(answer.status, expected, what);
      assert.equal(answer.headers['content-type'], 'application/problem+json; charset=utf-8', what);
    } else {
      assert.ok(
        ![401, 415, 421].includes(answer.status) && answer.status < 500,
        `${answer.status} ${what}`,
      );
    }
    const allowed = row.origin === listed && expected !== 421 ? listed : undefined;
    assert.equal(answer.headers['access-control-allow-origin'], allowed, what);
  };
  const queue = slice.values();
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (const entry of queue) await check(entry);
    }),
  );
});

test('only the routes that must be open are', async (t) => {
  const { routes, collect } = registeredRoutes();
  await startTestApp(t, { prepare: collect });
  const open = routes
    .filter(({ auth }) => auth !== 'token')
    .map(({ method, url }) => `${method} ${url}`);
  t.diagnostic(`open: ${open.join(', ')}`);
  const known = ['GET /health', 'GET /open', 'POST /api/handshake'];
  assert.deepEqual(
    open.filter((route) => !known.includes(route)),
    [],
  );
});

import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import test, { type TestContext } from 'node:test';
import { WebSocketServer } from 'ws';
import { dataOf } from '../../src/client/problemError.js';
import { readEventSocket } from '../../src/client/readEventSocket.js';
import { EventSubscription } from '../../src/client/eventSubscription.js';
import type { ServiceEvent } from '../../src/protocol/events.js';
import { cleanUp } from '../support/cleanup.js';
import { eventually } from '../support/eventually.js';
import { startService } from '../support/runningService.js';

const nothing = (): void => undefined;

/** As on Node 20, whatever this test runs on. */
function withoutOwnWebSocket(t: TestContext): void {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'WebSocket');
  if (own === undefined) return;
  Reflect.deleteProperty(globalThis, 'WebSocket');
  cleanUp(t, () => void Object.defineProperty(globalThis, 'WebSocket', own));
}

test('events missed between two connections are replayed, none twice', async (t) => {
  const service = await startService(t);
  const seen: ServiceEvent[] = [];
  const subscription = new EventSubscription((event) => void seen.push(event));
  const created = (): number[] =>
    seen.flatMap((event) => (event.type === 'project_created' ? [event.id] : []));
  const create = async (name: string): Promise<number> =>
    (await dataOf(service.api.POST('/api/projects', { body: { name } }))).id;

  const leave = new AbortController();
  const first = subscription.read(service, leave.signal, nothing);
  await eventually(() => seen.some(({ type }) => type === 'ready'), {
    withinMs: 5_000,
    what: 'ready',
  });
  const one = await create('one');
  await eventually(() => created().length === 1, { withinMs: 5_000, what: 'the first event' });
  leave.abort();
  assert.equal(await first, 'left');
  const two = await create('two');

  const stop = new AbortController();
  const second = subscription.read(service, stop.signal, nothing);
  await eventually(() => created().length === 2, { withinMs: 5_000, what: 'the missed event' });
  const three = await create('three');
  await eventually(() => created().length === 3, { withinMs: 5_000, what: 'the live event' });
  assert.deepEqual(created(), [one, two, three]);
  assert.equal(
    seen.some(({ type }) => type === 'reset'),
    false,
  );
  stop.abort();
  await second;
});

test('where the stream opens but stays silent twice, a WebSocket takes over', async (t) => {
  const server = http.createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.flushHeaders();
  });
  const sockets = new WebSocketServer({ server, path: '/api/events/socket' });
  const offered: string[] = [];
  sockets.on('connection', (socket, request) => {
    offered.push(request.headers['sec-websocket-protocol'] ?? '');
    socket.send(JSON.stringify({ id: '4-2', event: { type: 'ready', epoch: 4 } }));
    socket.send(JSON.stringify({ id: '4-2', event: { type: 'bye', reason: 'the end' } }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanUp(t, () => {
    sockets.close();
    server.closeAllConnections();
    server.close();
  });
  withoutOwnWebSocket(t);

  const seen: string[] = [];
  const subscription = new EventSubscription(({ type }) => void seen.push(type), 200);
  const endpoint = { port: (server.address() as AddressInfo).port, token: 'secret' };
  const { signal } = new AbortController();
  assert.equal(await subscription.read(endpoint, signal, nothing), 'silent');
  assert.equal(await subscription.read(endpoint, signal, nothing), 'silent');
  assert.deepEqual(seen, []);
  assert.equal(await subscription.read(endpoint, signal, nothing), 'left');
  assert.deepEqual(seen, ['ready', 'bye']);
  assert.deepEqual(offered, ['quantum-admin.events,bearer.secret']);
});

test('the real service speaks over a WebSocket too', async (t) => {
  const service = await startService(t);
  withoutOwnWebSocket(t);
  const seen: string[] = [];
  const leave = new AbortController();
  const reading = readEventSocket(service, {
    lastEventId: undefined,
    signal: leave.signal,
    readyLimitMs: 5_000,
    onEvent: ({ type }) => void seen.push(type),
  });
  await eventually(() => seen.includes('ready'), { withinMs: 5_000, what: 'ready' });
  await dataOf(service.api.POST('/api/projects', { body: { name: 'one' } }));
  await eventually(() => seen.includes('project_created'), { withinMs: 5_000, what: 'the event' });
  leave.abort();
  assert.equal(await reading, 'left');
});

test('a service that is not there ends the WebSocket and nothing else', async (t) => {
  withoutOwnWebSocket(t);
  const server = http.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  const end = await readEventSocket(
    { port, token: 'secret' },
    {
      lastEventId: undefined,
      signal: new AbortController().signal,
      readyLimitMs: 5_000,
      onEvent: nothing,
    },
  );
  assert.equal(end, 'silent');
});

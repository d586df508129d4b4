import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import test, { type TestContext } from 'node:test';
import WebSocket from 'ws';
import { cleanUp } from '../../support/cleanup.js';
import { startTestApp, type TestApp } from '../../support/serviceApp.js';
import { SseReader } from '../../support/sseReader.js';

const bufferBytes = 64 * 1024;

/**
 * Writes events, fewer at a time than a buffer holds, until at most `remaining` streams are open; the
 * kernel's own buffers swallow some megabytes first. Answers how many events it took.
 */
async function floodUntilLetGo(service: TestApp, remaining: number): Promise<number> {
  const { events, store } = service.platform;
  const name = 'x'.repeat(4_000);
  for (let batch = 1; batch <= 500; batch += 1) {
    await store.write(async (tx) => {
      for (let i = 0; i < 10; i += 1) {
        await events.append(tx, {
          type: 'job_changed',
          projectId: 1,
          id: 1,
          version: i,
          name,
          state: 'active',
        });
      }
    });
    if (service.streams.count <= remaining) return batch * 10;
  }
  throw new Error('20 MB later the reader still has his stream');
}

async function stall(t: TestContext, service: TestApp): Promise<SseReader> {
  const reader = await SseReader.open(t, `${await service.url()}/api/events`, service.authorized);
  await reader.next();
  reader.pause();
  return reader;
}

test('readers that stop reading cost their buffers, and one that reads misses nothing', async (t) => {
  const service = await startTestApp(t, { streamLimits: { bufferBytes, lagGraceMs: 10_000 } });
  const address = await service.url();
  const sockets = new Set<Socket>();
  service.app.server.on('connection', (socket) => sockets.add(socket));
  const stalled = [await stall(t, service), await stall(t, service), await stall(t, service)];
  const healthy = await SseReader.open(t, `${address}/api/events`, service.authorized);
  let unsent = 0;
  service.platform.events.subscribe(() => {
    unsent = Math.max(unsent, ...[...sockets].map((socket) => socket.writableLength));
  });

  const total = await floodUntilLetGo(service, 1);
  t.diagnostic(`let go after ${total} events, at most ${unsent} bytes unsent for one reader`);
  // Past the limit one event starts the goodbye: nothing is added but the reset.
  assert.ok(unsent > bufferBytes / 2 && unsent <= bufferBytes + 5_000);

  await healthy.until(() => healthy.frames.length > total);
  assert.deepEqual(
    healthy.frames.map(({ id }) => id),
    Array.from({ length: total + 1 }, (_, seq) => `${service.platform.store.epoch}-${seq}`),
  );

  const [awakened] = stalled;
  awakened?.resume();
  await awakened?.until(() => awakened.ended);
  const resets = awakened?.frames.filter(({ event }) => event === 'reset');
  assert.deepEqual(resets, awakened?.frames.slice(-1));
  assert.deepEqual(resets?.[0]?.data, { type: 'reset', reason: 'lagged' });
});

test('a reader that stays away is cut off, over either transport', async (t) => {
  const service = await startTestApp(t, { streamLimits: { bufferBytes, lagGraceMs: 50 } });
  const connections = (): Promise<number> =>
    new Promise((resolve, reject) => {
      service.app.server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
    });
  await stall(t, service);
  const address = (await service.url()).replace('http', 'ws');
  const socket = new WebSocket(`${address}/api/events/socket`, { headers: service.authorized });
  cleanUp(t, () => socket.terminate());
  await new Promise((resolve) => socket.once('open', resolve));
  socket.pause();
  assert.equal(await connections(), 2);

  await floodUntilLetGo(service, 0);
  const deadline = Date.now() + 5_000;
  while ((await connections()) > 0) {
    assert.ok(Date.now() < deadline, 'the connections are still there');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
});

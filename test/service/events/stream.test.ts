import assert from 'node:assert/strict';
import test from 'node:test';
import type { EventLog } from '../../../src/service/platform/events/eventLog.js';
import { insertProject, touchProject } from '../../support/changes.js';
import { httpCall } from '../../support/httpCall.js';
import { startTestApp } from '../../support/serviceApp.js';
import { SseReader } from '../../support/sseReader.js';

test('a change arrives on every stream, in the order of commits', async (t) => {
  const { platform, authorized, url } = await startTestApp(t);
  const base = await url();
  const readers = [
    await SseReader.open(t, `${base}/api/events`, authorized),
    await SseReader.open(t, `${base}/api/events`, authorized),
  ];
  const { epoch } = platform.store;
  for (const reader of readers) {
    assert.deepEqual(await reader.next(), {
      id: `${epoch}-0`,
      event: 'ready',
      data: { type: 'ready', epoch },
    });
  }
  const id = await insertProject(platform, 'shop');
  await Promise.all(Array.from({ length: 20 }, (_, i) => touchProject(platform, id, i + 1)));
  for (const reader of readers) {
    for (let seq = 1; seq <= 20; seq += 1) {
      const frame = await reader.next();
      assert.equal(frame.id, `${epoch}-${seq}`);
      assert.equal(frame.event, 'project_updated');
      assert.equal(frame.data['id'], id);
    }
  }
});

test('a change that was rolled back never happened', async (t) => {
  const { platform, authorized, url } = await startTestApp(t);
  const reader = await SseReader.open(t, `${await url()}/api/events`, authorized);
  await reader.next();
  const failing = platform.store.write(async (tx) => {
    await platform.events.append(tx, { type: 'project_updated', projectId: 1, id: 1, version: 1 });
    throw new Error('changed my mind');
  });
  await assert.rejects(failing, /changed my mind/);
  await touchProject(platform, 2, 1);
  assert.equal((await reader.next()).data['id'], 2);
});

test('a project’s stream tells of that project alone, and of none that is not there', async (t) => {
  const { platform, authorized, url } = await startTestApp(t);
  const base = await url();
  const [mine, other] = [await insertProject(platform, 'a'), await insertProject(platform, 'b')];
  const reader = await SseReader.open(t, `${base}/api/projects/${mine}/events`, authorized);
  await reader.next();
  await touchProject(platform, other, 1);
  await touchProject(platform, mine, 1);
  assert.equal((await reader.next()).data['id'], mine);
  const path = '/api/projects/4711/events';
  assert.equal((await httpCall(base, { path, headers: authorized })).status, 404);
});

test('who comes back gets exactly what he missed', async (t) => {
  const { platform, authorized, url } = await startTestApp(t);
  const base = await url();
  for (let version = 1; version <= 10; version += 1) await touchProject(platform, 1, version);
  const seen = `${platform.store.epoch}-4`;
  for (const [address, headers] of [
    [`${base}/api/events`, { ...authorized, 'last-event-id': seen }],
    [`${base}/api/events?lastEventId=${seen}`, authorized],
  ] as const) {
    const reader = await SseReader.open(t, address, headers);
    const ready = await reader.next();
    assert.equal(ready.id, seen, 'losing the stream right after ready must lose nothing');
    const versions: unknown[] = [];
    for (let i = 0; i < 6; i += 1) versions.push((await reader.next()).data['version']);
    assert.deepEqual(versions, [5, 6, 7, 8, 9, 10]);
  }
});

test('replay and live never double and never leave a gap, however they overlap', async (t) => {
  const { platform, authorized, url } = await startTestApp(t);
  const base = await url();
  const { epoch } = platform.store;
  const total = 300;
  const writing = (async () => {
    for (let version = 1; version <= total; version += 1) await touchProject(platform, 1, version);
  })();
  const readers: SseReader[] = [];
  for (let round = 0; round < 20; round += 1) {
    const headers = { ...authorized, 'last-event-id': `${epoch}-0` };
    readers.push(await SseReader.open(t, `${base}/api/events`, headers));
  }
  await writing;
  const all = Array.from({ length: total }, (_, i) => `${epoch}-${i + 1}`);
  for (const reader of readers) {
    await reader.until(() => reader.frames.length >= total + 1);
    assert.deepEqual(
      reader.frames.slice(1).map(({ id }) => id),
      all,
    );
  }
});

test('an id of another life or of nobody resets the reader, who then is live', async (t) => {
  const { platform, authorized, url } = await startTestApp(t);
  const base = await url();
  const { epoch } = platform.store;
  for (const [id, reason] of [
    [`${epoch - 1}-0`, 'epoch'],
    ['rubbish', 'epoch'],
    [`${epoch}-999`, 'gap'],
  ] as const) {
    const headers = { ...authorized, 'last-event-id': id };
    const reader = await SseReader.open(t, `${base}/api/events`, headers);
    assert.equal((await reader.next()).event, 'ready');
    assert.deepEqual((await reader.next()).data, { type: 'reset', reason });
    const before = platform.events.lastSeq;
    await touchProject(platform, 1, 1);
    assert.equal((await reader.next()).id, `${epoch}-${before + 1}`);
  }
});

test('who comes back after his events were pruned is told to read anew', async (t) => {
  const { platform, authorized, url } = await startTestApp(t, { keepEvents: 10 });
  const events: EventLog = platform.events;
  await platform.store.write(async (tx) => {
    for (let version = 1; version <= 600; version += 1) {
      await events.append(tx, { type: 'project_updated', projectId: 1, id: 1, version });
    }
  });
  assert.equal(await events.since(589), null);
  assert.equal((await events.since(590))?.length, 10);
  const headers = { ...authorized, 'last-event-id': `${platform.store.epoch}-5` };
  const reader = await SseReader.open(t, `${await url()}/api/events`, headers);
  await reader.next();
  assert.deepEqual((await reader.next()).data, { type: 'reset', reason: 'gap' });
});

test('a listener that throws does not silence the others', async (t) => {
  const { platform } = await startTestApp(t);
  const heard: number[] = [];
  platform.events.subscribe(() => {
    throw new Error('deaf');
  });
  platform.events.subscribe(({ seq }) => heard.push(seq));
  await touchProject(platform, 1, 1);
  await touchProject(platform, 1, 2);
  assert.deepEqual(heard, [1, 2]);
});

test('a quiet stream has a heartbeat, is counted, and ends with a goodbye', async (t) => {
  const service = await startTestApp(t, { streamLimits: { heartbeatMs: 20 } });
  const reader = await SseReader.open(t, `${await service.url()}/api/events`, service.authorized);
  await reader.next();
  await reader.until(() => reader.comments >= 3);
  assert.equal(service.streams.count, 1);
  service.streams.endAll('handing over');
  assert.deepEqual((await reader.next()).data, { type: 'bye', reason: 'handing over' });
  await reader.until(() => reader.ended);
  assert.equal(service.streams.count, 0);
});

test('a reader who leaves is forgotten', async (t) => {
  const service = await startTestApp(t);
  const reader = await SseReader.open(t, `${await service.url()}/api/events`, service.authorized);
  const gone = new Promise<void>((resolve) => {
    service.streams.onDidChange(() => {
      if (service.streams.count === 0) resolve();
    });
  });
  reader.close();
  await gone;
});

test('closing the service does not wait for its readers', async (t) => {
  const service = await startTestApp(t);
  const reader = await SseReader.open(t, `${await service.url()}/api/events`, service.authorized);
  await reader.next();
  await service.close();
  await reader.until(() => reader.ended);
  assert.equal(reader.frames.at(-1)?.event, 'bye');
});

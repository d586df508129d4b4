import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import WebSocket from 'ws';
import { cleanUp } from '../../support/cleanup.js';
import { insertProject, touchProject } from '../../support/changes.js';
import { startTestApp, type TestApp } from '../../support/serviceApp.js';
import { SseReader } from '../../support/sseReader.js';

interface Message {
  readonly id: string;
  readonly event: { readonly type: string };
}

/** Opens the socket; resolves with what came once `count` messages have. */
async function connect(
  t: TestContext,
  service: TestApp,
  query: string,
  protocols: string[],
  headers: Record<string, string>,
): Promise<{
  socket: WebSocket;
  messages: Message[];
  until: (count: number) => Promise<Message[]>;
}> {
  const address = `${(await service.url()).replace('http', 'ws')}/api/events/socket${query}`;
  const socket = new WebSocket(address, protocols, { headers });
  cleanUp(t, () => socket.terminate());
  const messages: Message[] = [];
  let wake = (): void => undefined;
  socket.on('message', (data: Buffer) => {
    messages.push(JSON.parse(data.toString()) as Message);
    wake();
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const until = async (count: number): Promise<Message[]> => {
    while (messages.length < count) await new Promise<void>((resolve) => (wake = resolve));
    return messages.slice(0, count);
  };
  return { socket, messages, until };
}

test('a WebSocket tells the same as the stream: ready, replay, live', async (t) => {
  const service = await startTestApp(t);
  const { platform, authorized } = service;
  for (let version = 1; version <= 5; version += 1) await touchProject(platform, 1, version);
  const seen = `${platform.store.epoch}-2`;
  const sse = await SseReader.open(
    t,
    `${await service.url()}/api/events?lastEventId=${seen}`,
    authorized,
  );
  const socket = await connect(t, service, `?lastEventId=${seen}`, [], authorized);
  await touchProject(platform, 1, 6);
  await sse.until(() => sse.frames.length >= 5);
  const messages = await socket.until(5);
  assert.deepEqual(
    messages,
    sse.frames.map(({ id, data }) => ({ id, event: data })),
  );
});

test('a browser shows its token as a subprotocol', async (t) => {
  const service = await startTestApp(t);
  const bearer = `bearer.${service.token}`;
  const ours = await connect(t, service, '', ['quantum-admin.events', bearer], {});
  assert.equal(ours.socket.protocol, 'quantum-admin.events');
  assert.equal((await ours.until(1))[0]?.event.type, 'ready');
});

test('the socket of one project tells of that project alone', async (t) => {
  const service = await startTestApp(t);
  const mine = await insertProject(service.platform, 'mine');
  const socket = await connect(t, service, `?projectId=${mine}`, [], service.authorized);
  await touchProject(service.platform, mine + 1, 1);
  await touchProject(service.platform, mine, 1);
  assert.deepEqual((await socket.until(2))[1]?.event, {
    ...socket.messages[1]?.event,
    type: 'project_updated',
    id: mine,
  });
});

test('the gates stand before the upgrade too', async (t) => {
  const service = await startTestApp(t);
  const refusal = async (headers: Record<string, string>, protocols: string[]): Promise<string> =>
    connect(t, service, '', protocols, headers).then(
      () => 'let in',
      (error: unknown) => (error as Error).message,
    );
  assert.match(await refusal({}, []), /401/);
  assert.match(await refusal({}, ['bearer.guess']), /401/);
  assert.match(await refusal({ ...service.authorized, origin: 'http://evil.example' }, []), /403/);
  assert.match(await refusal({ ...service.authorized, host: 'evil.example' }, []), /421/);
  assert.equal(service.streams.count, 0);
});

test('a shutdown says goodbye on sockets', async (t) => {
  const service = await startTestApp(t);
  const { socket, until } = await connect(t, service, '', [], service.authorized);
  await until(1);
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  service.streams.endAll('stopping');
  assert.deepEqual((await until(2))[1]?.event, { type: 'bye', reason: 'stopping' });
  assert.equal(await closed, 1001);
});

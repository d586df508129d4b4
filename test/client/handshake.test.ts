import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { findService } from '../../src/client/findService.js';
import { handshakeProof } from '../../src/protocol/handshakeProof.js';
import { homePaths } from '../../src/protocol/home.js';
import { builtProduct } from '../support/builtProduct.js';
import { cleanUp } from '../support/cleanup.js';
import { openWindow } from '../support/clientWindow.js';
import { startService, temporaryHome } from '../support/runningService.js';

interface Stranger {
  readonly port: number;
  /** Everything anyone ever sent, head and body. */
  readonly heard: () => string;
}

/** A program on a port of its own that answers handshakes with what `answer` says. */
async function stranger(
  t: TestContext,
  answer: (nonce: string, port: number) => object | Promise<object>,
): Promise<Stranger> {
  let heard = '';
  const server = http.createServer((request, response) => {
    heard += `${request.method} ${request.url} ${JSON.stringify(request.rawHeaders)}\n`;
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part));
    request.on('end', () => {
      heard += body;
      const { nonce = '' } = JSON.parse(body || '{}') as { nonce?: string };
      const { port } = server.address() as AddressInfo;
      void Promise.resolve(answer(nonce, port)).then((document) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(document));
      });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanUp(t, () => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, heard: () => heard };
}

async function pointTo(home: string, port: number): Promise<void> {
  const content = { pid: process.pid, port, version: '9.9.9', apiVersion: '1.0', epoch: 7 };
  await writeFile(homePaths(home).portFile, JSON.stringify(content));
}

const claims = { epoch: 7, pid: 1, version: '9.9.9', apiVersion: '1.0', draining: false };

test('a stranger on the port of a dead service is not believed and never sees the token', async (t) => {
  const home = await temporaryHome(t);
  const dist = await builtProduct();
  const token = 'a'.repeat(64);
  await writeFile(homePaths(home).token, `${token}\n`, { mode: 0o600 });
  const liar = await stranger(t, () => ({ ...claims, proof: 'f'.repeat(64) }));
  await pointTo(home, liar.port);
  assert.equal(await findService(home), null);

  const window = openWindow(t, { home, dist });
  const { status } = await window.reaches('connected');
  assert.equal(status.epoch, 1, 'it started the real one');
  assert.ok(window.messages.some((message) => message.includes('could not prove')));
  assert.match(liar.heard(), /handshake/);
  assert.equal(liar.heard().includes(token), false);
  assert.equal(/authorization/i.test(liar.heard()), false);
});

test('a stranger who hands the challenge on to the real service is not believed either', async (t) => {
  const service = await startService(t);
  const relay = await stranger(t, async (nonce) => {
    const answer = await fetch(`${service.baseUrl}/api/handshake`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ nonce }),
    });
    return (await answer.json()) as object;
  });
  await pointTo(service.home, relay.port);
  assert.equal(await findService(service.home), null);
  assert.match(relay.heard(), /handshake/);
});

test('who knows the token is believed; an answer that is none is nobody', async (t) => {
  const home = await temporaryHome(t);
  const token = 'b'.repeat(64);
  await writeFile(homePaths(home).token, token);
  const honest = await stranger(t, (nonce, port) => ({
    ...claims,
    proof: handshakeProof(token, { nonce, epoch: 7, port }),
  }));
  await pointTo(home, honest.port);
  assert.equal((await findService(home))?.version, '9.9.9');
  const odd = await stranger(t, () => ({ hello: 'world' }));
  await pointTo(home, odd.port);
  assert.equal(await findService(home), null);
});

test('a service of another API generation asks for a reload and is left alone', async (t) => {
  const home = await temporaryHome(t);
  const token = 'c'.repeat(64);
  await writeFile(homePaths(home).token, token);
  const newer = await stranger(t, (nonce, port) => ({
    ...claims,
    apiVersion: '2.0',
    proof: handshakeProof(token, { nonce, epoch: 7, port }),
  }));
  await pointTo(home, newer.port);
  const window = openWindow(t, { home, dist: await builtProduct() });
  const { serviceVersion } = await window.reaches('reload-needed');
  assert.equal(serviceVersion, '9.9.9');
  await assert.rejects(window.connection.api(), /newer extension/);
  assert.equal(/drain|stop/.test(newer.heard()), false);
});

test('a service that cannot start is shown with the end of its log, after three starts', async (t) => {
  const home = await temporaryHome(t);
  const dist = path.join(home, 'broken-dist');
  await mkdir(dist);
  const script = "console.error('flux capacitor missing'); process.exit(1);";
  await writeFile(path.join(dist, 'main.js'), script);
  const window = openWindow(t, { home, dist });
  const { message, logTail } = await window.reaches('failed');
  assert.match(message, /did not start 3 times/);
  assert.deepEqual(logTail, Array(3).fill('flux capacitor missing'));
  await assert.rejects(window.connection.api(), /did not start/);
});

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { unlink } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import path from 'node:path';
import test from 'node:test';
import type { DockerInfo } from '../../src/protocol/datasources.js';
import { dockerAddress } from '../../src/service/platform/docker/dockerAddress.js';
import { startDatasources, type DatasourceApp } from './datasourceApp.js';

/** The engine at another address, where it can be taken away and given back. */
class Gate {
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;

  constructor(
    readonly file: string,
    private readonly engine: string,
  ) {}

  async open(): Promise<void> {
    this.#server = createServer((socket) => {
      const engine = connect(this.engine);
      for (const one of [socket, engine]) {
        this.#sockets.add(one);
        one.on('error', () => undefined).on('close', () => this.#sockets.delete(one));
      }
      socket.pipe(engine).pipe(socket);
    }).listen(this.file);
    await once(this.#server, 'listening');
  }

  async close(): Promise<void> {
    this.#server?.close();
    for (const socket of this.#sockets) socket.destroy();
    await unlink(this.file).catch(() => undefined);
  }
}

/** Milliseconds until the service tells that the engine came or went. */
function told(app: DatasourceApp, available: boolean): Promise<number> {
  const began = performance.now();
  return new Promise((resolve) => {
    const listening = app.service.platform.events.subscribe(({ event }) => {
      if (event.type !== 'docker_changed' || event.available !== available) return;
      listening.dispose();
      resolve(performance.now() - began);
    });
  });
}

test('an engine that is absent, comes, stops and comes back is told within two seconds', async (t) => {
  const app = await startDatasources(t);
  const engine = dockerAddress().address.replace('unix://', '');
  const gate = new Gate(path.join(app.root, 'docker.sock'), engine);
  process.env['QUANTUM_DOCKER_HOST'] = `unix://${gate.file}`;
  t.after(async () => {
    delete process.env['QUANTUM_DOCKER_HOST'];
    await gate.close();
  });
  const info = (): Promise<DockerInfo> => app.call('GET', '/api/docker/info');
  assert.equal((await info()).available, false);
  const comes = told(app, true);
  await gate.open();
  assert.ok((await comes) < 2_000, `came after ${await comes} ms`);
  assert.equal((await info()).available, true);

  const { id } = await app.create({ type: 'redis' });
  await app.ready(id);
  const goes = told(app, false);
  await gate.close();
  assert.ok((await goes) < 2_000, `went after ${await goes} ms`);
  assert.equal((await app.get(id)).badge, 'unavailable');

  const back = told(app, true);
  await gate.open();
  assert.ok((await back) < 2_000, `back after ${await back} ms`);
  assert.equal((await app.ready(id)).status, 'running');
});

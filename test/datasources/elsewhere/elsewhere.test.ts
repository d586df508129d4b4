import assert from 'node:assert/strict';
import { connect, createServer } from 'node:net';
import { once } from 'node:events';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { run } from '../../../scripts/lib/run.js';
import { cleanUp } from '../../support/cleanup.js';
import { farNetwork, type FarNetwork } from './network.js';
import { sshServer } from './sshServer.js';

const journey = fileURLToPath(new URL('journey.ts', import.meta.url));
const root = path.resolve(import.meta.dirname, '../../..');
const program = ['--import', 'tsx', '--test-reporter', 'spec', journey];
const timeoutMs = 120_000;

function environment(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, ...more };
  // Its tests are its own.
  delete env['NODE_TEST_CONTEXT'];
  return env;
}

/** The journey in a network of its own, and what it printed. */
async function walk(far: FarNetwork, more: Readonly<Record<string, string>>): Promise<string> {
  const [command, args] = far.command([process.execPath, ...program]);
  const { code, output } = await run(command, args, {
    ...{ cwd: root, env: environment(more), timeoutMs },
  });
  assert.equal(code, 0, output);
  return output;
}

test('an engine behind ssh: its ports come by tunnels, and Doctor says so', async (t) => {
  const far = await farNetwork(t);
  const server = await sshServer(t, far.engineHost);
  const output = await walk(far, {
    PATH: `${server.programs}${path.delimiter}${process.env['PATH'] ?? ''}`,
    QUANTUM_DOCKER_HOST: server.address,
    EXPECTED_WAY: 'ssh',
  });
  assert.match(output, /reached at 127\.0\.0\.1, by a tunnel of ssh to 10\.[\d.]+ for each\./);
});

/** The engine of this machine at a TCP port of it. */
async function tcpEngine(t: TestContext, host: string): Promise<string> {
  const server = createServer((socket) => {
    const engine = connect('/var/run/docker.sock');
    for (const one of [socket, engine]) one.on('error', () => undefined);
    socket.on('close', () => engine.destroy());
    engine.on('close', () => socket.destroy());
    socket.pipe(engine).pipe(socket);
  }).listen(0, host);
  await once(server, 'listening');
  cleanUp(t, () => server.close());
  const { port } = server.address() as { port: number };
  return `tcp://${host}:${port}`;
}

test('an engine of another machine by TCP: its ports come through the engine itself', async (t) => {
  const far = await farNetwork(t);
  const output = await walk(far, {
    QUANTUM_DOCKER_HOST: await tcpEngine(t, far.engineHost),
    EXPECTED_WAY: 'engine',
  });
  assert.match(output, /reached at 127\.0\.0\.1, through the connection with the engine\./);
});

test('in a dev container: its ports come over the network that both are in', async (t) => {
  const name = `quantum-dev-${process.pid}`;
  const docker = (...args: string[]) => run('docker', args, { timeoutMs });
  await docker('network', 'create', name);
  cleanUp(t, () => docker('network', 'rm', name));
  cleanUp(t, () => docker('rm', '-f', name));
  const mounts = [
    '/var/run/docker.sock',
    `${process.execPath}:/usr/local/bin/node:ro`,
    `${root}:${root}:ro`,
  ];
  const { code, output } = await docker(
    ...['run', '--rm', '--name', name, '--network', name, '-w', root, '-e', 'EXPECTED_WAY=network'],
    ...mounts.flatMap((mount) => ['-v', mount.includes(':') ? mount : `${mount}:${mount}`]),
    ...['quantum-admin/debian:13', 'node', ...program],
  );
  assert.equal(code, 0, output);
  assert.match(output, /over the network “quantum-dev-\d+” that this container is in\./);
});

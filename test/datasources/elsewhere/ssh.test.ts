import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../../scripts/lib/freePort.js';
import { listenerOn } from '../../../src/service/platform/sockets/listeners.js';
import { cleanUp } from '../../support/cleanup.js';
import { eventually } from '../../support/eventually.js';
import { temporaryFolder } from '../../support/serviceApp.js';
import { sshServer } from './sshServer.js';
import { troubleAt } from './troubleAt.js';

function onPath(t: TestContext, folder: string, isAlone = false): void {
  const before = process.env['PATH'];
  process.env['PATH'] = isAlone ? folder : `${folder}${path.delimiter}${before ?? ''}`;
  cleanUp(t, () => (process.env['PATH'] = before));
}

const sshTroubleAt = (address: string): Promise<string | null> =>
  troubleAt({ address, source: 'DOCKER_HOST', certificates: null });

test('an engine behind ssh is asked with the person’s own ssh, and what ssh says is told in words', async (t) => {
  const server = await sshServer(t, '127.0.0.1');
  onPath(t, server.programs);
  const { address, usual } = server;
  assert.equal(await sshTroubleAt(address), null);

  assert.equal(
    await sshTroubleAt(`${address}/nonexistent/docker.sock`),
    'ssh gets there, and Docker does not run there',
  );
  const other = (name: string, value: string): Promise<void> =>
    server.configure([...usual.filter((line) => !line.startsWith(name)), `${name} ${value}`]);
  await other('UserKnownHostsFile', '/dev/null');
  assert.equal(await sshTroubleAt(address), 'the key of that host is not known here');
  await other('IdentityFile', '/nonexistent');
  assert.equal(await sshTroubleAt(address), 'the host does not let this user in');
  await server.configure(usual);
  assert.equal(await sshTroubleAt('ssh://root@127.0.0.1:1'), 'no ssh server listens there');
  // Many at once: some are over before the question is written.
  const nobody = Array.from({ length: 8 }, () => sshTroubleAt('ssh://root@nobody.invalid'));
  assert.deepEqual([...new Set(await Promise.all(nobody))], ['ssh knows no host of that name']);
  assert.equal(
    await sshTroubleAt(address.replace('root@', 'root:secret@')),
    'this is no address for ssh',
  );
});

test('a tunnel that breaks is made again, and none outlives who made it, however that ends', async (t) => {
  const server = await sshServer(t, '127.0.0.1');
  const port = await freePort();
  const file = fileURLToPath(new URL('holdTunnel.ts', import.meta.url));
  const holder = spawn(process.execPath, ['--import', 'tsx', file, server.address, String(port)], {
    env: {
      ...process.env,
      PATH: `${server.programs}${path.delimiter}${process.env['PATH'] ?? ''}`,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  cleanUp(t, () => holder.kill('SIGKILL'));
  let said = '';
  holder.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const within = { withinMs: 20_000 };
  await eventually(() => said.includes('up'), { ...within, what: 'the tunnel' });
  const first = (await listenerOn(port))?.pid;
  assert.ok(first !== undefined);

  process.kill(first, 'SIGKILL');
  const again = await eventually(
    async () => {
      const now = await listenerOn(port);
      return now?.pid === first ? null : now;
    },
    { ...within, what: 'another tunnel' },
  );
  assert.match(said, /lost/);
  assert.equal(again.program, 'ssh');

  holder.kill('SIGKILL');
  await eventually(async () => (await listenerOn(port)) === null, {
    ...{ ...within, what: 'the tunnel to end with its maker' },
  });
});

test('without ssh, or with a host without docker, that is said', async (t) => {
  const folder = await temporaryFolder(t, 'programs');
  onPath(t, folder, true);
  assert.equal(await sshTroubleAt('ssh://host'), 'the program ssh is not on the PATH');
  await mkdir(folder, { recursive: true });
  await writeFile(
    path.join(folder, 'ssh'),
    '#!/bin/sh\necho "sh: 1: docker: not found" >&2\nexit 127\n',
  );
  await chmod(path.join(folder, 'ssh'), 0o755);
  assert.equal(
    await sshTroubleAt('ssh://host'),
    'that host has no docker of 18.09 or newer on the PATH of ssh',
  );
});

import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rename, rm, utimes } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { takeOwnerLock } from '../../../src/service/platform/lifecycle/ownerLock.js';
import { bindSocketFile } from '../../../src/service/platform/lifecycle/socketFileLock.js';
import { ownerAddress } from '../../../src/protocol/ownerAddress.js';
import type { Contest } from './contender.js';
import { cleanUp } from '../../support/cleanup.js';
import { count } from '../../support/slice.js';
import { eventually } from '../../support/eventually.js';

async function folder(t: TestContext): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), 'qa-lock-'));
  cleanUp(t, () => rm(made, { recursive: true, force: true }));
  return made;
}

/** Processes that contend for homes when they are told to. */
async function contenders(t: TestContext, count: number): Promise<ChildProcess[]> {
  const children = Array.from({ length: count }, () =>
    fork(path.join(__dirname, 'contender.ts'), { execArgv: ['--import', 'tsx'] }),
  );
  cleanUp(t, () => {
    for (const child of children) child.kill('SIGKILL');
  });
  await Promise.all(children.map((child) => once(child, 'message')));
  return children;
}

/** Sends all into the same race at the same time; how many own the home. */
async function race(children: readonly ChildProcess[], contest: Contest): Promise<number> {
  const answers = children.map((child) => once(child, 'message'));
  for (const child of children) child.send(contest);
  return (await Promise.all(answers)).filter(([owns]) => owns === true).length;
}

/** What a killed owner leaves where the kernel does not clean up. */
async function leaveDeadSocket(home: string): Promise<void> {
  const server = net.createServer().listen(path.join(home, 'alive.sock'));
  await once(server, 'listening');
  await rename(path.join(home, 'alive.sock'), path.join(home, 'owner.sock'));
  server.close();
}

test('the second process learns who owns the home', async (t) => {
  const home = await folder(t);
  const first = await takeOwnerLock(home);
  assert.ok('release' in first);
  assert.deepEqual(await takeOwnerLock(home), { ownedBy: process.pid });
  first.release();
  const next = await takeOwnerLock(home);
  assert.ok('release' in next, 'free again after the release');
  next.release();
});

test('one home has one owner by whatever path it is called', async (t) => {
  const home = await folder(t);
  const lock = await takeOwnerLock(home);
  cleanUp(t, () => 'release' in lock && lock.release());
  assert.ok('ownedBy' in (await takeOwnerLock(`${home}/../${path.basename(home)}/.`)));
});

test('SIGKILL of the owner frees the home', async (t) => {
  const home = await folder(t);
  const [owner] = await contenders(t, 1);
  assert.equal(await race([owner!], { home, kind: 'kernel' }), 1);
  assert.deepEqual(await takeOwnerLock(home), { ownedBy: owner!.pid });
  owner!.kill('SIGKILL');
  await once(owner!, 'exit');
  const lock = await takeOwnerLock(home);
  assert.ok('release' in lock);
  lock.release();
});

test('of six at once, one owns the home, also where a dead owner left its socket', async (t) => {
  const children = await contenders(t, 6);
  for (let round = 0; round < count(12, 200); round++) {
    assert.equal(await race(children, { home: await folder(t), kind: 'kernel' }), 1);
    const home = await folder(t);
    await leaveDeadSocket(home);
    assert.equal(await race(children, { home, kind: 'file' }), 1, `socket file, round ${round}`);
  }
});

test('rude probes do not hurt the owner', async (t) => {
  const home = await folder(t);
  const lock = await takeOwnerLock(home);
  cleanUp(t, () => 'release' in lock && lock.release());
  const address = ownerAddress(home);
  await Promise.all(
    Array.from({ length: 100 }, async () => {
      const socket = net.connect(address);
      socket.on('error', () => undefined);
      await once(socket, 'connect').catch(() => undefined);
      socket.write('rubbish');
      socket.destroy();
    }),
  );
  assert.deepEqual(await takeOwnerLock(home), { ownedBy: process.pid });
});

test('socket files: a guard whose holder died is taken over', async (t) => {
  const home = await folder(t);
  const file = path.join(home, 'owner.sock');
  await mkdir(`${file}.guard`);
  await utimes(`${file}.guard`, new Date(0), new Date(0));
  const server = await bindSocketFile(file, async (address) => {
    const made = net.createServer().listen(address);
    await once(made, 'listening');
    return made;
  });
  assert.ok(server);
  cleanUp(t, () => server.close());
  await eventually(() => server.listening, { withinMs: 1_000, what: 'the socket' });
});

test('socket files: a path too long is said, not cut', async () => {
  const file = path.join('/', 'x'.repeat(120), 'owner.sock');
  await assert.rejects(
    bindSocketFile(file, () => Promise.resolve(null)),
    /QUANTUM_ADMIN_HOME/,
  );
});

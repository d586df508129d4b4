import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, utimes, mkdir } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { takeOwnerLock } from '../../../src/service/platform/lifecycle/ownerLock.js';
import { bindSocketFile } from '../../../src/service/platform/lifecycle/socketFileLock.js';
import { ownerAddress } from '../../../src/protocol/ownerAddress.js';
import { cleanUp } from '../../support/cleanup.js';
import { eventually } from '../../support/eventually.js';

async function folder(t: TestContext): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), 'qa-lock-'));
  cleanUp(t, () => rm(made, { recursive: true, force: true }));
  return made;
}

/** A process that tries to own the home, says how it went, and stays. */
async function contender(
  t: TestContext,
  home: string,
  kind: 'kernel' | 'file',
): Promise<{ child: ChildProcess; owns: boolean }> {
  const child = fork(path.join(__dirname, 'contender.ts'), [home, kind], {
    execArgv: ['--import', 'tsx'],
  });
  cleanUp(t, () => child.kill('SIGKILL'));
  const [owns] = (await once(child, 'message')) as [boolean];
  return { child, owns };
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
  const { child, owns } = await contender(t, home, 'kernel');
  assert.equal(owns, true);
  assert.deepEqual(await takeOwnerLock(home), { ownedBy: child.pid });
  child.kill('SIGKILL');
  await once(child, 'exit');
  const lock = await takeOwnerLock(home);
  assert.ok('release' in lock);
  lock.release();
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

test('socket files: of eight that find a dead owner’s file, one owns the home', async (t) => {
  const home = await folder(t);
  const dead = await contender(t, home, 'file');
  dead.child.kill('SIGKILL');
  await once(dead.child, 'exit');
  const all = await Promise.all(Array.from({ length: 8 }, () => contender(t, home, 'file')));
  assert.equal(all.filter(({ owns }) => owns).length, 1);
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

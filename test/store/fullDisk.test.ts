import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { openStore } from '../../src/service/platform/store/openStore.js';
import { openSqljsStore } from '../../src/service/platform/store/sqljs/sqljsEngine.js';
import type { Store } from '../../src/service/platform/store/store.js';
import {
  StoreFullError,
  StoreUnavailableError,
} from '../../src/service/platform/store/storeErrors.js';
import { onFatal } from './engines.js';
import { LimitedDisk } from './limitedDisk.js';
import { addProject, projectNames } from './rows.js';

const now = (): Date => new Date();

async function openOn(disk: LimitedDisk): Promise<{ store: Store; fatal: Error[] }> {
  const fatal: Error[] = [];
  const store = await openSqljsStore(
    { directory: '/store', onFatal: (reason) => fatal.push(reason), now },
    { layer: disk },
  );
  return { store, fatal };
}

const add = (store: Store, name: string): Promise<number> =>
  store.write((tx) => addProject(tx, name));

describe('a full disk', () => {
  it('says so, loses nothing acknowledged, reads on, and writes again once there is room', async () => {
    const disk = new LimitedDisk();
    const { store, fatal } = await openOn(disk);
    await add(store, 'before');
    disk.room = 100;
    const refused = ['a', 'b', 'c'].map((name) => assert.rejects(add(store, name), StoreFullError));
    // A read that saw what is taken back must not tell of it.
    const seen = await store.read(projectNames);
    assert.deepEqual(seen, ['before']);
    await Promise.all(refused);
    await assert.rejects(add(store, 'still full'), StoreFullError);
    assert.deepEqual(await store.read(projectNames), ['before']);
    disk.room = Infinity;
    await add(store, 'after');
    assert.deepEqual(await store.read(projectNames), ['before', 'after']);
    assert.deepEqual(fatal, []);
    await store.close();
    const { store: again } = await openOn(new LimitedDisk(disk.content()));
    assert.deepEqual(await again.read(projectNames), ['before', 'after']);
    assert.deepEqual(again.notices, []);
    await again.close();
  });

  it('does not stand in the way of closing and opening', async () => {
    const disk = new LimitedDisk();
    const { store } = await openOn(disk);
    await add(store, 'kept');
    disk.room = 0;
    await assert.rejects(add(store, 'refused'), StoreFullError);
    await store.close();
    await assert.rejects(openOn(disk), StoreFullError);
    disk.room = Infinity;
    const { store: again } = await openOn(disk);
    assert.deepEqual(await again.read(projectNames), ['kept']);
    await again.close();
  });

  const mayMount = process.platform === 'linux' && process.getuid?.() === 0;
  it(
    'is survived on a real file system of 1 MB',
    { skip: !mayMount && 'needs root to mount' },
    async (t) => {
      const directory = await mkdtemp(path.join(os.tmpdir(), 'quantum-full-'));
      const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'none', directory]);
      t.after(async () => {
        spawnSync('umount', [directory]);
        await rm(directory, { recursive: true, force: true });
      });
      assert.equal(mounted.status, 0, String(mounted.stderr));
      const fatal: Error[] = [];
      const options = { directory, onFatal: (reason: Error) => fatal.push(reason), now };
      const store = await openStore(options);
      const filler = path.join(directory, 'filler');
      await writeFile(filler, Buffer.alloc(900 * 1024));
      let saved = 0;
      const fill = async (): Promise<void> => {
        for (; saved < 1000; saved++) await add(store, `${saved}`.padEnd(2000, 'x'));
      };
      await assert.rejects(fill(), StoreFullError);
      assert.equal((await store.read(projectNames)).length, saved);
      assert.ok(saved > 0);
      await rm(filler);
      await add(store, 'room again');
      await store.close();
      const again = await openStore(options);
      assert.equal((await again.read(projectNames)).length, saved + 1);
      assert.deepEqual(again.notices, []);
      await again.close();
      assert.deepEqual(fatal, []);
    },
  );
});

describe('a disk that cannot be trusted', () => {
  it('ends the store when a sync fails, with nothing acknowledged', async () => {
    const disk = new LimitedDisk();
    const { store, fatal } = await openOn(disk);
    await add(store, 'before');
    disk.failSync = true;
    await assert.rejects(add(store, 'unsure'), StoreUnavailableError);
    assert.equal(fatal.length, 1);
    disk.failSync = false;
    await assert.rejects(add(store, 'later'), StoreUnavailableError);
    await assert.rejects(store.read(projectNames), StoreUnavailableError);
    await store.close();
  });

  it('ends the store when another process has opened it, before anything is written', async () => {
    const disk = new LimitedDisk();
    const { store, fatal } = await openOn(disk);
    await add(store, 'before');
    const journal = [...disk.content()].find(([name]) => name.startsWith('journal'))![1];
    disk.foreign = true;
    await assert.rejects(add(store, 'too late'), /Another process has opened the store/);
    assert.equal(fatal.length, 1);
    const after = [...disk.content()].find(([name]) => name.startsWith('journal'))![1];
    assert.ok(after.equals(journal));
    await store.close();
  });

  it('keeps two openings of one folder apart: only the second may write', async () => {
    const directory = await mkdtemp(path.join(os.tmpdir(), 'quantum-two-'));
    try {
      const fatal: string[] = [];
      const options = (who: string) => ({ directory, onFatal: () => fatal.push(who), now });
      const first = await openStore(options('first'));
      await add(first, 'one');
      const second = await openStore(options('second'));
      await assert.rejects(add(first, 'stale'), StoreUnavailableError);
      await add(second, 'two');
      assert.deepEqual(await second.read(projectNames), ['one', 'two']);
      assert.deepEqual(fatal, ['first']);
      await first.close();
      await add(second, 'three');
      await second.close();
      const fence = await readFile(path.join(directory, 'fence.json'), 'utf8');
      assert.match(fence, /"released":true/);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });

  it('refuses a store that another computer has open, and says how to go on', async () => {
    const directory = await mkdtemp(path.join(os.tmpdir(), 'quantum-foreign-'));
    try {
      const options = { directory, onFatal, now };
      const store = await openStore(options);
      await add(store, 'kept');
      await store.close();
      const fence = path.join(directory, 'fence.json');
      const content = JSON.parse(await readFile(fence, 'utf8')) as object;
      await writeFile(fence, JSON.stringify({ ...content, host: 'elsewhere', released: false }));
      await assert.rejects(
        openStore(options),
        (error) =>
          error instanceof StoreUnavailableError &&
          error.detail.includes('"elsewhere"') &&
          error.repair!.includes('fence.json'),
      );
      await rm(fence);
      const again = await openStore(options);
      assert.equal(again.epoch, store.epoch + 1, 'the epoch grows even without the file');
      assert.deepEqual(await again.read(projectNames), ['kept']);
      await again.close();
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });

  it('refuses a network file system', async () => {
    const disk = new LimitedDisk();
    const layer = Object.assign(disk, { networkFilesystem: () => Promise.resolve('NFS') });
    await assert.rejects(openOn(layer), /network file system \(NFS\)/);
  });
});

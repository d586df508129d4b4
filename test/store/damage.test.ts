import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openSqljsStore } from '../../src/service/platform/store/sqljs/sqljsEngine.js';
import type { Store } from '../../src/service/platform/store/store.js';
import { onFatal } from './engines.js';
import { RecordingDisk } from './recordingDisk.js';
import { addProject, projectNames } from './rows.js';

const now = (): Date => new Date('2026-01-02T03:04:05Z');
const open = (disk: RecordingDisk, snapshotBytes?: number): Promise<Store> =>
  openSqljsStore(
    { directory: '/store', onFatal, now },
    { layer: disk, ...(snapshotBytes !== undefined && { snapshotBytes }) },
  );

/** Files after `writes` writes, one after the other. */
async function filesAfter(writes: number, snapshotBytes?: number): Promise<Map<string, Buffer>> {
  const disk = new RecordingDisk();
  const store = await open(disk, snapshotBytes);
  for (let index = 0; index < writes; index++) {
    await store.write((tx) => addProject(tx, `p${index}`));
  }
  await store.close();
  return disk.content();
}

const newest = (files: Map<string, Buffer>, kind: string): string =>
  [...files.keys()]
    .filter((name) => name.startsWith(kind))
    .sort((a, b) => Number(/\d+/.exec(a)![0]) - Number(/\d+/.exec(b)![0]))
    .at(-1)!;

function flip(files: Map<string, Buffer>, name: string, at: number): void {
  const bytes = Buffer.from(files.get(name)!);
  bytes[at]! ^= 0xff;
  files.set(name, bytes);
}

describe('a torn tail', () => {
  it('is cut off with a notice, wherever it was torn, and nothing confirmed is missing', async () => {
    const files = await filesAfter(3);
    const name = newest(files, 'journal');
    const whole = files.get(name)!;
    for (const garbage of [Buffer.from('QREC'), Buffer.alloc(700), whole.subarray(40, 90)]) {
      const disk = new RecordingDisk(new Map(files).set(name, Buffer.concat([whole, garbage])));
      const store = await open(disk);
      assert.deepEqual(await store.read(projectNames), ['p0', 'p1', 'p2']);
      assert.equal(store.notices.length, 1);
      assert.match(store.notices[0]!, /was cut off .* nothing that was confirmed is missing/);
      await store.close();
      const again = await open(disk);
      assert.deepEqual(again.notices, [], 'said once');
      await again.close();
    }
  });
});

describe('a damaged file', () => {
  it('in the middle of the journal is set aside, and the state before it opened', async () => {
    const files = await filesAfter(5);
    const name = newest(files, 'journal');
    flip(files, name, files.get(name)!.indexOf('p3'));
    const disk = new RecordingDisk(files);
    const store = await open(disk);
    assert.deepEqual(await store.read(projectNames), ['p0', 'p1', 'p2']);
    assert.match(store.notices.join(), /is damaged at byte \d+ .* 3 later changes are lost/);
    assert.ok([...disk.content().keys()].some((file) => file.startsWith(`${name}.damaged-2026`)));
    await store.write((tx) => addProject(tx, 'new'));
    await store.close();
    const again = await open(disk);
    assert.deepEqual(await again.read(projectNames), ['p0', 'p1', 'p2', 'new']);
    assert.deepEqual(again.notices, []);
    await again.close();
  });

  it('at the very last confirmed change is noticed after an orderly close', async () => {
    const files = await filesAfter(3);
    const name = newest(files, 'journal');
    flip(files, name, files.get(name)!.indexOf('p2'));
    const store = await open(new RecordingDisk(files));
    assert.deepEqual(await store.read(projectNames), ['p0', 'p1']);
    assert.match(store.notices.join(), /damaged/);
    await store.close();
  });

  it('with a broken head is not taken for one that was never begun', async () => {
    const files = await filesAfter(2);
    const name = newest(files, 'journal');
    flip(files, name, 9);
    const store = await open(new RecordingDisk(files));
    assert.match(store.notices.join(), /damaged/);
    await store.close();
  });

  it('that is a snapshot costs nothing: the one before and its journals give the same state', async () => {
    const files = await filesAfter(8, 700);
    const name = newest(files, 'snapshot');
    for (const at of [100, 5000, files.get(name)!.length - 3]) {
      const broken = new Map(files);
      flip(broken, name, at);
      const disk = new RecordingDisk(broken);
      const store = await open(disk);
      assert.equal((await store.read(projectNames)).length, 8);
      assert.match(store.notices.join(), new RegExp(`${name} was damaged and has been set aside`));
      assert.ok([...disk.content().keys()].some((file) => file.startsWith(`${name}.damaged-`)));
      await store.close();
    }
  });

  it('opens with a byte broken anywhere, and never without a notice when something is missing', async () => {
    const files = await filesAfter(6, 900);
    const all = Array.from({ length: 6 }, (_, index) => `p${index}`);
    const name = newest(files, 'journal');
    for (const [file, bytes] of files) {
      const step = file === name ? 41 : Math.ceil(bytes.length / 6);
      for (let at = 0; at < bytes.length; at += step) {
        const broken = new Map(files);
        flip(broken, file, at);
        const store = await open(new RecordingDisk(broken));
        const names = await store.read(projectNames).catch(() => []);
        assert.deepEqual(names, all.slice(0, names.length), 'a beginning of the history');
        if (names.length < all.length) assert.ok(store.notices.length > 0, `${file} at ${at}`);
        await store.close();
      }
    }
  });
});

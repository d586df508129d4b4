import assert from 'node:assert/strict';
import { crc32 } from 'node:zlib';
import { describe, it } from 'node:test';
import { openSqljsStore } from '../../src/service/platform/store/sqljs/sqljsEngine.js';
import type { FileLayer } from '../../src/service/platform/store/sqljs/fileLayer.js';
import type { Store } from '../../src/service/platform/store/store.js';
import { count, seed } from '../support/slice.js';
import { powerCuts } from './powerCut.js';
import { RecordingDisk, type Fault, type Folder } from './recordingDisk.js';
import { addProject, job } from './rows.js';

const now = (): Date => new Date('2026-01-02T03:04:05Z');

/** mulberry32: a run can be repeated by its seed. */
function randomFrom(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function open(disk: FileLayer, snapshotBytes?: number): Promise<Store> {
  const onFatal = (reason: Error): never => {
    throw reason;
  };
  return openSqljsStore(
    { directory: '/store', onFatal, now },
    { layer: disk, ...(snapshotBytes !== undefined && { snapshotBytes }) },
  );
}

/** Two rows in two tables, together or not at all; noted once acknowledged. */
async function writePair(store: Store, disk: RecordingDisk, name: string): Promise<void> {
  await store.write(async (tx) => {
    await addProject(tx, name);
    await tx.insertInto('job').values(job(name)).execute();
  });
  disk.note(name);
}

interface Run {
  readonly start: Folder;
  readonly disk: RecordingDisk;
}

/** Runs to record. Each begins with what another has left, so that they cover ordinary days too. */
const workloads: Record<string, (fault?: Fault) => Promise<Run>> = {
  'a first opening, writes one by one, and a close': async (fault) => {
    const start: Folder = new Map();
    const disk = new RecordingDisk(start, fault);
    const store = await open(disk);
    for (let index = 0; index < 4; index++) await writePair(store, disk, `one-${index}`);
    await store.close();
    return { start, disk };
  },
  'four writers at once, with snapshots': async (fault) => {
    const start = await lived();
    const disk = new RecordingDisk(start, fault);
    const store = await open(disk, 1500);
    const writer = async (who: number): Promise<void> => {
      for (let index = 0; index < 3; index++) await writePair(store, disk, `w${who}-${index}`);
    };
    await Promise.all([writer(0), writer(1), writer(2), writer(3)]);
    await store.close();
    return { start, disk };
  },
  'two kills, each followed by an opening': async (fault) => {
    const start = await lived();
    const disk = new RecordingDisk(start, fault);
    for (let life = 0; life < 3; life++) {
      const process = disk.process();
      const store = await open(process.layer, 2500);
      const writes = [0, 1, 2].map((index) => writePair(store, disk, `life${life}-${index}`));
      await Promise.all(writes);
      // Killed between an append and its sync: the next opening reads what a power cut may yet take.
      const unconfirmed = `life${life}-unconfirmed`;
      void writePair(store, disk, unconfirmed);
      while (!disk.hasAppended(unconfirmed)) {
        await new Promise((resolve) => setImmediate(resolve));
      }
      process.kill();
    }
    return { start, disk };
  },
};

/** A store that has lived a while: a snapshot, journals, closed in order. */
async function lived(): Promise<Folder> {
  const disk = new RecordingDisk();
  const store = await open(disk, 1000);
  for (let index = 0; index < 3; index++) await writePair(store, disk, `old-${index}`);
  await store.close();
  return disk.content();
}

/** Opens what a power cut left: which pairs are there, or what is wrong. */
async function survivors(folder: Folder): Promise<Set<string> | string> {
  try {
    const disk = new RecordingDisk(folder);
    const store = await open(disk);
    const [projects, jobs] = await store.read(async (db) => [
      (await db.selectFrom('project').select('name').orderBy('id').execute()).map((r) => r.name),
      (await db.selectFrom('job').select('name').orderBy('id').execute()).map((r) => r.name),
    ]);
    await store.close();
    if (String(projects) !== String(jobs))
      return `half a write: ${String(projects)} and ${String(jobs)}`;
    const damage = store.notices.filter((notice) => notice.includes('damaged'));
    return damage.length > 0 ? `taken for damage: ${damage.join()}` : new Set(projects);
  } catch (error) {
    return `does not open: ${error instanceof Error ? String(error.stack) : String(error)}`;
  }
}

/** Cuts the power at every boundary of a run; answers what went wrong, and how many states were seen. */
async function cutEverywhere(
  { start, disk }: Run,
  random: () => number,
  limit: number,
  enough = Infinity,
): Promise<{ problems: string[]; states: number }> {
  const seen = new Map<number, Set<string> | string>();
  const problems: string[] = [];
  const acknowledged = new Set<string>();
  for (let boundary = 0; boundary <= disk.operations.length; boundary++) {
    const last = disk.operations[boundary - 1];
    if (last?.kind === 'note') acknowledged.add(last.note);
    for (const folder of powerCuts(start, disk.operations.slice(0, boundary), random, limit)) {
      let key = 0;
      for (const name of [...folder.keys()].sort())
        key = crc32(folder.get(name)!, crc32(name, key));
      const found = seen.get(key) ?? (await survivors(folder));
      seen.set(key, found);
      if (typeof found === 'string') problems.push(`at ${boundary}: ${found}`);
      else {
        const lost = [...acknowledged].filter((name) => !found.has(name));
        if (lost.length > 0) problems.push(`at ${boundary}: lost ${lost.join()}`);
      }
      if (problems.length >= enough) return { problems, states: seen.size };
    }
  }
  return { problems, states: seen.size };
}

describe('a power cut', () => {
  for (const [name, record] of Object.entries(workloads)) {
    it(`loses nothing acknowledged in ${name}`, async (t) => {
      const random = randomFrom(seed);
      let total = 0;
      for (let round = 0; round < count(1, 100); round++) {
        const run = await record();
        assert.ok(run.disk.operations.some((operation) => operation.kind === 'note'));
        const { problems, states } = await cutEverywhere(run, random, count(12, 243));
        assert.deepEqual(problems.slice(0, 5), [], `seed ${seed}`);
        total += states;
      }
      t.diagnostic(`${total} states, seed ${seed}`);
    });
  }
});

describe('the power cut test', () => {
  const faults: readonly Fault[] = ['no fdatasync', 'early answer', 'no folder fsync'];
  for (const fault of faults) {
    it(`turns red with ${fault}`, async () => {
      let found = 0;
      for (const record of Object.values(workloads)) {
        if (found > 0) break;
        const run = await record(fault);
        found += (await cutEverywhere(run, randomFrom(seed), 27, 1)).problems.length;
      }
      assert.ok(found > 0, 'the fault was not noticed');
    });
  }
});

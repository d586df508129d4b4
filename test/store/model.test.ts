import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { openSqljsStore } from '../../src/service/platform/store/sqljs/sqljsEngine.js';
import type { Store } from '../../src/service/platform/store/store.js';
import { count, seed } from '../support/slice.js';
import { onFatal } from './engines.js';
import { RecordingDisk } from './recordingDisk.js';
import { at, project } from './rows.js';

type Step =
  | { readonly do: 'insert' | 'rollback'; readonly text: string }
  | { readonly do: 'update' | 'remove'; readonly pick: number; readonly text: string }
  | { readonly do: 'close' | 'kill' };

// PostgreSQL and C strings end at NUL; the edge refuses it, so the model leaves it out.
const text = fc
  .string({ unit: 'binary', maxLength: 20 })
  .map((value) => value.replaceAll('\0', '∅'));
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('insert' as const), text }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rollback' as const), text }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('update' as const), pick: fc.nat(), text }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), pick: fc.nat(), text }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('close' as const, 'kill' as const) }) },
);

const now = (): Date => new Date(at);

describe('any sequence of writes, rollbacks, snapshots, closes and kills', () => {
  it('leaves what a plain map would hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.integer({ min: 300, max: 4000 }), run),
      { numRuns: count(25, 1000), seed },
    );
  });
});

async function run(steps: readonly Step[], snapshotBytes: number): Promise<void> {
  const disk = new RecordingDisk();
  const model = new Map<number, string | null>();
  let life = disk.process();
  const open = (): Promise<Store> =>
    openSqljsStore({ directory: '/store', onFatal, now }, { layer: life.layer, snapshotBytes });
  let store = await open();
  let last = 0;
  for (const [index, each] of steps.entries()) {
    const ids = [...model.keys()];
    if (each.do === 'insert') {
      const { id } = await store.write((tx) =>
        tx
          .insertInto('project')
          .values({ ...project(`n${index}`), description: each.text })
          .returning('id')
          .executeTakeFirstOrThrow(),
      );
      assert.ok(id > last, 'ids only grow');
      last = id;
      model.set(id, each.text);
    } else if (each.do === 'rollback') {
      const failing = store.write(async (tx) => {
        await tx.deleteFrom('project').execute();
        throw new Error(each.text);
      });
      await assert.rejects(failing);
    } else if (each.do === 'close' || each.do === 'kill') {
      if (each.do === 'close') await store.close();
      life.kill();
      life = disk.process();
      store = await open();
      assert.deepEqual(store.notices, []);
    } else if ('pick' in each && ids.length > 0) {
      const id = ids[each.pick % ids.length]!;
      if (each.do === 'update') {
        await store.write((tx) =>
          tx.updateTable('project').set({ description: each.text }).where('id', '=', id).execute(),
        );
        model.set(id, each.text);
      } else {
        await store.write((tx) => tx.deleteFrom('project').where('id', '=', id).execute());
        model.delete(id);
      }
    }
    const rows = await store.read((db) =>
      db.selectFrom('project').select(['id', 'description']).orderBy('id').execute(),
    );
    assert.deepEqual(
      rows.map((row) => [row.id, row.description]),
      [...model],
    );
  }
  await store.close();
}

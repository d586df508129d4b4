import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { openStore } from '../../src/service/platform/store/openStore.js';
import { onFatal } from './engines.js';
import { addProject, at, projectNames } from './rows.js';

const now = (): Date => new Date();

describe('a store of several megabytes', () => {
  it('comes back from its snapshot with every row, and goes on', async (t) => {
    const directory = await mkdtemp(path.join(os.tmpdir(), 'quantum-large-'));
    t.after(() => rm(directory, { recursive: true, force: true }));
    const options = { directory, onFatal, now };
    const bodies = Array.from({ length: 800 }, (_, index) => `${index}-`.padEnd(8_000, 'x'));
    for (let opening = 0; opening < 3; opening++) {
      const store = await openStore(options);
      await store.write(async (tx) => {
        await addProject(tx, `opening ${opening}`);
        await tx.deleteFrom('event').execute();
        for (const body of bodies) {
          await tx.insertInto('event').values({ at, type: 'large', project_id: 1, body }).execute();
        }
      });
      await store.close();
      assert.ok((await readdir(directory)).some((name) => name.startsWith('snapshot-')));
    }
    const store = await openStore(options);
    const rows = await store.read((db) =>
      db.selectFrom('event').select('body').orderBy('seq').execute(),
    );
    assert.deepEqual(
      rows.map((row) => row.body),
      bodies,
    );
    assert.deepEqual(await store.read(projectNames), ['opening 0', 'opening 1', 'opening 2']);
    assert.deepEqual(store.notices, []);
    await store.close();
  });

  it('lets the event loop turn while a thousand writers queue', async (t) => {
    const directory = await mkdtemp(path.join(os.tmpdir(), 'quantum-queue-'));
    t.after(() => rm(directory, { recursive: true, force: true }));
    const store = await openStore({ directory, onFatal, now });
    let turns = 0;
    let queued = true;
    const turn = (): void => {
      turns += 1;
      if (queued) setImmediate(turn);
    };
    const writes = Array.from({ length: 1000 }, (_, index) =>
      store.write(async (tx) => {
        if (index === 0) setImmediate(turn);
        await addProject(tx, `queued ${index}`);
        if (index === 999) queued = false;
      }),
    );
    await Promise.all(writes);
    assert.ok(turns > 1, `the loop turned ${turns} times`);
    assert.equal((await store.read(projectNames)).length, 1000);
    await store.close();
  });
});

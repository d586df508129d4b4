import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  isForeignKeyViolation,
  isUniqueViolation,
  NestedUseError,
  StoreUnavailableError,
} from '../../src/service/platform/store/storeErrors.js';
import type { Db, Store, Tx } from '../../src/service/platform/store/store.js';
import { engines, type Place } from './engines.js';
import { addProject, at, datasource, job, project, projectNames } from './rows.js';

for (const engine of engines) {
  describe(`${engine.name}: the store`, () => {
    let place: Place;
    let store: Store;
    before(async () => {
      await engine.start();
      place = await engine.place();
      store = await place.open();
    });
    after(async () => {
      await store.close();
      await engine.stop();
    });

    it('shows a write to the next read', async () => {
      const id = await store.write((tx) => addProject(tx, 'shown'));
      const row = await store.read((db) =>
        db.selectFrom('project').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
      );
      assert.deepEqual(row, {
        ...{ ...project('shown'), id, description: null, root_path: null, folder_identity: null },
        ...{
          interpreter: null,
          interpreter_source: null,
          framework_version: null,
          deleted_at: null,
        },
      });
      assert.equal(row.created_at, at, 'timestamps stay the text they were');
    });

    it('takes back a write that throws', async () => {
      const before = await store.read(projectNames);
      const failing = store.write(async (tx) => {
        await addProject(tx, 'never');
        throw new Error('changed my mind');
      });
      await assert.rejects(failing, /changed my mind/);
      assert.deepEqual(await store.read(projectNames), before);
    });

    it('takes back a write whose failed statement was swallowed', async () => {
      const failing = store.write(async (tx) => {
        await addProject(tx, 'half');
        await addProject(tx, 'half').catch(() => undefined);
      });
      await assert.rejects(failing);
      assert.ok(!(await store.read(projectNames)).includes('half'));
    });

    it('runs writers one after the other, in the order they came', async () => {
      const steps: string[] = [];
      const step = (name: string) => async (tx: Tx) => {
        steps.push(`${name} begins`);
        await addProject(tx, `order-${name}`);
        await new Promise((resolve) => setImmediate(resolve));
        steps.push(`${name} ends`);
      };
      await Promise.all([store.write(step('a')), store.write(step('b')), store.write(step('c'))]);
      assert.deepEqual(steps, ['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    });

    it('never shows a read half a write', async () => {
      const pairs = Array.from({ length: 20 }, (_, index) =>
        store.write(async (tx) => {
          await addProject(tx, `pair-${index}-left`);
          await addProject(tx, `pair-${index}-right`);
        }),
      );
      const reads = Array.from({ length: 20 }, () =>
        store.read(async (db) => {
          const names = await projectNames(db);
          const again = await projectNames(db);
          assert.deepEqual(again, names, 'one read sees one state');
          return names.filter((name) => name.startsWith('pair-')).length;
        }),
      );
      for (const seen of await Promise.all(reads)) assert.equal(seen % 2, 0);
      await Promise.all(pairs);
    });

    it('keeps names of projects unique, and gives a deleted one free', async () => {
      await store.write((tx) => addProject(tx, 'taken'));
      const twice = store.write((tx) => addProject(tx, 'taken'));
      await assert.rejects(
        twice,
        (error) => isUniqueViolation(error) && !isForeignKeyViolation(error),
      );
      await store.write((tx) =>
        tx.updateTable('project').set({ deleted_at: at }).where('name', '=', 'taken').execute(),
      );
      await store.write((tx) => addProject(tx, 'taken'));
    });

    it('keeps names of datasources unique within a project only', async () => {
      const [one, two] = await store.write(async (tx) => [
        await addProject(tx, 'first home'),
        await addProject(tx, 'second home'),
      ]);
      const add = (id: number) =>
        store.write((tx) => tx.insertInto('datasource').values(datasource(id, 'db')).execute());
      await add(one);
      await add(two);
      await assert.rejects(add(one), isUniqueViolation);
    });

    it('refuses a datasource of no project, and takes them along with theirs', async () => {
      const orphan = store.write((tx) =>
        tx.insertInto('datasource').values(datasource(999_999, 'orphan')).execute(),
      );
      await assert.rejects(
        orphan,
        (error) => isForeignKeyViolation(error) && !isUniqueViolation(error),
      );
      const id = await store.write(async (tx) => {
        const owner = await addProject(tx, 'with a datasource');
        await tx.insertInto('datasource').values(datasource(owner, 'main')).execute();
        return owner;
      });
      await store.write((tx) => tx.deleteFrom('project').where('id', '=', id).execute());
      const left = await store.read((db) =>
        db.selectFrom('datasource').selectAll().where('project_id', '=', id).execute(),
      );
      assert.deepEqual(left, []);
    });

    it('tells of commits in their order, each before its write resolves', async () => {
      const told: Tx[] = [];
      const listening = store.onDidCommit((tx) => told.push(tx));
      const used: Tx[] = [];
      const writes = Array.from({ length: 10 }, async (_, index) => {
        let mine: Tx | undefined;
        await store.write(async (tx) => {
          mine = tx;
          used.push(tx);
          await addProject(tx, `told-${index}`);
        });
        assert.ok(told.includes(mine!), 'told before acknowledged');
      });
      await Promise.all(writes);
      assert.deepEqual(told, used);
      listening.dispose();
      await store.write((tx) => addProject(tx, 'untold'));
      assert.equal(told.length, 10);
    });

    it('does not tell of a write that was taken back', async () => {
      let told = 0;
      const listening = store.onDidCommit(() => told++);
      await assert.rejects(store.write(() => Promise.reject(new Error('no'))));
      assert.equal(told, 0);
      listening.dispose();
    });

    it('never gives an id twice', async () => {
      const first = await store.write((tx) => addProject(tx, 'short-lived'));
      await store.write((tx) => tx.deleteFrom('project').where('id', '=', first).execute());
      await store.close();
      store = await place.open();
      assert.ok((await store.write((tx) => addProject(tx, 'after'))) > first);
    });

    it('counts numbers, fractions and JSON text back as they were', async () => {
      const id = await store.write(async (tx) => {
        const row = await tx
          .insertInto('job')
          .values(job('numbers'))
          .returning('id')
          .executeTakeFirstOrThrow();
        const { numUpdatedRows } = await tx
          .updateTable('job')
          .set({ version: 2 ** 40 })
          .where('id', '=', row.id)
          .executeTakeFirst();
        assert.equal(numUpdatedRows, 1n);
        return row.id;
      });
      const row = await store.read((db) =>
        db.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
      );
      assert.equal(row.version, 2 ** 40);
      assert.equal(row.progress, 0.25);
      assert.equal(typeof row.id, 'number');
    });

    it('refuses to write through a read', async () => {
      const sneaky = store.read((db) =>
        db.insertInto('project').values(project('sneaky')).execute(),
      );
      await assert.rejects(sneaky);
      assert.ok(!(await store.read(projectNames)).includes('sneaky'));
    });

    it('refuses a read or a write inside a write, at once', async () => {
      await assert.rejects(
        store.write(() => store.read(projectNames)),
        NestedUseError,
      );
      await assert.rejects(
        store.write(() => store.write((tx) => addProject(tx, 'inner'))),
        NestedUseError,
      );
      await assert.rejects(
        store.read(() => store.write((tx) => addProject(tx, 'inner'))),
        NestedUseError,
      );
    });

    it('lets what a write has started use the store afterwards', async () => {
      let later: Promise<string[]> | undefined;
      let go: () => void = () => undefined;
      const gate = new Promise<void>((resolve) => (go = resolve));
      await store.write(async (tx) => {
        await addProject(tx, 'starter');
        later = gate.then(() => store.read(projectNames));
      });
      go();
      assert.ok((await later!).includes('starter'));
    });

    it('refuses a Db that has outlived its read', async () => {
      let kept: Db | undefined;
      await store.read((db) => {
        kept = db;
        return Promise.resolve();
      });
      await assert.rejects(projectNames(kept!));
    });

    it('names the holder to whoever waits too long for it', async () => {
      const patient = await engine.place();
      const held = await patient.open({ holdLimitMs: 50 });
      let letGo: () => void = () => undefined;
      const gate = new Promise<void>((resolve) => (letGo = resolve));
      let entered: () => void = () => undefined;
      const inside = new Promise<void>((resolve) => (entered = resolve));
      const holder = held.write(async (tx) => {
        await addProject(tx, 'slow');
        entered();
        await gate;
      });
      await inside;
      await assert.rejects(
        held.write((tx) => addProject(tx, 'waiting')),
        (error) => error instanceof StoreUnavailableError && /held for 0.05 s/.test(error.detail),
      );
      letGo();
      await holder;
      assert.deepEqual(await held.read(projectNames), ['slow']);
      await held.close();
    });

    it('grows its epoch by one with each opening', async () => {
      const before = store.epoch;
      await store.close();
      store = await place.open();
      assert.equal(store.epoch, before + 1);
      assert.deepEqual(store.notices, []);
    });

    it('says how large it is and where', async () => {
      const { sizeBytes, location } = await store.stats();
      assert.ok(sizeBytes > 50_000);
      assert.ok(!location.includes('secret'));
    });

    it('finishes what runs when closed, closes twice, and then refuses', async () => {
      const other = await (await engine.place()).open();
      const writing = other.write((tx) => addProject(tx, 'last'));
      await Promise.all([other.close(), other.close()]);
      await writing;
      await other.close();
      await assert.rejects(other.read(projectNames), StoreUnavailableError);
      await assert.rejects(
        other.write((tx) => addProject(tx, 'late')),
        StoreUnavailableError,
      );
    });
  });
}

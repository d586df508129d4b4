import assert from 'node:assert/strict';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { enqueue, jobFeature, jobIn, untilAborted } from '../../support/sampleJobs.js';
import { startTestApp, temporaryFolder } from '../../support/serviceApp.js';

test('a hand-over stops a resumable job at its checkpoint; the successor goes on from there', async (t) => {
  const home = await temporaryFolder(t, 'jobs');
  const first = await startTestApp(t, {
    home,
    ...jobFeature(async ({ signal, checkpoint, progress }) => {
      await checkpoint({ done: 3 });
      await progress(0.3, 'three of ten');
      await untilAborted(signal);
    }, true),
  });
  const { id } = await enqueue(first.platform, { total: 10 });
  await jobIn(first.platform, id, 'active');
  const stepped = async (): Promise<boolean> =>
    (await first.platform.store.read((db) => first.platform.jobs.get(db, id)))?.step !== null;
  while (!(await stepped())) await new Promise((resolve) => setImmediate(resolve));
  await first.close('draining');

  const resumed: unknown[] = [];
  const second = await startTestApp(t, {
    home,
    ...jobFeature(({ resumedFrom, data }) => {
      resumed.push(resumedFrom, data);
      return Promise.resolve();
    }, true),
  });
  const job = await jobIn(second.platform, id, 'completed');
  assert.deepEqual(resumed, [{ done: 3 }, { total: 10 }]);
  assert.equal(job.attempt, 2);
});

test('a hand-over marks a job that cannot be resumed as interrupted', async (t) => {
  const home = await temporaryFolder(t, 'jobs');
  const first = await startTestApp(t, {
    home,
    ...jobFeature(({ signal }) => untilAborted(signal)),
  });
  const { id } = await enqueue(first.platform);
  await jobIn(first.platform, id, 'active');
  await first.close('draining');

  const second = await startTestApp(t, { home, ...jobFeature(() => Promise.resolve()) });
  const job = await jobIn(second.platform, id, 'interrupted');
  assert.match(job.error ?? '', /stopped while this job ran/);
  assert.ok(job.endedAt);
});

/** What a kill leaves: the files as they are while a job runs, copied away under the running service. */
async function killedHome(
  t: Parameters<typeof temporaryFolder>[0],
  resumable: boolean,
): Promise<{ home: string; id: number }> {
  const { platform, home: living } = await startTestApp(
    t,
    jobFeature(async ({ signal, checkpoint }) => {
      await checkpoint({ done: 1 });
      await untilAborted(signal);
    }, resumable),
  );
  const { id } = await enqueue(platform);
  await jobIn(platform, id, 'active');
  const saved = async (): Promise<boolean> => {
    const row = await platform.store.read((db) =>
      db.selectFrom('job').select('checkpoint').where('id', '=', id).executeTakeFirstOrThrow(),
    );
    return row.checkpoint !== null;
  };
  while (!(await saved())) await new Promise((resolve) => setImmediate(resolve));
  const home = await temporaryFolder(t, 'killed');
  await cp(living, home, { recursive: true, filter: (file) => path.basename(file) !== 'lock' });
  return { home, id };
}

test('after a kill a resumable job goes on from its checkpoint', async (t) => {
  const { home, id } = await killedHome(t, true);
  const resumed: unknown[] = [];
  const { platform } = await startTestApp(t, {
    home,
    ...jobFeature(({ resumedFrom }) => {
      resumed.push(resumedFrom);
      return Promise.resolve();
    }, true),
  });
  assert.equal((await jobIn(platform, id, 'completed')).attempt, 2);
  assert.deepEqual(resumed, [{ done: 1 }]);
});

test('after a kill a job that cannot be resumed is marked, and not run', async (t) => {
  const { home, id } = await killedHome(t, false);
  let ran = false;
  const { platform } = await startTestApp(t, {
    home,
    ...jobFeature(() => {
      ran = true;
      return Promise.resolve();
    }),
  });
  const job = await jobIn(platform, id, 'interrupted');
  assert.match(job.error ?? '', /service ended while this job ran/);
  assert.equal(ran, false);
});

test('a job that was running at five crashes is not tried a sixth time', async (t) => {
  const { home, id } = await killedHome(t, true);
  let ran = false;
  const run = (): Promise<void> => {
    ran = true;
    return Promise.resolve();
  };
  const before = await startTestApp(t, { home });
  await before.platform.store.write((tx) =>
    tx.updateTable('job').set({ state: 'active', attempt: 5 }).where('id', '=', id).execute(),
  );
  await before.close();
  const { platform } = await startTestApp(t, { home, ...jobFeature(run, true) });
  assert.match((await jobIn(platform, id, 'interrupted')).error ?? '', /5 times/);
  assert.equal(ran, false);
});

test('a job of a kind this version does not know fails and says so', async (t) => {
  const home = await temporaryFolder(t, 'jobs');
  const first = await startTestApp(t, {
    home,
    ...jobFeature(({ signal }) => untilAborted(signal), true),
  });
  const { id } = await enqueue(first.platform);
  await jobIn(first.platform, id, 'active');
  await first.close('draining');
  const { platform } = await startTestApp(t, { home });
  assert.match((await jobIn(platform, id, 'failed')).error ?? '', /kind test/);
});

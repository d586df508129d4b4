import assert from 'node:assert/strict';
import test from 'node:test';
import type { Job } from '../../../src/protocol/jobs.js';
import { enqueue, jobFeature, jobIn, untilAborted } from '../../support/sampleJobs.js';
import { startTestApp } from '../../support/serviceApp.js';
import { SseReader } from '../../support/sseReader.js';

test('a job runs once its enqueuing is durable, and each change is an event', async (t) => {
  const seen: unknown[] = [];
  const { platform, authorized, url } = await startTestApp(
    t,
    jobFeature(async ({ data, progress, log }) => {
      seen.push(data);
      await progress(0.5, 'half way');
      log('working');
    }),
  );
  const reader = await SseReader.open(t, `${await url()}/api/events`, authorized);
  await reader.next();
  const created = await enqueue(platform, { answer: 42 });
  assert.equal(created.state, 'created');
  const job = await jobIn(platform, created.id, 'completed');
  assert.deepEqual(seen, [{ answer: 42 }]);
  assert.equal(job.attempt, 1);
  assert.equal(job.progress, 1);
  assert.equal(job.step, 'half way');
  assert.ok(job.startedAt && job.endedAt);
  await reader.until(() => reader.frames.at(-1)?.data['state'] === 'completed');
  const versions = reader.frames.slice(1).map(({ data }) => [data['version'], data['state']]);
  assert.deepEqual(versions, [
    [1, 'created'],
    [2, 'active'],
    // So soon after the beginning its progress is nothing of its own.
    [3, 'completed'],
  ]);
});

test('a job whose transaction is rolled back never runs', async (t) => {
  let runs = 0;
  const { platform } = await startTestApp(
    t,
    jobFeature(() => {
      runs += 1;
      return Promise.resolve();
    }),
  );
  const failing = platform.store.write(async (tx) => {
    await platform.jobs.enqueue(tx, { name: 'test', title: 'x', projectId: null, data: null });
    throw new Error('changed my mind');
  });
  await assert.rejects(failing);
  const after = await enqueue(platform);
  await jobIn(platform, after.id, 'completed');
  assert.equal(runs, 1);
});

test('two run at a time, oldest first, and a failure is told', async (t) => {
  const order: unknown[] = [];
  const gates: (() => void)[] = [];
  const { platform } = await startTestApp(
    t,
    jobFeature(async ({ data }) => {
      order.push(data);
      await new Promise<void>((resolve) => gates.push(resolve));
      if (data === 1) throw new Error('the disk said no');
    }),
  );
  const jobs: Job[] = [];
  for (const data of [0, 1, 2]) jobs.push(await enqueue(platform, data));
  const [first, second, third] = jobs as [Job, Job, Job];
  await jobIn(platform, second.id, 'active');
  assert.equal(platform.jobs.active, 2);
  assert.deepEqual(order, [0, 1]);
  gates[1]?.();
  assert.equal((await jobIn(platform, second.id, 'failed')).error, 'the disk said no');
  await jobIn(platform, third.id, 'active');
  gates[0]?.();
  gates[2]?.();
  await jobIn(platform, first.id, 'completed');
  await jobIn(platform, third.id, 'completed');
});

test('progress is told at most four times a second, the last one always', async (t) => {
  const { platform } = await startTestApp(
    t,
    jobFeature(async ({ progress }) => {
      for (let i = 0; i < 1_000; i += 1) await progress(i / 1_000, `step ${i}`);
      throw new Error('stop here');
    }),
  );
  let events = 0;
  platform.events.subscribe(() => (events += 1));
  const { id } = await enqueue(platform);
  const job = await jobIn(platform, id, 'failed');
  assert.equal(job.step, 'step 999');
  assert.equal(job.progress, 0.999);
  assert.ok(events < 50, `${events} events`);
});

test('cancelling a running job aborts it; cancelling an ended one says it has ended', async (t) => {
  const service = await startTestApp(
    t,
    jobFeature(({ signal }) => untilAborted(signal)),
  );
  const { id } = await enqueue(service.platform);
  await jobIn(service.platform, id, 'active');
  const cancel = {
    method: 'POST',
    url: `/api/jobs/${id}/cancel`,
    headers: service.authorized,
  } as const;
  const cancelled = await service.app.inject(cancel);
  assert.equal(cancelled.json<Job>().state, 'cancelled');
  assert.equal(cancelled.json<Job>().error, null);
  const again = await service.app.inject(cancel);
  assert.equal(again.statusCode, 409);
  assert.equal(again.json<{ code: string }>().code, 'job-not-cancellable');
});

test('a waiting job is cancelled without ever running', async (t) => {
  const ran: unknown[] = [];
  const { platform } = await startTestApp(
    t,
    jobFeature(({ signal, data }) => {
      ran.push(data);
      return untilAborted(signal);
    }),
  );
  const jobs: Job[] = [];
  for (const data of [0, 1, 2]) jobs.push(await enqueue(platform, data));
  const [first, second, third] = jobs as [Job, Job, Job];
  await jobIn(platform, second.id, 'active');
  assert.equal((await platform.jobs.cancel(third.id)).state, 'cancelled');
  await platform.jobs.cancel(first.id);
  await platform.jobs.cancel(second.id);
  assert.deepEqual(ran, [0, 1]);
});

test('a handler that takes no notice of a cancel is still ended by its own result', async (t) => {
  let finish = (): void => undefined;
  const { platform } = await startTestApp(
    t,
    jobFeature(() => new Promise<void>((resolve) => (finish = resolve))),
  );
  const { id } = await enqueue(platform);
  await jobIn(platform, id, 'active');
  const cancelling = platform.jobs.cancel(id);
  finish();
  assert.equal((await cancelling).state, 'completed');
});

test('jobs are listed newest first, by state and project, page by page', async (t) => {
  const service = await startTestApp(
    t,
    jobFeature(({ data }) => (data ? Promise.reject(new Error('no')) : Promise.resolve())),
  );
  const ids: number[] = [];
  for (const fails of [false, true, false]) {
    const { id } = await enqueue(service.platform, fails);
    await jobIn(service.platform, id, fails ? 'failed' : 'completed');
    ids.push(id);
  }
  const list = async (query: string): Promise<number[]> => {
    const answer = await service.app.inject({
      url: `/api/jobs${query}`,
      headers: service.authorized,
    });
    return answer.json<Job[]>().map(({ id }) => id);
  };
  const [a, b, c] = ids as [number, number, number];
  assert.deepEqual(await list(''), [c, b, a]);
  assert.deepEqual(await list('?state=failed'), [b]);
  assert.deepEqual(await list('?limit=1'), [c]);
  assert.deepEqual(await list(`?before=${c}&limit=1`), [b]);
  assert.deepEqual(await list('?projectId=7'), []);
});

test('start-up fails when two handlers share a name, enqueuing when there is none', async (t) => {
  const { platform } = await startTestApp(
    t,
    jobFeature(() => Promise.resolve()),
  );
  const again = { name: 'test', resumable: false, run: () => Promise.resolve() };
  assert.throws(() => platform.jobs.register(again), /Two handlers/);
  const unknown = platform.store.write((tx) =>
    platform.jobs.enqueue(tx, { name: 'unknown', title: 'x', projectId: null, data: null }),
  );
  await assert.rejects(unknown, /No handler/);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { followJob } from '../../../src/extension/jobs/followJob.js';
import { Signal } from '../../../src/extension/platform/signal.js';
import type { ServiceEvent } from '../../../src/protocol/events.js';
import type { Job, JobState } from '../../../src/protocol/jobs.js';
import { settled } from '../support.js';

const at = '2026-01-01T00:00:00.000Z';
function job(state: JobState, version: number): Job {
  return {
    id: 7,
    name: 'framework.install',
    title: 'Install',
    projectId: 1,
    state,
    progress: 0,
    step: null,
    error: null,
    attempt: 1,
    version,
    createdAt: at,
    startedAt: at,
    endedAt: null,
  };
}
const changed = (id: number): ServiceEvent => ({
  type: 'job_changed',
  at,
  projectId: 1,
  id,
  version: 2,
  name: 'framework.install',
  state: 'active',
});

test('a job is followed to its end, and nothing listens afterwards', async () => {
  const events = new Signal<ServiceEvent>();
  const states = [job('active', 1), job('active', 2), job('completed', 3)];
  const seen: number[] = [];
  let reads = 0;
  const following = followJob(7, {
    read: () => Promise.resolve(states[Math.min(reads++, 2)] as Job),
    onEvent: events.on,
    onProgress: ({ version }) => seen.push(version),
  });
  await settled();
  events.fire(changed(8));
  events.fire(changed(7));
  await settled();
  events.fire({ type: 'reset', reason: 'gap' });
  assert.equal((await following).state, 'completed');
  assert.deepEqual(seen, [1, 2, 3]);
  assert.equal(events.size, 0);
});

test('a job that ended before anyone listened is told at once', async () => {
  const following = followJob(7, {
    read: () => Promise.resolve(job('failed', 9)),
    onEvent: new Signal<ServiceEvent>().on,
    onProgress: () => undefined,
  });
  assert.equal((await following).state, 'failed');
});

test('an older answer that comes late does not take progress back', async () => {
  const events = new Signal<ServiceEvent>();
  const answers: ((job: Job) => void)[] = [];
  const seen: number[] = [];
  const following = followJob(7, {
    read: () => new Promise<Job>((resolve) => answers.push(resolve)),
    onEvent: events.on,
    onProgress: ({ version }) => seen.push(version),
  });
  events.fire(changed(7));
  answers[1]?.(job('active', 5));
  await settled();
  answers[0]?.(job('active', 4));
  await settled();
  events.fire(changed(7));
  answers[2]?.(job('cancelled', 6));
  await following;
  assert.deepEqual(seen, [5, 6]);
});

test('a job that cannot be read ends the following with that reason', async () => {
  const events = new Signal<ServiceEvent>();
  await assert.rejects(
    followJob(7, {
      read: () => Promise.reject(new Error('gone')),
      onEvent: events.on,
      onProgress: () => undefined,
    }),
    /gone/,
  );
  assert.equal(events.size, 0);
});

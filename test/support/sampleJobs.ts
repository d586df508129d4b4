import type { JobContext, JobHandler, JobQueue } from '../../src/service/platform/jobs/jobQueue.js';
import type { Platform } from '../../src/service/platform/feature.js';
import type { Job, JobState } from '../../src/protocol/jobs.js';
import type { Feature } from '../../src/service/platform/feature.js';

type Run = (context: JobContext<unknown>) => Promise<void>;

/** A feature of one kind of job, called `test`, that does what the test says. */
export function jobFeature(
  run: Run,
  resumable = false,
): { features: (platform: { readonly jobs: JobQueue }) => Feature[] } {
  const handler: JobHandler<unknown> = { name: 'test', resumable, run };
  return {
    features: ({ jobs }) => {
      jobs.register(handler);
      return [{ name: 'test', routes: () => undefined }];
    },
  };
}

/** Never ends by itself; rejects when aborted. */
export function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop);
  });
}

export function enqueue(platform: Platform, data: unknown = null): Promise<Job> {
  return platform.store.write((tx) =>
    platform.jobs.enqueue(tx, { name: 'test', title: 'A test', projectId: null, data }),
  );
}

/** The job once it is in `state`: looked at after each of its events, given up after ten seconds. */
export async function jobIn(platform: Platform, id: number, state: JobState): Promise<Job> {
  const read = (): Promise<Job | undefined> =>
    platform.store.read((db) => platform.jobs.get(db, id));
  let changed = (): void => undefined;
  const subscription = platform.events.subscribe(() => changed());
  const deadline = performance.now() + 10_000;
  const alarm = setTimeout(() => changed(), 10_001);
  try {
    for (;;) {
      const next = new Promise<void>((resolve) => (changed = resolve));
      const job = await read();
      if (job?.state === state) return job;
      if (performance.now() > deadline) throw new Error(`the job is ${job?.state}, not ${state}`);
      await next;
    }
  } finally {
    clearTimeout(alarm);
    subscription.dispose();
  }
}

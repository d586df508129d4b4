import type { ServiceEvent } from '../../protocol/events.js';
import type { Job, JobState } from '../../protocol/jobs.js';
import type { Disposable } from '../platform/signal.js';

const ended: readonly JobState[] = ['completed', 'cancelled', 'failed', 'interrupted'];

/** Whether nothing will happen to the job any more. */
export function hasEnded(job: Job): boolean {
  return ended.includes(job.state);
}

export interface FollowOptions {
  readonly read: (id: number) => Promise<Job>;
  readonly onEvent: (listener: (event: ServiceEvent) => void) => Disposable;
  /** Called with each newer version of the job that was seen, the last one included. */
  readonly onProgress: (job: Job) => void;
}

/**
 * Follows a job by the event stream until it ends, and answers its last state. Reads it once at the
 * start (it may have ended before the stream spoke of it) and anew after a `reset`.
 * @throws what `read` throws
 */
export async function followJob(id: number, options: FollowOptions): Promise<Job> {
  const { read, onEvent, onProgress } = options;
  let seen = -1;
  const { promise, resolve, reject } = deferred<Job>();
  const look = (): void => {
    read(id).then((job) => {
      if (job.version <= seen) return;
      seen = job.version;
      onProgress(job);
      if (hasEnded(job)) resolve(job);
    }, reject);
  };
  const listening = onEvent((event) => {
    if (event.type === 'reset' || (event.type === 'job_changed' && event.id === id)) look();
  });
  try {
    look();
    return await promise;
  } finally {
    listening.dispose();
  }
}

interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: Error) => void;
}

/** Promise.withResolvers, which Node 20 does not have. */
function deferred<T>(): Deferred<T> {
  let resolve: Deferred<T>['resolve'] = () => undefined;
  let reject: Deferred<T>['reject'] = () => undefined;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

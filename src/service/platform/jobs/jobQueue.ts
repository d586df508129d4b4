import type { Job, JobLogLine } from '../../../protocol/jobs.js';
import type { Db, Tx } from '../store/store.js';

/** What a handler works with. Steps are idempotent; `checkpoint` makes the last one survive a kill. */
export interface JobContext<Data> {
  readonly id: number;
  readonly data: Data;
  /** Aborted by a cancel, and with reason `draining` when the service hands over. */
  readonly signal: AbortSignal;
  /** The last checkpoint of an earlier attempt, else null. */
  readonly resumedFrom: unknown;
  /** 0 to 1, and what it is doing. Written at most four times a second. Throws once aborted. */
  readonly progress: (fraction: number, step: string) => Promise<void>;
  /** Durable when it resolves. Throws once aborted. */
  readonly checkpoint: (state: unknown) => Promise<void>;
  readonly log: (text: string) => void;
}

export interface JobHandler<Data> {
  readonly name: string;
  /** Whether a job cut off by a kill runs again; otherwise it is marked `interrupted`. */
  readonly resumable: boolean;
  run(context: JobContext<Data>): Promise<void>;
}

export interface NewJob {
  readonly name: string;
  readonly title: string;
  readonly projectId: number | null;
  readonly data: unknown;
}

/** Long work that outlives a window. Start-up fails when two handlers share a name. */
export interface JobQueue {
  register<Data>(handler: JobHandler<Data>): void;
  /** Enqueues in the caller's transaction; runs once that is durable. */
  enqueue(tx: Tx, job: NewJob): Promise<Job>;
  cancel(id: number): Promise<Job>;
  list(
    db: Db,
    filter: { state?: Job['state']; projectId?: number; limit: number; before?: number },
  ): Promise<Job[]>;
  get(db: Db, id: number): Promise<Job | undefined>;
  /** Lines of a job's log after `seq`, then those to come until the job ends or `signal` aborts. */
  logLines(id: number, after: number, signal: AbortSignal): AsyncIterable<JobLogLine>;
  readonly active: number;
  /** Resumes or marks what an earlier process left active, then begins to work. */
  start(): Promise<void>;
  /** Takes no new job; aborts the running ones with `reason`; resolves when all have let go. */
  stop(reason: 'draining' | 'stopping'): Promise<void>;
}

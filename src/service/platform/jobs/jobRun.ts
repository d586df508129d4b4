import type { JobContext, JobHandler } from './jobQueue.js';
import type { JobChange, JobRow } from './jobRepository.js';
import type { JobLog } from './jobLog.js';

/** Why a running job was aborted. */
export type AbortReason = 'cancelled' | 'draining' | 'stopping';

/** What a run tells the queue, which makes it durable. */
export interface JobRunPorts {
  readonly log: JobLog;
  saveProgress(id: number, change: JobChange): Promise<void>;
  saveCheckpoint(id: number, state: unknown): Promise<void>;
}

/** At most this often a progress is written and told, the first so long after the beginning; the last one always is. */
const progressEveryMs = 250;

class JobAborted extends Error {
  override readonly name = 'JobAborted';

  constructor(readonly reason: AbortReason) {
    super(`The job was aborted: ${reason}`);
  }
}

/** One attempt of one job: the handler, its signal, its throttled progress, and how it ended. */
export class JobRun {
  private readonly controller = new AbortController();
  private latest: JobChange | null = null;
  private saving: Promise<void> = Promise.resolve();
  /** That it has begun was told just now: a job that ends at once has nothing to write between. */
  private lastSaved = performance.now();
  private timer: NodeJS.Timeout | null = null;
  /** What the handler threw, when that was a failure: for the log. */
  failure: unknown;
  /** Resolves when the end of the job is durable. Set by the queue. */
  settled: Promise<void> = Promise.resolve();

  constructor(
    private readonly row: JobRow,
    private readonly handler: JobHandler<unknown>,
    private readonly ports: JobRunPorts,
  ) {}

  /** Aborting is asking: the handler decides how fast it lets go. */
  abort(reason: AbortReason): void {
    this.controller.abort(new JobAborted(reason));
  }

  get log(): JobLog {
    return this.ports.log;
  }

  /** Runs the handler to its end and answers what has to be stored about it. Never throws. */
  async toEnd(): Promise<JobChange> {
    let end: JobChange;
    try {
      await this.handler.run(this.context());
      end = { state: 'completed', progress: 1 };
    } catch (error) {
      end = this.endOf(error);
    }
    if (this.timer) clearTimeout(this.timer);
    const unsaved = this.latest ?? {};
    this.latest = null;
    await this.saving;
    return { ...unsaved, ...end };
  }

  private endOf(error: unknown): JobChange {
    const aborted: unknown = this.controller.signal.aborted ? this.controller.signal.reason : null;
    if (!(aborted instanceof JobAborted)) {
      this.failure = error;
      return { state: 'failed', error: error instanceof Error ? error.message : String(error) };
    }
    if (aborted.reason === 'cancelled') return { state: 'cancelled' };
    if (this.handler.resumable) return { state: 'retry' };
    const message = 'The service was stopped while this job ran.';
    return { state: 'interrupted', error: message };
  }

  private context(): JobContext<unknown> {
    const { id, data, checkpoint } = this.row;
    const { signal } = this.controller;
    return {
      id,
      data: JSON.parse(data) as unknown,
      signal,
      resumedFrom: checkpoint === null ? null : (JSON.parse(checkpoint) as unknown),
      progress: async (fraction, step) => {
        signal.throwIfAborted();
        await this.progress({ progress: Math.min(1, Math.max(0, fraction)), step });
      },
      checkpoint: async (state) => {
        // What is done is done: it is kept even when the job has to let go now.
        await this.ports.saveCheckpoint(id, state);
        signal.throwIfAborted();
      },
      log: (text) => this.ports.log.write(text),
    };
  }

  private progress(change: JobChange): Promise<void> {
    this.latest = change;
    if (this.timer) return Promise.resolve();
    const wait = this.lastSaved + progressEveryMs - performance.now();
    if (wait <= 0) return this.saveLatest();
    this.timer = setTimeout(() => {
      this.timer = null;
      // A progress that cannot be stored is shown late, not worth ending the job for.
      this.saveLatest().catch(() => undefined);
    }, wait);
    return Promise.resolve();
  }

  private saveLatest(): Promise<void> {
    const change = this.latest;
    if (!change) return Promise.resolve();
    this.latest = null;
    this.lastSaved = performance.now();
    const saved = this.ports.saveProgress(this.row.id, change);
    this.saving = saved.catch(() => undefined);
    return saved;
  }
}

import type { Logger } from 'pino';
import type { Store, Tx } from '../store/store.js';
import { JobLog } from './jobLog.js';
import type { JobHandler } from './jobQueue.js';
import { endedStates, type JobRepository, type JobRow } from './jobRepository.js';
import { JobRun } from './jobRun.js';
import type { JobSignals } from './jobSignals.js';

export interface JobWorkerOptions {
  readonly store: Store;
  readonly repository: JobRepository;
  readonly signals: JobSignals;
  readonly handlers: ReadonlyMap<string, JobHandler<unknown>>;
  readonly log: Logger;
  readonly now: () => Date;
  readonly filesDirectory: string;
  readonly concurrency: number;
  readonly logCapBytes: number;
}

/** A job that was running at this many crashes is taken for their cause. */
const maxCrashes = 5;
/** The net under waking by commit: for a claim that failed, such as on a full disk. */
const claimAgainMs = 5_000;

/** Takes waiting jobs, oldest first, and runs them, so many at a time. */
export class JobWorker {
  private readonly running = new Map<number, JobRun>();
  private accepting = false;
  private pumping: Promise<void> | null = null;
  private again = false;
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly options: JobWorkerOptions) {}

  get active(): number {
    return this.running.size;
  }

  find(id: number): JobRun | undefined {
    return this.running.get(id);
  }

  /** Decides about a job an earlier process left active: again from its checkpoint, or given up. */
  async recover(tx: Tx, row: JobRow): Promise<void> {
    const { repository, handlers, now } = this.options;
    const resumable = handlers.get(row.name)?.resumable === true;
    if (resumable && row.attempt < maxCrashes) {
      await repository.update(tx, row.id, { state: 'retry' });
      return;
    }
    const error = resumable
      ? `The service ended ${row.attempt} times while this job ran; it is not tried again.`
      : 'The service ended while this job ran.';
    const ended_at = now().toISOString();
    await repository.update(tx, row.id, { state: 'interrupted', error, ended_at });
  }

  start(): void {
    this.accepting = true;
    this.wake();
  }

  /** Looks for waiting jobs now, or once more when it is looking already. */
  wake(): void {
    if (!this.accepting) return;
    this.again = true;
    this.pumping ??= this.pump().finally(() => {
      this.pumping = null;
      if (this.again) this.wake();
    });
  }

  /** Takes no more jobs, aborts the running ones and waits until they have let go. */
  async stop(reason: 'draining' | 'stopping'): Promise<void> {
    this.accepting = false;
    if (this.timer) clearTimeout(this.timer);
    await this.pumping;
    const runs = [...this.running.values()];
    for (const run of runs) run.abort(reason);
    await Promise.all(runs.map((run) => run.settled));
  }

  private async pump(): Promise<void> {
    while (this.again) {
      this.again = false;
      try {
        while (this.accepting && this.running.size < this.options.concurrency) {
          const row = await this.claim();
          if (!row) break;
          this.begin(row);
        }
      } catch (error) {
        this.options.log.error({ err: error }, 'no job could be taken');
        this.timer = setTimeout(() => this.wake(), claimAgainMs);
      }
    }
  }

  private claim(): Promise<JobRow | undefined> {
    const { store, repository, handlers, now } = this.options;
    return store.write(async (tx) => {
      for (;;) {
        const row = await repository.nextWaiting(tx);
        if (!row) return undefined;
        const at = now().toISOString();
        if (handlers.has(row.name)) {
          return repository.update(tx, row.id, {
            state: 'active',
            attempt: row.attempt + 1,
            started_at: row.started_at ?? at,
          });
        }
        const error = `This version of the service cannot run jobs of the kind ${row.name}.`;
        await repository.update(tx, row.id, { state: 'failed', error, ended_at: at });
      }
    });
  }

  private begin(row: JobRow): void {
    const handler = this.options.handlers.get(row.name);
    if (!handler) return;
    const { store, repository, signals } = this.options;
    const run = new JobRun(row, handler, {
      log: this.openLog(row.id),
      saveProgress: async (id, change) => {
        await store.write((tx) => repository.update(tx, id, change));
      },
      saveCheckpoint: (id, state) => store.write((tx) => repository.saveCheckpoint(tx, id, state)),
    });
    this.running.set(row.id, run);
    signals.emit(row.id);
    run.settled = this.settle(row, run);
  }

  private async settle(row: JobRow, run: JobRun): Promise<void> {
    const { store, repository, signals, log, now } = this.options;
    const change = await run.toEnd();
    run.log.close();
    const ended_at = endedStates.includes(change.state ?? '') ? now().toISOString() : null;
    log.info({ job: row.id, name: row.name, state: change.state, err: run.failure }, 'job left');
    try {
      await store.write((tx) => repository.update(tx, row.id, { ...change, ended_at }));
    } catch (error) {
      // Stays `active` in the store: the next start resumes it or marks it interrupted.
      log.error({ err: error, job: row.id }, 'the end of a job could not be stored');
    }
    this.running.delete(row.id);
    signals.emit(row.id);
    this.wake();
  }

  private openLog(id: number): JobLog {
    const { filesDirectory: directory, logCapBytes: capBytes, log, now, signals } = this.options;
    return new JobLog({
      directory,
      id,
      now,
      capBytes,
      onError: (error) => log.warn({ err: error, job: id }, 'lines of a job could not be written'),
      onDidWrite: () => signals.emit(id),
    });
  }
}

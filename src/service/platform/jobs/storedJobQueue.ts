import { mkdirSync } from 'node:fs';
import type { Logger } from 'pino';
import type { Job, JobLogLine } from '../../../protocol/jobs.js';
import type { EventLog } from '../events/eventLog.js';
import { AppError } from '../problem.js';
import type { Db, Store, Tx } from '../store/store.js';
import { followLog } from './followLog.js';
import { deleteJobLog } from './jobLogFiles.js';
import type { JobHandler, JobQueue, NewJob } from './jobQueue.js';
import { JobRepository, endedStates, jobOfRow, type JobFilter } from './jobRepository.js';
import { JobSignals } from './jobSignals.js';
import { JobWorker } from './jobWorker.js';
import { settledWithin } from './settledWithin.js';

export interface StoredJobQueueOptions {
  readonly store: Store;
  readonly events: EventLog;
  readonly log: Logger;
  readonly now: () => Date;
  /** Where the logs of jobs lie; made when missing. */
  readonly filesDirectory: string;
  /** Jobs run at a time; default 2. */
  readonly concurrency?: number;
  /** Most bytes of one job's log; default 5 MB. */
  readonly logCapBytes?: number;
}

const keptEndedJobs = 1_000;
/** How long a cancel waits for the handler to let go before it answers with the job as it is. */
const cancelPatienceMs = 2_000;

/** The queue over the store's `job` table: pg-boss's states, woken by commits. */
export class StoredJobQueue implements JobQueue {
  private readonly repository: JobRepository;
  private readonly signals = new JobSignals();
  private readonly handlers = new Map<string, JobHandler<unknown>>();
  private readonly worker: JobWorker;
  private readonly enqueuedIn = new WeakSet<Tx>();
  private readonly subscription: { dispose(): void };

  constructor(private readonly options: StoredJobQueueOptions) {
    mkdirSync(options.filesDirectory, { recursive: true, mode: 0o700 });
    this.repository = new JobRepository(options.events);
    this.worker = new JobWorker({
      ...options,
      repository: this.repository,
      signals: this.signals,
      handlers: this.handlers,
      concurrency: options.concurrency ?? 2,
      logCapBytes: options.logCapBytes ?? 5 * 1024 * 1024,
    });
    this.subscription = options.store.onDidCommit((tx) => {
      if (this.enqueuedIn.has(tx)) this.worker.wake();
    });
  }

  register<Data>(handler: JobHandler<Data>): void {
    if (this.handlers.has(handler.name)) {
      throw new Error(`Two handlers for jobs called ${handler.name}`);
    }
    // A handler is given what was enqueued under its name; both ends are its feature's own.
    this.handlers.set(handler.name, handler);
  }

  get active(): number {
    return this.worker.active;
  }

  async enqueue(tx: Tx, job: NewJob): Promise<Job> {
    if (!this.handlers.has(job.name)) throw new Error(`No handler for jobs called ${job.name}`);
    const row = await this.repository.insert(tx, job, this.timestamp());
    this.enqueuedIn.add(tx);
    return jobOfRow(row);
  }

  async list(db: Db, filter: JobFilter): Promise<Job[]> {
    return (await this.repository.list(db, filter)).map(jobOfRow);
  }

  async get(db: Db, id: number): Promise<Job | undefined> {
    const row = await this.repository.find(db, id);
    return row && jobOfRow(row);
  }

  async cancel(id: number): Promise<Job> {
    const job = await this.options.store.write((tx) => this.cancelWaiting(tx, id));
    this.signals.emit(id);
    const run = this.worker.find(id);
    if (!run) return job;
    run.abort('cancelled');
    await settledWithin(run.settled, cancelPatienceMs);
    return (await this.options.store.read((db) => this.get(db, id))) ?? job;
  }

  logLines(id: number, after: number, signal: AbortSignal): AsyncIterable<JobLogLine> {
    const { signals, worker, options } = this;
    return followLog({
      directory: options.filesDirectory,
      id,
      after,
      signal,
      signals,
      async hasEnded() {
        if (worker.find(id)) return false;
        const job = await options.store.read((db) =>
          db.selectFrom('job').select('state').where('id', '=', id).executeTakeFirst(),
        );
        return job === undefined || endedStates.includes(job.state);
      },
    });
  }

  async start(): Promise<void> {
    const { store, filesDirectory } = this.options;
    const pruned = await store.write(async (tx) => {
      for (const row of await this.repository.leftActive(tx)) await this.worker.recover(tx, row);
      return this.repository.prune(tx, keptEndedJobs);
    });
    for (const id of pruned) deleteJobLog(filesDirectory, id);
    this.worker.start();
  }

  async stop(reason: 'draining' | 'stopping'): Promise<void> {
    this.subscription.dispose();
    await this.worker.stop(reason);
  }

  /** Cancels a job that has not begun; a running one is left to its handler. */
  private async cancelWaiting(tx: Tx, id: number): Promise<Job> {
    const row = await this.repository.find(tx, id);
    if (!row) throw new AppError('not-found', `There is no job ${id}.`);
    if (endedStates.includes(row.state)) {
      throw new AppError('job-not-cancellable', `The job “${row.title}” has ended already.`);
    }
    if (row.state === 'active') return jobOfRow(row);
    const change = { state: 'cancelled', ended_at: this.timestamp() };
    return jobOfRow(await this.repository.update(tx, id, change));
  }

  private timestamp(): string {
    return this.options.now().toISOString();
  }
}

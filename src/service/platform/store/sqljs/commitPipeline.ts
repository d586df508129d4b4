import { AsyncResource } from 'node:async_hooks';
import { StoreFullError, StoreUnavailableError } from '../storeErrors.js';
import { deferred, type Deferred } from './deferred.js';
import { isDiskFull, type AppendFile } from './fileLayer.js';
import type { BoundStatement } from './image.js';
import { encodeRecord, encodeStatements } from './journalFormat.js';

export interface PipelineHooks {
  readonly location: string;
  /** Whether nobody else opened the store since. */
  isOurs(): boolean;
  /** Brings the image back to the durable state, and calls `reset` while nobody can commit. */
  takeBack(reset: () => void): Promise<void>;
  onFatal(reason: Error): void;
  /** Called with the bytes of each durable append. */
  onAppended(bytes: number): void;
}

interface Pending {
  readonly seq: number;
  readonly payload: Uint8Array;
  /** Tells the listeners; runs before the commit is acknowledged. */
  readonly tell: () => void;
  readonly outcome: Deferred<undefined>;
}

/** Room asked for before a full disk is believed to have some again. */
const probeBytes = 64 * 1024;

/**
 * Group commit: whoever commits while a sync is under way shares the next one. A commit is durable,
 * then told, then acknowledged. A failed sync ends everything, since nobody knows any more what the
 * disk has; a full disk takes back what was not durable, and goes on.
 */
export class CommitPipeline {
  readonly #root = new AsyncResource('QuantumAdminStore');
  #pending: Pending[] = [];
  #flushing = false;
  #seq: number;
  #durableSeq: number;
  #last: Promise<undefined> = Promise.resolve(undefined);
  #trouble = deferred<undefined>();
  #full = false;
  #dead: Error | null = null;

  /** @param length Durable bytes of `file`. */
  constructor(
    private file: AppendFile,
    private length: number,
    seq: number,
    private readonly hooks: PipelineHooks,
  ) {
    this.#seq = seq;
    this.#durableSeq = seq;
  }

  /** The newest durable commit. */
  get durableSeq(): number {
    return this.#durableSeq;
  }

  /** The disk was full at the last write. */
  get full(): boolean {
    return this.#full;
  }

  /** @throws StoreUnavailableError once the engine cannot go on. */
  assertAlive(): void {
    if (this.#dead) throw this.#dead;
  }

  /** Queues a commit that the image already has; resolves once it is durable. */
  append(statements: readonly BoundStatement[], tell: () => void): Promise<undefined> {
    if (this.#dead) return Promise.reject(this.#dead);
    const outcome = deferred<undefined>();
    this.#seq += 1;
    this.#pending.push({ seq: this.#seq, payload: encodeStatements(statements), tell, outcome });
    this.#last = outcome.promise;
    // In a context of its own: the flush outlives the writer that happens to start it.
    if (!this.#flushing) void this.#root.runInAsyncScope(() => this.#flush());
    return outcome.promise;
  }

  /** Resolves once everything the image has is durable; rejects when some of it was taken back. */
  whenDurable(): Promise<undefined> {
    return this.#dead ? Promise.reject(this.#dead) : this.#last;
  }

  /** Like `whenDurable`, for a caller that holds the store: false instead of waiting for a repair. */
  async drained(): Promise<boolean> {
    const trouble = this.#trouble.promise.then(() => false);
    const durable = this.#last.then(
      () => true,
      () => false,
    );
    return Promise.race([durable, trouble]);
  }

  /** Goes on in a new journal. Only when drained. Answers the old one. */
  continueIn(file: AppendFile, length: number): AppendFile {
    const old = this.file;
    this.file = file;
    this.length = length;
    return old;
  }

  /** After a full disk: asks for room before anything is changed in memory. @throws StoreFullError */
  async probe(): Promise<void> {
    try {
      try {
        await this.file.append(new Uint8Array(probeBytes));
        this.#full = false;
      } finally {
        await this.file.truncate(this.length);
      }
    } catch (error) {
      if (isDiskFull(error)) throw new StoreFullError(this.hooks.location, { cause: error });
      throw this.#die(error);
    }
  }

  close(): Promise<void> {
    return this.file.close();
  }

  async #flush(): Promise<void> {
    this.#flushing = true;
    while (this.#pending.length > 0 && !this.#dead) {
      // Whoever was just acknowledged, or is about to commit, comes along: one sync instead of two.
      await new Promise((resolve) => setImmediate(resolve));
      const batch = this.#pending;
      this.#pending = [];
      const bytes = Buffer.concat(
        batch.map(({ seq, payload }) => encodeRecord(seq, this.#durableSeq, payload)),
      );
      const failure = await this.#write(bytes);
      if (failure) {
        await this.#fail(batch, failure);
        continue;
      }
      this.length += bytes.length;
      this.#durableSeq = batch.at(-1)?.seq ?? this.#durableSeq;
      for (const { tell, outcome } of batch) {
        tell();
        outcome.resolve(undefined);
      }
      this.hooks.onAppended(bytes.length);
    }
    this.#flushing = false;
  }

  async #write(bytes: Uint8Array): Promise<{ full: boolean; error: unknown } | null> {
    try {
      this.#assertOurs();
      await this.file.append(bytes);
    } catch (error) {
      return { full: isDiskFull(error), error };
    }
    try {
      await this.file.fdatasync();
      // Again: an owner who came before this sync has not read the record, so it must not be promised.
      this.#assertOurs();
      return null;
    } catch (error) {
      return { full: false, error };
    }
  }

  async #fail(
    batch: readonly Pending[],
    failure: { full: boolean; error: unknown },
  ): Promise<void> {
    let refused = [...batch];
    let reason: Error = new StoreFullError(this.hooks.location, { cause: failure.error });
    try {
      if (!failure.full) throw failure.error;
      this.#full = true;
      this.#trouble.resolve(undefined);
      await this.file.truncate(this.length);
      await this.file.fdatasync();
      await this.hooks.takeBack(() => {
        // Whatever committed meanwhile stood on what is gone.
        refused = [...refused, ...this.#pending.splice(0)];
        this.#seq = this.#durableSeq;
        this.#last = Promise.resolve(undefined);
      });
      this.#trouble = deferred();
    } catch (error) {
      reason = this.#die(error);
      this.#trouble.resolve(undefined);
      refused = [...refused, ...this.#pending.splice(0)];
    }
    for (const { outcome } of refused) outcome.reject(reason);
  }

  #assertOurs(): void {
    if (!this.hooks.isOurs()) {
      throw new Error('Another process has opened the store: this one may not write any more');
    }
  }

  #die(cause: unknown): Error {
    if (this.#dead) return this.#dead;
    const why = cause instanceof Error ? cause.message : String(cause);
    this.#dead = new StoreUnavailableError(
      `The store cannot go on: ${why}.`,
      'The service starts again by itself; everything confirmed is safe.',
      { cause },
    );
    this.hooks.onFatal(this.#dead);
    return this.#dead;
  }
}

import type { Kysely } from 'kysely';
import type { CommitListeners } from '../commitListeners.js';
import type { ExclusiveLock } from '../exclusiveLock.js';
import type { Database } from '../schema.js';
import type { Db, Store, StoreStats, Tx } from '../store.js';
import { StoreFullError, StoreUnavailableError } from '../storeErrors.js';
import type { UseScope } from '../useScope.js';
import type { CommitPipeline } from './commitPipeline.js';
import type { ImageConnection } from './imageConnection.js';

/** What opening put together. */
export interface SqljsParts {
  readonly directory: string;
  readonly epoch: number;
  readonly notices: readonly string[];
  readonly db: Kysely<Database>;
  readonly connection: ImageConnection;
  readonly lock: ExclusiveLock;
  readonly scope: UseScope;
  readonly listeners: CommitListeners;
  readonly pipeline: CommitPipeline;
  /** Makes a last snapshot if that is cheap, and lets go of the files. */
  readonly shut: () => Promise<void>;
}

/** The outcome of a read's work, held back until what it saw is durable. */
type Outcome<T> = { readonly value: T } | { readonly error: unknown };

export class SqljsStore implements Store {
  readonly engine = 'sqljs';
  #closing: Promise<void> | null = null;

  constructor(private readonly parts: SqljsParts) {}

  get epoch(): number {
    return this.parts.epoch;
  }

  get notices(): readonly string[] {
    return this.parts.notices;
  }

  async read<T>(work: (db: Db) => Promise<T>): Promise<T> {
    const { pipeline } = this.parts;
    this.#assertUsable('read');
    for (;;) {
      const { outcome, durable } = await this.#readOnce(work);
      try {
        await durable;
      } catch (error) {
        // What it saw was taken back by a full disk: it has to look again.
        if (error instanceof StoreFullError) continue;
        throw error;
      }
      pipeline.assertAlive();
      if ('error' in outcome) throw outcome.error;
      return outcome.value;
    }
  }

  #readOnce<T>(
    work: (db: Db) => Promise<T>,
  ): Promise<{ outcome: Outcome<T>; durable: Promise<undefined> }> {
    const { lock, connection, db, scope, pipeline } = this.parts;
    return lock.run(async () => {
      connection.use('read');
      const outcome: Outcome<T> = await db
        .connection()
        .execute((held) => scope.run('read', () => work(held)))
        .then(
          (value) => ({ value }),
          (error: unknown) => ({ error }),
        );
      const durable = pipeline.whenDurable();
      durable.catch(() => undefined);
      return { outcome, durable };
    });
  }

  async write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    this.#assertUsable('write');
    const { outcome, durable } = await this.parts.lock.run(() => this.#writeAlone(work));
    await durable;
    if ('error' in outcome) throw outcome.error;
    return outcome.value;
  }

  async #writeAlone<T>(
    work: (tx: Tx) => Promise<T>,
  ): Promise<{ outcome: Outcome<T>; durable: Promise<undefined> }> {
    const { connection, db, scope, pipeline, listeners } = this.parts;
    pipeline.assertAlive();
    if (pipeline.full) await pipeline.probe();
    connection.use('transaction');
    let used: Tx | undefined;
    const outcome: Outcome<T> = await db
      .transaction()
      .execute((tx) => {
        used = tx;
        return scope.run('write', () => work(tx));
      })
      .then(
        (value) => ({ value }),
        (error: unknown) => ({ error }),
      );
    const tell = (): void => {
      if (used) listeners.tell(used);
    };
    const [statements = []] = connection.takeCommits();
    // Even a refusal may rest on what is not durable yet.
    const durable =
      'error' in outcome
        ? pipeline.whenDurable()
        : statements.length > 0
          ? pipeline.append(statements, tell)
          : pipeline.whenDurable().then(() => {
              tell();
              return undefined;
            });
    durable.catch(() => undefined);
    return { outcome, durable };
  }

  onDidCommit(listener: (tx: Tx) => void): { dispose(): void } {
    return this.parts.listeners.add(listener);
  }

  stats(): Promise<StoreStats> {
    const { directory, connection, lock } = this.parts;
    return lock.run(() =>
      Promise.resolve({ location: directory, sizeBytes: connection.image.sizeBytes }),
    );
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    const { lock, shut } = this.parts;
    await lock.run(() => Promise.resolve());
    await shut();
  }

  #assertUsable(kind: 'read' | 'write'): void {
    this.parts.scope.assertFree(kind);
    if (this.#closing) throw new StoreUnavailableError('The store is closed.');
    this.parts.pipeline.assertAlive();
  }
}

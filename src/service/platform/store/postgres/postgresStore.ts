import { sql, type Kysely } from 'kysely';
import type { CommitListeners } from '../commitListeners.js';
import type { ExclusiveLock } from '../exclusiveLock.js';
import type { Database } from '../schema.js';
import type { Db, Store, StoreStats, Tx } from '../store.js';
import { StoreUnavailableError } from '../storeErrors.js';
import type { UseScope } from '../useScope.js';
import type { Ownership } from './ownership.js';
import { postgresFailure } from './postgresFailure.js';

export interface PostgresParts {
  readonly location: string;
  readonly epoch: number;
  readonly db: Kysely<Database>;
  readonly ownership: Ownership;
  readonly lock: ExclusiveLock;
  readonly scope: UseScope;
  readonly listeners: CommitListeners;
}

/** The same store on a server: its `COMMIT` is the durable record. Writers queue here, reads do not. */
export class PostgresStore implements Store {
  readonly engine = 'postgres';
  readonly notices: readonly string[] = [];
  readonly #running = new Set<Promise<unknown>>();
  #closing: Promise<void> | null = null;

  constructor(private readonly parts: PostgresParts) {}

  get epoch(): number {
    return this.parts.epoch;
  }

  async read<T>(work: (db: Db) => Promise<T>): Promise<T> {
    this.#assertUsable('read');
    const { db, scope } = this.parts;
    return this.#track(
      db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute((snapshot) => scope.run('read', () => work(snapshot))),
    );
  }

  async write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    this.#assertUsable('write');
    const { db, scope, lock, listeners } = this.parts;
    return this.#track(
      lock.run(async () => {
        let used: Tx | undefined;
        const value = await db.transaction().execute(async (tx) => {
          used = tx;
          const result = await scope.run('write', () => work(tx));
          // A failed statement that `work` swallowed would turn COMMIT into a silent rollback.
          await sql`select 1`.execute(tx);
          return result;
        });
        if (used) listeners.tell(used);
        return value;
      }),
    );
  }

  onDidCommit(listener: (tx: Tx) => void): { dispose(): void } {
    return this.parts.listeners.add(listener);
  }

  async stats(): Promise<StoreStats> {
    const { rows } = await this.#track(
      sql<{ size: number }>`select pg_database_size(current_database()) as size`.execute(
        this.parts.db,
      ),
    );
    return { location: this.parts.location, sizeBytes: rows[0]?.size ?? 0 };
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await Promise.allSettled(this.#running);
    await this.parts.db.destroy();
    await this.parts.ownership.release();
  }

  async #track<T>(work: Promise<T>): Promise<T> {
    this.#running.add(work);
    try {
      return await work;
    } catch (error) {
      throw postgresFailure(error, this.parts.location);
    } finally {
      this.#running.delete(work);
    }
  }

  #assertUsable(kind: 'read' | 'write'): void {
    this.parts.scope.assertFree(kind);
    if (this.#closing) throw new StoreUnavailableError('The store is closed.');
  }
}

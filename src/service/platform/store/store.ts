import type { Kysely, Transaction } from 'kysely';
import type { Database } from './schema.js';

/** Reads: a consistent, durable state. */
export type Db = Kysely<Database>;
/** Writes: the open transaction. Repositories take it first and never use `Db` while one is open. */
export type Tx = Transaction<Database>;

export type StoreEngine = 'sqljs' | 'postgres';

/** One owner's view of all state. Engines: `sqljs/` (a cache of a journal) and `postgres/` (a team). */
export interface Store {
  readonly engine: StoreEngine;
  /** Grows by one with each opening; the second fence behind the owner lock, and the events' epoch. */
  readonly epoch: number;
  /** What opening had to repair, in sentences for a person. Empty when all was well. */
  readonly notices: readonly string[];
  /** Runs `work` and answers once everything it could have seen is durable. */
  read<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /**
   * Runs `work` in one transaction; resolves after the commit is durable. Rolls back when `work` throws.
   * @throws StoreFullError when the disk is full: nothing was acknowledged, reads go on.
   */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Called in commit order, after the commit is durable and before `write` resolves. */
  onDidCommit(listener: (tx: Tx) => void): { dispose(): void };
  stats(): Promise<StoreStats>;
  /** Waits for running work, makes everything durable, lets go of the files. Idempotent. */
  close(): Promise<void>;
}

export interface StoreStats {
  /** Folder of the files, or the server's URL without a password. */
  readonly location: string;
  readonly sizeBytes: number;
}

/** Migrates to the newest schema and opens. Only ever called by the process that holds the owner lock. */
export interface OpenStoreOptions {
  /** Folder of the sql.js engine's files. */
  readonly directory: string;
  /** Use PostgreSQL instead: a connection URL. */
  readonly postgresUrl?: string;
  /** The engine cannot go on (a failed sync, a lost fence): the process has to end with this reason. */
  readonly onFatal: (reason: Error) => void;
  readonly now: () => Date;
}

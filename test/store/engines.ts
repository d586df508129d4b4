import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { NoMigrations } from 'kysely';
import { openPostgresStore } from '../../src/service/platform/store/postgres/postgresEngine.js';
import { openSqljsStore } from '../../src/service/platform/store/sqljs/sqljsEngine.js';
import type { Store } from '../../src/service/platform/store/store.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';

export interface Opening {
  readonly migrateTo?: string | NoMigrations;
  readonly holdLimitMs?: number;
}

/** One empty place that a store can be opened in again and again. */
export interface Place {
  open(opening?: Opening): Promise<Store>;
}

/** An engine as the contract suite sees it. */
export interface Engine {
  readonly name: 'sqljs' | 'postgres';
  start(): Promise<void>;
  place(): Promise<Place>;
  stop(): Promise<void>;
}

const now = (): Date => new Date();
/** A store that cannot go on has failed its test. */
export const onFatal = (reason: Error): never => {
  throw reason;
};

function sqljs(): Engine {
  const folders: string[] = [];
  return {
    name: 'sqljs',
    start: () => Promise.resolve(),
    async place() {
      const directory = await mkdtemp(path.join(os.tmpdir(), 'quantum-store-'));
      folders.push(directory);
      return { open: (opening) => openSqljsStore({ directory, onFatal, now }, opening) };
    },
    async stop() {
      for (const folder of folders) await rm(folder, { recursive: true, force: true });
    },
  };
}

function postgres(): Engine {
  let server: TestPostgres | undefined;
  return {
    name: 'postgres',
    async start() {
      server = await startPostgres();
    },
    async place() {
      const postgresUrl = await server!.createDatabase();
      const options = { directory: '', postgresUrl, onFatal, now };
      return { open: (opening) => openPostgresStore(options, opening) };
    },
    async stop() {
      await server?.stop();
    },
  };
}

/** The contract holds on each of them. */
export const engines: readonly Engine[] = [sqljs(), postgres()];

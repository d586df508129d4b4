import type { Client } from 'pg';
import { StoreUnavailableError } from '../storeErrors.js';

export interface Ownership {
  release(): Promise<void>;
}

/** Any number, the same for all versions of the product; locks are per database. */
const lockKey = 7_163_001;
const patienceMs = 5_000;

/**
 * Holds an advisory lock on a connection of its own: one service owns the database, and PostgreSQL
 * frees it when that service dies. A lock that is lost while held is fatal.
 * @throws StoreUnavailableError when the server cannot be reached, or another service stays.
 */
export async function holdOwnership(
  client: Client,
  location: string,
  onFatal: (reason: Error) => void,
): Promise<Ownership> {
  let released = false;
  const lost = (): void => {
    if (released) return;
    released = true;
    onFatal(new StoreUnavailableError(`The connection to the store on ${location} was lost.`));
  };
  try {
    await client.connect();
    // Waits for an owner that is just leaving, by the server, not by asking again and again.
    await client.query(`SET lock_timeout = ${patienceMs}`);
    await client.query('SELECT pg_advisory_lock($1)', [lockKey]);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw refusal(error, location);
  }
  client.on('error', lost);
  client.on('end', lost);
  return {
    async release() {
      released = true;
      await client.end().catch(() => undefined);
    },
  };
}

function refusal(error: unknown, location: string): StoreUnavailableError {
  const lockNotAvailable = '55P03';
  if (error instanceof Error && 'code' in error && error.code === lockNotAvailable) {
    return new StoreUnavailableError(
      `The store on ${location} is in use by another Quantum Admin service.`,
      'Stop that service, or use another database.',
      { cause: error },
    );
  }
  const why = error instanceof Error ? error.message : String(error);
  return new StoreUnavailableError(
    `The PostgreSQL server of the store (${location}) does not let us in: ${why}`,
    'Check that it runs, and that QUANTUM_ADMIN_POSTGRES names the right database, user and password.',
    { cause: error },
  );
}

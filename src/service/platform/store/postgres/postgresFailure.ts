import { StoreFullError, StoreUnavailableError } from '../storeErrors.js';

/** SQLSTATE classes that say "the server is not there" or "it cannot now". */
const unavailable = /^(?:08|57P|53[^1])/;
const network = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOENT']);

/** The store's own error for what is the server's fault; everything else as it came. */
export function postgresFailure(error: unknown, location: string): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === '53100') return new StoreFullError(location, { cause: error });
  const gone = error.message.startsWith('Connection terminated');
  if (!gone && !network.has(code) && !unavailable.test(code)) return error;
  return new StoreUnavailableError(
    `The PostgreSQL server of the store (${location}) does not answer.`,
    'Check that it runs; nothing confirmed is lost.',
    { cause: error },
  );
}

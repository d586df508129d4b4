import type { Failure } from './driver.js';

const passing = new Set([
  ...[
    'ECONNREFUSED',
    'ECONNRESET',
    'EPIPE',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'PROTOCOL_CONNECTION_LOST',
  ],
]);

/** What every client says about the way to the server. A server that starts refuses, then resets. */
export function networkFailure(error: unknown): Failure {
  const { code = '', message } = error as { code?: string; message: string };
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    const repair = 'Check the name of the host.';
    return { code: 'host-unknown', message, repair, passing: false };
  }
  const lost = /terminated|timeout|timed out|closed|socket hang up|ended unexpectedly/i.test(
    message,
  );
  if (passing.has(code) || lost) {
    const repair = 'Check that the server runs, and its host and port.';
    return { code: 'server-unreachable', message: message || code, repair, passing: true };
  }
  return {
    code: 'database-error',
    message: message || String(error),
    repair: null,
    passing: false,
  };
}

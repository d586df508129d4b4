import pino, { type Logger } from 'pino';
import pinoRoll from 'pino-roll';
import path from 'node:path';
import { maskedStream } from './maskedStream.js';

export interface ServiceLogOptions {
  readonly directory: string;
  readonly version: string;
  /** Values that may never be written, whatever object or message they are in. */
  readonly secrets: readonly string[];
  readonly level?: pino.Level;
  /** Largest file, as pino-roll reads it; default `10m`. */
  readonly size?: string;
}

/** The service's log, and the one thing it needs at the end. */
export interface ServiceLog {
  readonly log: Logger;
  /** Everything logged so far is in the file. */
  readonly close: () => Promise<void>;
}

const secretFields = [
  'password',
  'secret',
  'token',
  'authorization',
  'cookie',
  'connectionUrl',
  'postgresUrl',
];

/**
 * JSON lines in `service.<n>.log`, 3 × 10 MB, rotated by a stream (a worker would not survive bundling).
 * Written through at once: the last line before a kill is the one that is looked for.
 */
export async function openServiceLog(options: ServiceLogOptions): Promise<ServiceLog> {
  const file = await pinoRoll({
    file: path.join(options.directory, 'service'),
    extension: '.log',
    size: options.size ?? '10m',
    limit: { count: 3, removeOtherLogFiles: true },
    mkdir: true,
    sync: true,
    mode: 0o600,
  });
  // A full disk may cost lines, never the service.
  file.on('error', () => undefined);
  const log = pino(
    {
      level: options.level ?? 'info',
      base: { pid: process.pid, version: options.version },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
        censor: '***',
      },
    },
    maskedStream(file, options.secrets),
  );
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      file.once('close', resolve);
      file.end();
    });
  return { log, close };
}

import { utimes } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from 'pino';

const everyMs = 12 * 60 * 60_000;

/**
 * Keeps the copy this service runs from fresh, since clients remove copies nobody touched for a week.
 * Nothing to do when it runs from elsewhere, such as a build.
 */
export function keepRuntimeFresh(
  runtimeFolder: string,
  directory: string,
  log: Logger,
): { dispose(): void } {
  if (path.dirname(directory) !== runtimeFolder) return { dispose: () => undefined };
  const touch = (): void => {
    utimes(directory, new Date(), new Date()).catch((error: unknown) =>
      log.warn({ err: error, directory }, 'the runtime could not be marked as in use'),
    );
  };
  const timer = setInterval(touch, everyMs);
  timer.unref();
  return { dispose: () => clearInterval(timer) };
}

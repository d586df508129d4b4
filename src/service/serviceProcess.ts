import { serviceExit } from '../protocol/serviceExit.js';
import { isAppError } from './platform/problem.js';
import { startService, type StartOptions } from './startService.js';

export interface ProcessOptions extends StartOptions {
  /** Runs once, after the first second of service: what can wait until then. */
  onListening?(): void;
}

const quietMs = 1_000;

/** Runs the service as this process: signals stop it in order, and the process ends with it. */
export async function runServiceProcess(options: ProcessOptions): Promise<never> {
  const service = await startService(options).catch((error: unknown) => leaveBecause(error));
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGBREAK'] as const) {
    if (signal === 'SIGBREAK' && process.platform !== 'win32') continue;
    process.on(signal, () => void service.stop(signal));
  }
  process.on('unhandledRejection', (reason) =>
    service.log.error({ err: reason }, 'a promise was rejected and nobody cared'),
  );
  process.on('uncaughtException', (error) => service.crash(error));
  setTimeout(() => {
    try {
      options.onListening?.();
    } catch (error) {
      service.log.warn({ err: error }, 'something that could wait went wrong');
    }
  }, quietMs).unref();
  const { code } = await service.ended;
  process.exit(code);
}

/** The reason is in the log; the starter's own log gets it as a sentence. */
function leaveBecause(error: unknown): never {
  const unavailable = isAppError(error) && error.code === 'store-unavailable';
  const sentence = isAppError(error)
    ? [error.detail, error.repair].filter(Boolean).join(' ')
    : error instanceof Error
      ? (error.stack ?? error.message)
      : String(error);
  process.stderr.write(`${new Date().toISOString()} [${process.pid}] ${sentence}\n`);
  process.exit(unavailable ? serviceExit.storeUnavailable : serviceExit.crashed);
}

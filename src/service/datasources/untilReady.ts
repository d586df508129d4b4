import type { Failure } from './drivers/driver.js';
import { DatasourceFailure } from './datasourceFailure.js';

export interface UntilReadyOptions<T> {
  attempt(): Promise<T>;
  explain(error: unknown): Failure;
  /** Told of every attempt that failed and will be followed by another. */
  onAttempt(count: number, failure: Failure): void;
  readonly patienceMs: number;
  readonly signal: AbortSignal;
}

const firstPauseMs = 15;
const longestPauseMs = 1_000;
/** Of the time it took so far: whoever waits for a server hardly waits longer for our asking. */
const pauseShare = 0.04;
/** However slow each of them is: the server gets this many. */
const fewestAttempts = 30;

/**
 * Asks until the server answers. A failure that cannot pass by itself is final at once.
 * @throws DatasourceFailure; the reason of the signal.
 */
export async function untilReady<T>(options: UntilReadyOptions<T>): Promise<T> {
  const { signal, patienceMs } = options;
  const began = performance.now();
  const deadline = began + patienceMs;
  for (let count = 1; ; count += 1) {
    signal.throwIfAborted();
    try {
      return await options.attempt();
    } catch (error) {
      signal.throwIfAborted();
      // The attempt knows better than the client that there is nothing to wait for.
      if (error instanceof DatasourceFailure) throw error;
      const failure = options.explain(error);
      const { code, message, repair } = failure;
      if (!failure.passing)
        throw new DatasourceFailure(code, message, repair, [], { cause: error });
      if (performance.now() > deadline && count >= fewestAttempts) {
        const seconds = Math.round(patienceMs / 1_000);
        const text = `The server did not answer within ${seconds} s (${count} attempts): ${message}`;
        throw new DatasourceFailure(code, text, repair, [], { cause: error });
      }
      options.onAttempt(count, failure);
    }
    const pause = (performance.now() - began) * pauseShare;
    await paused(Math.min(longestPauseMs, Math.max(firstPauseMs, pause)), signal);
  }
}

function paused(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}

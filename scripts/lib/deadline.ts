import { setTimeout as delay } from 'node:timers/promises';

/**
 * Asks `probe` again until it answers something other than undefined, false or null.
 * @throws Error saying what was waited for, with the last error, after `limitMs`.
 */
export async function until<T>(
  what: string,
  probe: () => Promise<T> | T,
  limitMs = 15_000,
  everyMs = 50,
): Promise<NonNullable<Exclude<T, false>>> {
  const deadline = performance.now() + limitMs;
  let last: unknown;
  for (;;) {
    try {
      const value = await probe();
      last = undefined;
      if (value !== undefined && value !== null && value !== false) {
        return value as NonNullable<Exclude<T, false>>;
      }
    } catch (error) {
      last = error;
    }
    if (performance.now() > deadline) {
      throw new Error(`Not within ${limitMs} ms: ${what}`, { cause: last });
    }
    await delay(everyMs);
  }
}

/** The value, or an Error naming `what` after `limitMs`. The work itself is not stopped. */
export async function within<T>(what: string, work: Promise<T>, limitMs: number): Promise<T> {
  const controller = new AbortController();
  const late = delay(limitMs, undefined, { signal: controller.signal }).then(() => {
    throw new Error(`Not within ${limitMs} ms: ${what}`);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    controller.abort();
    late.catch(() => undefined);
  }
}

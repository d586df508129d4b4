import { setTimeout as pause } from 'node:timers/promises';

/** Asks again until the answer is truthy, and gives it. @throws when the deadline passes, naming `what`. */
export async function eventually<T>(
  look: () => T | Promise<T>,
  options: { withinMs: number; what: string; everyMs?: number },
): Promise<NonNullable<T>> {
  const deadline = Date.now() + options.withinMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > deadline) {
      throw new Error(`Waited ${options.withinMs} ms in vain for ${options.what}.`);
    }
    await pause(options.everyMs ?? 25);
  }
}

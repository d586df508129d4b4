import type { TestContext } from 'node:test';

const stacks = new WeakMap<TestContext, (() => unknown)[]>();

/** Runs after the test, the last registered first: what was opened last is closed first. */
export function cleanUp(t: TestContext, work: () => unknown): void {
  const stack = stacks.get(t);
  if (stack) {
    stack.push(work);
    return;
  }
  const begun = [work];
  stacks.set(t, begun);
  t.after(async () => {
    const failures: unknown[] = [];
    for (const one of begun.reverse()) {
      try {
        await one();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'cleaning up failed');
  });
}

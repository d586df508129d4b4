import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nothing, type Outcome } from '../../scripts/lib/testing/outcome.js';
import { sideBySide } from '../../scripts/lib/testing/sideBySide.js';

test('what comes of each counts, whichever ends first', async () => {
  const ends: (() => void)[] = [];
  let running = 0;
  let most = 0;
  const works = [1, 2, 4, 8, 16].map((passed, at) => async (): Promise<Outcome> => {
    running += 1;
    most = Math.max(most, running);
    // The first goes on until all others have ended.
    await new Promise<void>((resolve) => (at === 0 ? ends.push(resolve) : setImmediate(resolve)));
    running -= 1;
    if (at === 4) for (const end of ends) end();
    const failures = [{ name: `test ${at}`, where: null, message: 'no', file: null }];
    return { ...nothing, passed, failures };
  });
  const total = await sideBySide(works, 2);
  assert.deepEqual([total.passed, total.failures.length, most], [31, 5, 2]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  QuietMemory,
  collectGarbage,
} from '../../../src/service/platform/lifecycle/quietMemory.js';

test('memory is given back once nothing has happened for a while, and again after each time of work', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let collected = 0;
  const memory = new QuietMemory({ quietMs: 20_000, collect: () => (collected += 1) });
  t.mock.timers.tick(19_000);
  memory.happened();
  t.mock.timers.tick(19_000);
  assert.equal(collected, 0, 'who works is not held up');
  t.mock.timers.tick(1_000);
  assert.equal(collected, 1);
  t.mock.timers.tick(100_000);
  assert.equal(collected, 1, 'once is enough');
  memory.happened();
  t.mock.timers.tick(20_000);
  assert.equal(collected, 2);
  memory.happened();
  memory.dispose();
  t.mock.timers.tick(20_000);
  assert.equal(collected, 2);
});

test('what nobody holds is gone after a collection', () => {
  const held = new WeakRef({ list: new Array<number>(1_000_000).fill(1.5) });
  // A WeakRef keeps what it holds until the turn ends.
  return new Promise<void>((resolve, reject) => {
    setImmediate(() => {
      collectGarbage();
      try {
        assert.equal(held.deref(), undefined);
        resolve();
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
  });
});

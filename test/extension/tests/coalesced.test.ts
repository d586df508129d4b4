import assert from 'node:assert/strict';
import test from 'node:test';
import { coalesced } from '../../../src/extension/platform/coalesced.js';
import { settled } from '../support.js';

test('calls during a run cause one more, and never two at a time', async () => {
  const ends: (() => void)[] = [];
  let runs = 0;
  const call = coalesced(async () => {
    runs += 1;
    await new Promise<void>((resolve) => ends.push(resolve));
  });
  const first = call();
  void call();
  const last = call();
  await settled();
  assert.equal(runs, 1);
  ends[0]?.();
  await settled();
  assert.equal(runs, 2);
  ends[1]?.();
  await Promise.all([first, last]);
  void call();
  await settled();
  assert.equal(runs, 3, 'after the end it runs again');
  ends[2]?.();
});

test('a call in the moment a run ends is not lost', async () => {
  for (let late = 0; late < 8; late += 1) {
    let runs = 0;
    const call = coalesced(() => {
      runs += 1;
      return Promise.resolve();
    });
    void call();
    for (let turn = 0; turn < late; turn += 1) await Promise.resolve();
    await call();
    assert.equal(runs, 2, `${late} turns after the first`);
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PullCount } from '../../../src/service/platform/docker/pullStream.js';

const downloading = (id: string, current: number, total: number): string =>
  JSON.stringify({ id, status: 'Downloading', progressDetail: { current, total } });

test('a pull tells its rate once it can, of the last seconds, and not of layers that were there at once', () => {
  let at = 0;
  const count = new PullCount(() => at);
  const text = (line: string): string => count.add(line)?.text ?? '';
  assert.equal(text(downloading('a', 50e6, 50e6)), '0 of 1 layers, 50 of 50 MB');
  at = 900;
  assert.equal(text(downloading('b', 1e6, 100e6)), '0 of 2 layers, 51 of 150 MB');
  at = 2_000;
  assert.match(text(downloading('b', 5e6, 100e6)), /55 of 150 MB, 2\.5 MB\/s$/);
  // It comes ten times as fast: soon the slow beginning counts no more.
  for (at = 3_000; at <= 12_000; at += 1_000)
    text(downloading('b', 5e6 + (at - 2_000) * 5e3, 100e6));
  at = 12_500;
  assert.match(text(downloading('b', 57.5e6, 100e6)), /, 5\.0 MB\/s$/);
});

import assert from 'node:assert/strict';
import test from 'node:test';
import { expectedActual } from '../../../src/extension/tests/expectedActual.js';

const worded: readonly [string, string, string][] = [
  ['expected flash "Added: Milk", got "Added: Saw"', 'Added: Milk', 'Added: Saw'],
  ['expected flash "Added", got no flash', 'Added', 'no flash'],
  ['expected status 302, got 200 — the request failed: no such table', '302', '200'],
  ['expected a redirect to /cart, got /login', '/cart', '/login'],
  [
    'expected a redirect to /cart, got status 200 and no redirect',
    '/cart',
    'status 200 and no redirect',
  ],
  ['expected 1 rows in "products" where name=\'Saw\', found 0', '1', '0'],
  ['expected total = "3", got "4"', '3', '4'],
  ['expected at most 2 queries in GET /, it ran 3: SELECT 1; SELECT 2', 'at most 2', '3'],
  ['expected the page (/) to show "Hello"; it shows: Good\nbye "x"', 'Hello', 'Good\nbye "x"'],
  ['expected the error on "a" to be "too long", got "too short"', 'too long', 'too short'],
];

for (const [message, expected, actual] of worded) {
  test(`both sides of: ${message}`, () => {
    assert.deepEqual(expectedActual(message), { expected, actual });
  });
}

test('what names no two sides has none', () => {
  for (const message of ['the server answered 500: no such table', 'expected rows, found none']) {
    assert.equal(expectedActual(message), null);
  }
});

test('the text of a whole page is broken between its words, none of them lost', () => {
  const shown = Array.from({ length: 40 }, (_, at) => `word${at}`).join(' ');
  const message = `expected the page (/) to show "Goodbye"; it shows: ${shown}`;
  const actual = expectedActual(message)?.actual ?? '';
  const lines = actual.split('\n');
  assert.ok(lines.length > 3);
  assert.ok(lines.every((line) => line.length <= 55));
  assert.equal(lines.join(' '), shown);
});

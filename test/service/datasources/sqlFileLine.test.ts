import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atLine, lineOf } from '../../../src/protocol/sqlFileLine.js';

test('the line of a file is found in what was told of it, and in nothing else', () => {
  assert.equal(
    lineOf(atLine('a, line 2: b.sql', 17, 'no such table: x, line 3: y'), 'a, line 2: b.sql'),
    17,
  );
  assert.equal(lineOf(atLine('shop.sql', '4', ''), 'shop.sql'), 4);
  assert.equal(lineOf('shop.sql, line 4: ', 'other.sql'), undefined);
  assert.equal(lineOf('There is no psql on this machine.', 'shop.sql'), undefined);
});

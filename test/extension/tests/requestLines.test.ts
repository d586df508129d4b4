import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { requestLines } from '../../../src/extension/tests/requestLines.js';

const root = path.resolve('/apps/shop');
const request = {
  ...{ method: 'GET', path: '/cart', status: 200, ms: 12.4, page: 'components/cart.q' },
  ...{ action: null, redirect: null, error: null, where: null, queries: [] },
};

test('a request is a line, with where it led and the action it ran', () => {
  assert.deepEqual(requestLines([request], root), ['GET /cart  200  12 ms']);
  const posted = { ...request, method: 'POST', status: 302, action: 'add' };
  const lines = requestLines([{ ...posted, redirect: 'http://localhost/cart' }], root);
  assert.deepEqual(lines, ['POST /cart  302  12 ms  add  → /cart']);
});

test('what failed is told with its place as a terminal opens it', () => {
  const where = { file: 'components/cart.q', line: 7 };
  const lines = requestLines([{ ...request, status: 500, error: 'no such table', where }], root);
  assert.deepEqual(lines.slice(1), [
    '    no such table',
    `    ${path.join(root, 'components/cart.q')}:7`,
  ]);
});

test('statements are told with what went in, how long they took and what came out', () => {
  const query = {
    ...{ datasource: 'db', sql: 'SELECT 1 WHERE :id = 2', params: { id: '2' }, ms: 0.36, rows: 1 },
    error: null,
  };
  const lines = requestLines([{ ...request, queries: [query] }], root);
  assert.deepEqual(lines.slice(1), ['    SELECT 1 WHERE :id = 2  0.4 ms  1 row', '      id=2']);
});

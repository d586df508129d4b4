import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newFileNameProblem, pathOfPage } from '../../../src/extension/newFile/newFileName.js';

test('the path of a page is an address the framework answers', () => {
  for (const name of [
    'about',
    'orders/index',
    'orders/[id]',
    'docs/[...rest]',
    '/about.q',
    'a-b/c_d',
  ])
    assert.equal(newFileNameProblem('page', name), undefined, name);
  assert.equal(newFileNameProblem('page', 'order history'), 'address');
  assert.equal(newFileNameProblem('form', 'orders/[bad-name]'), 'address');
  assert.equal(newFileNameProblem('page', 'orders//x'), 'address');
  assert.equal(newFileNameProblem('page', '../x'), 'address');
  assert.equal(newFileNameProblem('page', '_parts/row'), 'hidden');
  assert.equal(newFileNameProblem('page', ' '), 'empty');
  assert.equal(pathOfPage(' /orders/new.q '), 'orders/new');
});

test('a component is named so that a call is told from an element', () => {
  assert.equal(newFileNameProblem('component', 'OrderCard'), undefined);
  for (const name of ['orderCard', 'A', 'ABC', 'Order Card', 'Order/Card'])
    assert.equal(newFileNameProblem('component', name), 'component', name);
});

test('a test is for an address', () => {
  assert.equal(newFileNameProblem('test', '/orders/[id]'), undefined);
  assert.equal(newFileNameProblem('test', 'orders'), 'route');
});

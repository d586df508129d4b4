import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemError } from '../../../src/client/problemError.js';
import { Disposables } from '../../../src/extension/platform/disposables.js';
import { LogTail } from '../../../src/extension/platform/logTail.js';
import { problemCode, problemMessage } from '../../../src/extension/platform/problemMessage.js';
import { Signal } from '../../../src/extension/platform/signal.js';

test('a person reads the problem’s own words and what to do', () => {
  const error = new ProblemError({
    type: 'urn:quantum-admin:problem:name-taken',
    title: 'The name is taken',
    status: 409,
    code: 'name-taken',
    detail: 'Taken.',
    repair: 'Choose another.',
    requestId: 'r1',
  });
  assert.deepEqual(problemMessage(error), { detail: 'Taken.', repair: 'Choose another.' });
  assert.equal(problemCode(error), 'name-taken');
});

test('anything that is thrown has a message', () => {
  assert.equal(problemMessage(new Error('boom')).detail, 'boom');
  assert.equal(problemMessage('text').detail, 'text');
  assert.equal(problemMessage(undefined).detail, 'undefined');
});

test('a listener that is given back hears nothing more; registering twice hears twice', () => {
  const signal = new Signal<number>();
  const heard: number[] = [];
  const listener = (value: number): void => void heard.push(value);
  const first = signal.on(listener);
  signal.on(listener);
  signal.fire(1);
  first.dispose();
  signal.fire(2);
  assert.deepEqual(heard, [1, 1, 2]);
  assert.equal(signal.size, 1);
});

test('what is owned is disposed once, the newest first', () => {
  const owned = new Disposables();
  const order: string[] = [];
  for (const name of ['a', 'b']) owned.add({ dispose: () => order.push(name) });
  owned.dispose();
  owned.dispose();
  assert.deepEqual(order, ['b', 'a']);
});

test('a log’s tail keeps the newest lines', () => {
  const tail = new LogTail(2);
  for (const line of ['1', '2', '3']) tail.add(line);
  assert.deepEqual(tail.lines, ['2', '3']);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nothing, type Failure, type Outcome } from '../../scripts/lib/testing/outcome.js';
import { secondLook } from '../../scripts/lib/testing/secondLook.js';

const failure = (name: string, file: string | null): Failure => ({
  name,
  file,
  where: file,
  message: `${name} failed`,
});

const failed = (...failures: readonly Failure[]): Outcome => ({ ...nothing, passed: 7, failures });

test('what passes alone no longer fails the run, and is told as unsteady', async () => {
  const first = failure('a journey', '/e2e/a.test.ts');
  const total = await secondLook(failed(first), () => Promise.resolve({ ...nothing, passed: 5 }));
  assert.deepEqual([total.passed, total.failures, total.unsteady], [8, [], [first]]);
});

test('what fails alone too has failed, and says what it said then', async () => {
  const again = failure('a journey, again', '/e2e/a.test.ts');
  const total = await secondLook(failed(failure('a journey', '/e2e/a.test.ts')), () =>
    Promise.resolve(failed(again)),
  );
  assert.deepEqual([total.passed, total.failures, total.unsteady], [7, [again], []]);
});

test('each file runs once, however many of its tests failed', async () => {
  const ran: string[] = [];
  await secondLook(failed(failure('a', '/x'), failure('b', '/x'), failure('c', '/y')), (file) => {
    ran.push(file);
    return Promise.resolve(nothing);
  });
  assert.deepEqual(ran, ['/x', '/y']);
});

test('four files that fail, and what is not of a file, have failed at once', async () => {
  const never = (): Promise<Outcome> => Promise.reject(new Error('ran again'));
  const many = failed(...['/a', '/b', '/c', '/d'].map((file) => failure('t', file)));
  assert.equal(await secondLook(many, never), many);
  const check = failed(failure('lint', null), failure('t', '/a'));
  assert.equal(await secondLook(check, never), check);
  const fine = { ...nothing, passed: 3 };
  assert.equal(await secondLook(fine, never), fine);
});

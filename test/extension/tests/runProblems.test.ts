import assert from 'node:assert/strict';
import test from 'node:test';
import { RunProblems, type RunProblem } from '../../../src/extension/tests/runProblems.js';
import { problemMessage } from '../../../src/extension/platform/problemMessage.js';

const problem = (id: number, detail: string, repair?: string): RunProblem => ({
  project: { id, name: `app${id}` },
  error: Object.assign(new Error(detail), { detail, repair }),
});

const told = (error: unknown): unknown => (error === null ? null : problemMessage(error));

test('one project’s problem is told as it is, those of several in one message with their names', () => {
  const problems = new RunProblems();
  assert.equal(problems.errorOf([], false), null);
  const one = problem(1, 'No Python.', 'Choose one.');
  assert.deepEqual(told(problems.errorOf([one], false)), {
    ...{ detail: 'No Python.', repair: 'Choose one.' },
  });
  assert.deepEqual(told(problems.errorOf([one, problem(2, 'No tests.')], false)), {
    ...{ detail: 'app1: No Python. Choose one. app2: No tests.', repair: undefined },
  });
});

test('saving again tells nothing twice, until the project ran or has another problem', () => {
  const problems = new RunProblems();
  const same = problem(1, 'No Python.');
  assert.ok(problems.errorOf([same], true));
  assert.equal(problems.errorOf([same], true), null);
  assert.ok(problems.errorOf([same], false), 'somebody asked');
  assert.ok(problems.errorOf([problem(1, 'No tests.')], true), 'another problem');
  assert.equal(problems.errorOf([problem(1, 'No tests.')], true), null);
  const both = [problem(1, 'No tests.'), problem(2, 'No Python.')];
  assert.deepEqual(told(problems.errorOf(both, true)), {
    ...{ detail: 'No Python.', repair: undefined },
  });
  problems.ran(1);
  assert.ok(problems.errorOf([problem(1, 'No tests.')], true), 'it ran meanwhile');
});

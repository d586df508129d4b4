import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DoneSteps } from '../../../src/extension/walkthrough/doneSteps.js';

function stepsWith(kept: readonly string[] = []): {
  steps: DoneSteps;
  told: string[];
  memory: () => readonly string[];
} {
  let memory = kept;
  const told: string[] = [];
  const steps = new DoneSteps(
    { get: () => memory, keep: (next) => void (memory = next) },
    (key, value) => void told.push(`${key} ${String(value)}`),
  );
  return { steps, told, memory: () => memory };
}

test('a step that is done is told once, for a moment, and kept', () => {
  const { steps, told, memory } = stepsWith();
  steps.done('doctor');
  steps.done('doctor');
  assert.deepEqual(told, ['quantum.done.doctor true', 'quantum.done.doctor false']);
  assert.deepEqual(memory(), ['doctor']);
});

test('a walkthrough that opens later hears of every step, those of earlier sessions too', () => {
  const { steps, told } = stepsWith(['project', 'view']);
  steps.tell();
  const risen = told.filter((line) => line.endsWith('true'));
  assert.deepEqual(risen, ['quantum.done.project true', 'quantum.done.view true']);
});

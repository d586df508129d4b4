import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeReports } from '../../src/extension/doctor/mergeReports.js';
import type { Check } from '../../src/protocol/doctor.js';

const check = (id: Check['id'], projectId: number | null): Check => ({
  id,
  title: id,
  state: 'ok',
  sentence: '',
  projectId,
  repairs: [],
});

test('in a window of several projects the doctor speaks of each, and of the machine once', () => {
  const report = (project: number): { checks: Check[] } => ({
    checks: [check('framework', project), check('docker', null), check('store', null)],
  });
  const { checks } = mergeReports([report(1), report(2)]);
  assert.deepEqual(
    checks.map(({ id, projectId }) => [id, projectId]),
    [
      ['framework', 1],
      ['docker', null],
      ['store', null],
      ['framework', 2],
    ],
  );
  assert.deepEqual(mergeReports([]), { checks: [] });
});

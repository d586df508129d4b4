import assert from 'node:assert/strict';
import test from 'node:test';
import type { Db } from '../../../src/service/platform/store/store.js';
import { RunReader } from '../../../src/service/tests/runReader.js';
import type {
  TestResultRepository,
  TestResultRow,
} from '../../../src/service/tests/testResultRepository.js';

const db = {} as unknown as Db;

/** Results as they come, and how many of them were read. */
class Results {
  readonly rows: TestResultRow[] = [];
  read = 0;

  add(suite: string, status: string): void {
    const id = this.rows.length + 1;
    const file = `tests/${suite}.test.q`;
    const row = { id, suite_name: suite, test_file: file, status, duration_ms: 2, hollow: null };
    this.rows.push(row as TestResultRow);
  }

  ofRun(_db: Db, _runId: number, after: number): Promise<TestResultRow[]> {
    const found = this.rows.filter(({ id }) => id > after);
    this.read += found.length;
    return Promise.resolve(found);
  }
}

test('who follows a run has each result read once, and all of them added up', async () => {
  const results = new Results();
  const reader = new RunReader(results as unknown as TestResultRepository);
  for (let last = 0; last < 200; last += 1) {
    results.add(`suite${last % 3}`, last % 4 === 0 ? 'failed' : 'passed');
    const { suites, results: fresh } = await reader.read(db, 1, last);
    assert.deepEqual(
      fresh.map(({ id }) => id),
      [last + 1],
    );
    assert.equal(
      suites.reduce((sum, { total }) => sum + total, 0),
      last + 1,
    );
  }
  assert.equal(results.read, 200);
  const whole = await reader.read(db, 1, 0);
  assert.equal(whole.results.length, 200);
  assert.deepEqual(
    whole.suites.map(({ suite, total, durationMs }) => [suite, total, durationMs]),
    [
      ['suite0', 67, 134],
      ['suite1', 67, 134],
      ['suite2', 66, 132],
    ],
  );
});

test('who joins late, or asks again for what is old, misses nothing and counts nothing twice', async () => {
  const results = new Results();
  const reader = new RunReader(results as unknown as TestResultRepository);
  for (let one = 0; one < 5; one += 1) results.add('suite', 'passed');
  const late = await reader.read(db, 1, 3);
  assert.deepEqual([late.results.length, late.suites[0]?.total], [2, 5]);
  const again = await reader.read(db, 1, 1);
  assert.deepEqual([again.results.length, again.suites[0]?.total], [4, 5]);
});

import assert from 'node:assert/strict';
import test from 'node:test';
import { endOf } from '../../../src/service/datasources/containerState.js';
import type { DatasourceRow } from '../../../src/service/datasources/datasourceRows.js';

const row = (status: DatasourceRow['status'], autoStart = true): DatasourceRow =>
  ({ status, auto_start: autoStart ? 1 : 0 }) as DatasourceRow;

test('a container that ends is told at once as what it most likely is: stopped, coming back, or failed', () => {
  const status = (of: DatasourceRow, code: number): unknown => endOf(of, code).status;
  assert.equal(status(row('running'), 137), 'stopped');
  assert.equal(status(row('stopping'), 1), 'stopped');
  assert.equal(status(row('running'), 1), 'restarting');
  assert.equal(status(row('running', false), 1), 'exited');
  assert.equal(status(row('deleting'), 0), 'deleting');
  // Seen after its end already, and stopped for good: this is told late.
  assert.equal(status(row('exited'), 1), 'exited');
  const told = endOf(row('running'), 0);
  assert.deepEqual([told.health_status, told.started_at], ['unknown', null]);
});

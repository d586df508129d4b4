// What a client of the HTTP API may count on is the same over a team's PostgreSQL: the tests are the same.
import '../support/stateInPostgres.js';
import './projects/registering.test.js';
import './projects/changing.test.js';
import './projects/deleting.test.js';
import './projects/frameworkStates.test.js';
import './jobs/lifecycle.test.js';
import './events/stream.test.js';
import './http/problems.test.js';
import assert from 'node:assert/strict';
import test from 'node:test';
import { startTestApp } from '../support/serviceApp.js';

test('all of these ran over PostgreSQL', async (t) => {
  const { platform } = await startTestApp(t);
  assert.equal(platform.store.engine, 'postgres');
});

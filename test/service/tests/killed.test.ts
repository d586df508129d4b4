import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { dataOf } from '../../../src/client/problemError.js';
import { eventually } from '../../support/eventually.js';
import { hangingApplication } from '../../support/hangingTests.js';
import { quantumPython } from '../../support/pythonEnvironment.js';
import { isAlive, startService, temporaryHome } from '../../support/runningService.js';
import { count } from '../../support/slice.js';

const rounds = count(3, 100);

test('a service that is killed while tests run leaves no process, and the next one goes on', async (t) => {
  const folder = path.dirname(await quantumPython());
  const env = { PATH: `${folder}${path.delimiter}${process.env['PATH'] ?? ''}` };
  const home = await temporaryHome(t);
  for (let round = 1; round <= rounds; round += 1) {
    const root = path.join(home, 'hangs');
    const { started } = await hangingApplication(root);
    const service = await startService(t, { home, env });
    const { api } = service;
    const opened = api.POST('/api/projects/open', { body: { rootPath: root } });
    const { id } = await dataOf(opened);
    const project = { params: { path: { id } } };
    const { test_run_id } = await dataOf(
      api.POST('/api/projects/{id}/tests/run', { ...project, body: {} }),
    );
    const pids = await started();
    assert.ok(pids.every(isAlive));
    service.process.kill('SIGKILL');
    await service.ended;
    await eventually(() => !pids.some(isAlive), { withinMs: 10_000, what: 'the tests to be gone' });
    const next = await startService(t, { home, env });
    // The next service takes the run up again; its person has seen enough of it.
    const run = { params: { path: { id, runId: test_run_id } } };
    const cancel = next.api.POST('/api/projects/{id}/tests/runs/{runId}/cancel', run);
    assert.equal((await dataOf(cancel)).status, 'cancelled');
    await next.stop();
    await rm(root, { recursive: true });
  }
});

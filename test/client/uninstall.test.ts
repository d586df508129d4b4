import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { promisify } from 'node:util';
import { dataOf } from '../../src/client/problemError.js';
import { homePaths } from '../../src/protocol/home.js';
import { builtProduct } from '../support/builtProduct.js';
import { serviceLog, startService, temporaryHome } from '../support/runningService.js';

/** What the editor runs once the extension is gone, with nothing of the extension but this file. */
async function uninstall(home: string): Promise<string> {
  const script = path.join(await builtProduct(), 'uninstall.js');
  const env = { ...process.env, QUANTUM_ADMIN_HOME: home };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [script], { env });
  return stdout + stderr;
}

test('uninstalling stops the service and leaves its data', async (t) => {
  const service = await startService(t);
  await dataOf(service.api.POST('/api/projects', { body: { name: 'kept' } }));
  assert.equal(await uninstall(service.home), '');
  assert.equal(await service.ended, 0);
  const reasons = (await serviceLog(service.home)).filter(({ msg }) => msg === 'exit');
  assert.deepEqual(
    reasons.map(({ reason }) => reason),
    ['the extension was uninstalled'],
  );
  await assert.rejects(stat(homePaths(service.home).portFile), { code: 'ENOENT' });

  const again = await startService(t, { home: service.home });
  const projects = await dataOf(again.api.GET('/api/projects'));
  assert.deepEqual(
    projects.map(({ name }) => name),
    ['kept'],
  );
});

test('uninstalling without a service is no failure', async (t) => {
  assert.equal(await uninstall(await temporaryHome(t)), '');
});

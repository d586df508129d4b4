import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { dataOf } from '../../../src/client/problemError.js';
import { reachService } from '../../../src/client/reachService.js';
import { createEndpointApi } from '../../../src/client/createApi.js';
import { isOwned } from '../../../src/client/homeOwner.js';
import { productVersion } from '../../../src/protocol/productVersion.js';
import { builtProduct } from '../../support/builtProduct.js';
import { cleanUp } from '../../support/cleanup.js';
import { eventually } from '../../support/eventually.js';
import { startService, temporaryHome } from '../../support/runningService.js';

/** Node 24 as the editor for the tests brings it (scripts/lib/codeServerInstall.ts). */
function newerNode(): string | undefined {
  const cache = process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache');
  const editors = path.join(cache, 'quantum-admin', 'vscode');
  const versions = existsSync(editors) ? readdirSync(editors).sort().reverse() : [];
  return versions
    .map((version) => path.join(editors, version, 'node_modules', '.bin', 'node'))
    .find((file) => existsSync(file));
}

test('the same bundle serves on Node 24, and its store goes back to Node 20', async (t) => {
  const node = newerNode();
  if (node === undefined && !process.env['CI']) {
    t.skip('no Node 24 has been installed yet');
    return;
  }
  assert.ok(node, 'the editor for the tests is not installed: run npm start or npm test');
  const service = await startService(t, { node });
  const status = await dataOf(service.api.GET('/api/service'));
  assert.match(status.node, /^v2[4-9]\./);
  const made = await dataOf(service.api.POST('/api/projects', { body: { name: 'Shop' } }));
  assert.equal(await service.stop(), 0);
  const back = await startService(t, { home: service.home });
  const all = await dataOf(back.api.GET('/api/projects'));
  assert.deepEqual(
    all.map(({ id }) => id),
    [made.id],
  );
});

test('a Node that is too old is passed over for the next one', async (t) => {
  const home = await temporaryHome(t);
  const bin = path.join(home, 'bin');
  await mkdir(bin);
  // As the service itself behaves on an old Node: it says so by its exit code.
  await writeFile(path.join(bin, 'node'), '#!/bin/sh\nexit 11\n', { mode: 0o755 });
  const before = process.env['PATH'];
  process.env['PATH'] = `${bin}${path.delimiter}${before ?? ''}`;
  cleanUp(t, () => (process.env['PATH'] = before));
  const said: string[] = [];
  const found = await reachService({
    home,
    dist: await builtProduct(),
    version: productVersion,
    log: (_level, message) => void said.push(message),
  });
  const status = await dataOf(createEndpointApi(found).GET('/api/service'));
  assert.equal(status.pid, found.pid);
  assert.equal(said.filter((message) => message.startsWith('Starting')).length, 2);
});

test('a start from the kept code cache serves, and a broken cache does no harm', async (t) => {
  const home = await temporaryHome(t);
  const options = { home, version: productVersion, log: () => undefined };
  const dist = await builtProduct();
  const cacheFolder = path.join(home, 'runtime', 'code-cache');
  const kept = (): string | undefined =>
    existsSync(cacheFolder)
      ? readdirSync(cacheFolder).find((name) => /x64$|arm64$/.test(name))
      : undefined;
  const roundTrip = async (): Promise<void> => {
    const service = await reachService({ ...options, dist });
    await dataOf(createEndpointApi(service).GET('/api/projects'));
    await eventually(kept, { withinMs: 10_000, what: 'the code cache' });
    const body = { reason: 'the next round' };
    await dataOf(createEndpointApi(service).POST('/api/service/stop', { body }));
    await eventually(async () => !(await isOwned(home)), { withinMs: 10_000, what: 'the end' });
  };
  await roundTrip();
  await roundTrip();
  await writeFile(path.join(cacheFolder, kept() ?? ''), 'rubbish');
  await roundTrip();
});

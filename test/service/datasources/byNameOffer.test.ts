import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import type { ByNameOfferState } from '../../../src/protocol/datasourceByName.js';
import { findInstallation } from '../../../src/framework/findInstallation.js';
import { temporaryFolder, startTestApp } from '../../support/serviceApp.js';
import { freePort } from '../../../scripts/lib/freePort.js';

/** A project of the roadmap's time, or what `files` make of it, and what is asked about it. */
async function project(t: TestContext, files: Readonly<Record<string, string>>) {
  const root = await temporaryFolder(t, 'of-that-time');
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), text);
  }
  const service = await startTestApp(t, { byNamePort: await freePort() });
  const call = async <T>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    payload?: object,
  ) => {
    const answer = await service.app.inject({
      ...{ method, url, headers: service.authorized },
      ...(payload === undefined ? {} : { payload }),
    });
    assert.ok(answer.statusCode < 300, answer.body);
    return answer.json<T>();
  };
  const { id } = await call<{ id: number }>('POST', '/api/projects', {
    name: 'Old',
    rootPath: root,
  });
  const url = `/api/projects/${id}/by-name-offer`;
  return {
    offer: () => call<ByNameOfferState>('GET', url),
    decline: () => call<ByNameOfferState>('DELETE', url),
    addDatasource: () => call('POST', `/api/projects/${id}/datasources`, { type: 'sqlite' }),
    allow: (enabled: boolean) => call('PUT', '/api/datasources/by-name-server', { enabled }),
    root,
  };
}

const checkout = { 'src/core/parser.py': '', 'test_runner.py': '', 'quantum.config.yaml': '' };

test('it is offered for a project of that time that has a datasource, until it is on or never wanted', async (t) => {
  const old = await project(t, checkout);
  assert.equal((await old.offer()).offered, false);
  await old.addDatasource();
  assert.deepEqual(await old.offer(), {
    offered: true,
    why: 'The folder holds the framework as it was before its first release.',
  });
  await old.allow(true);
  assert.equal((await old.offer()).offered, false);
  await old.allow(false);
  assert.equal((await old.offer()).offered, true);
  assert.equal((await old.decline()).offered, false);
  assert.equal((await old.offer()).offered, false);
});

test('a word of that time in the configuration of a newer project is no offer', async (t) => {
  const words = 'database:\n  admin_api: http://localhost:8000/api\n';
  const newer = await project(t, {
    'quantum.config.yaml': words,
    'components/index.q':
      '<q:component name="index"><q:query name="x" onerror="fail"/></q:component>',
  });
  await newer.addDatasource();
  assert.equal((await newer.offer()).offered, false);
  await writeFile(
    path.join(newer.root, 'components/index.q'),
    '<q:component name="index"><q:query name="x" datasource="db"/></q:component>',
  );
  const { version } = await findInstallation({ root: newer.root });
  // An environment of this machine that has a release decides; without one the word does.
  assert.equal((await newer.offer()).offered, version === null);
});

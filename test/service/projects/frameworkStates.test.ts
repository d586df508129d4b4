import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import type { Installation } from '../../../src/framework/installation.js';
import type { StoredEvent } from '../../../src/protocol/events.js';
import type { ProjectDetail } from '../../../src/protocol/projects.js';
import { eventually } from '../../support/eventually.js';
import { temporaryFolder } from '../../support/serviceApp.js';
import { quantumFolder, startProjects } from './projectApp.js';

test('the framework is looked for once, again when a package is installed, and windows are told', async (t) => {
  let looks = 0;
  let version = '1.0.1';
  const app = await startProjects(t, {
    findInstallation: ({ root }): Promise<Installation> => {
      looks++;
      const interpreter = path.join(root, '.venv/bin/python');
      return Promise.resolve({
        interpreter: { path: interpreter, pythonVersion: '3.12.4', source: 'venv' },
        version,
        problem: null,
      });
    },
  });
  const shop = await quantumFolder(path.join(app.work, 'shop'));
  const packages = path.join(shop, '.venv/lib/python3.12/site-packages');
  await mkdir(packages, { recursive: true });
  const { id } = await app.open(shop);
  await app.until(id, ({ frameworkVersion }) => frameworkVersion === '1.0.1');
  for (let number = 0; number < 5; number++) await app.list();
  for (let number = 0; number < 5; number++) await app.call('GET', `/api/projects/${id}`);
  assert.equal(looks, 1);

  version = '1.0.2';
  app.events();
  await writeFile(path.join(packages, 'quantum_framework-1.0.2.dist-info'), '');
  const detail = await app.call<ProjectDetail>('GET', `/api/projects/${id}`);
  assert.equal(detail.framework.version, '1.0.2');
  assert.equal(detail.frameworkVersion, '1.0.2');
  assert.equal(looks, 2);
  assert.deepEqual(
    app.events().map(({ type }) => type),
    ['project_updated'],
  );
});

test('a list shows the framework before anyone looked, and soon what became of it meanwhile', async (t) => {
  const home = await temporaryFolder(t, 'home');
  let version = '1.0.1';
  const findInstallation = (): Promise<Installation> =>
    Promise.resolve({
      interpreter: { path: '/opt/python', pythonVersion: '3.12.4', source: 'path' },
      version,
      problem: null,
    });
  const first = await startProjects(t, { findInstallation }, { home });
  const { id } = await first.open(await quantumFolder(path.join(first.work, 'shop')));
  await first.until(id, ({ frameworkVersion }) => frameworkVersion === '1.0.1');
  await first.close();

  const never = new Promise<Installation>(() => undefined);
  const again = await startProjects(t, { findInstallation: () => never }, { home });
  assert.equal((await again.list())[0]?.frameworkVersion, '1.0.1');
  await again.close();

  version = '1.0.2';
  const later = await startProjects(t, { findInstallation, firstLookMs: 0 }, { home });
  await later.until(id, ({ frameworkVersion }) => frameworkVersion === '1.0.2');
  const seen: StoredEvent[] = [];
  await eventually(
    () => {
      seen.push(...later.events());
      return seen.some((event) => event.type === 'project_updated' && event.id === id);
    },
    { withinMs: 5_000, what: 'the event' },
  );
});

test('an environment that comes while somebody looks is seen by the next look', async (t) => {
  const found: (string | null)[] = ['1.0.1'];
  let release: () => void = () => undefined;
  const app = await startProjects(t, {
    findInstallation: async (): Promise<Installation> => {
      const version = found.length === 1 ? null : '1.0.1';
      found.push(version);
      // The first look ends only when the environment is there, which it has not seen.
      if (version === null) await new Promise<void>((resolve) => (release = resolve));
      const problem = version === null ? 'quantum-framework is not installed.' : null;
      return { interpreter: null, version, problem };
    },
  });
  const shop = await quantumFolder(path.join(app.work, 'shop'));
  const { id } = await app.open(shop);
  await eventually(() => Promise.resolve(found.length === 2), { withinMs: 10_000, what: 'a look' });
  await mkdir(path.join(shop, '.venv'));
  await writeFile(path.join(shop, '.venv/pyvenv.cfg'), '');
  const detail = await app.call<ProjectDetail>('GET', `/api/projects/${id}`);
  assert.equal(detail.framework.version, '1.0.1');
  // What the older look says when it ends at last is old.
  release();
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal((await app.list())[0]?.frameworkVersion, '1.0.1');
});

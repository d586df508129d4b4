import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { findInstallation } from '../../../src/framework/findInstallation.js';
import type { Job } from '../../../src/protocol/jobs.js';
import type { Project, ProjectDetail } from '../../../src/protocol/projects.js';
import { findPython } from '../../../src/service/projects/findPython.js';
import { cleanUp } from '../../support/cleanup.js';
import { temporaryFolder } from '../../support/serviceApp.js';
import { startPackageIndex } from './packageIndex.js';
import { quantumFolder, startProjects, type ProjectApp } from './projectApp.js';

let python: ReturnType<typeof findPython> | undefined;
/** Looking through all Pythons of the machine is the bridge's to test; here one is enough. */
const context = {
  findPython: async () => {
    const found = await (python ??= findPython(import.meta.dirname));
    assert.ok(found, 'these tests need a Python 3.12 or newer');
    return found;
  },
  findInstallation: (options: { root: string; chosen?: string }) =>
    findInstallation({ ...options, env: { PATH: '', HOME: '/nonexistent' } }),
};

/** pip's settings for this test, as a person sets them: in the environment. */
function pipEnvironment(t: TestContext, values: Record<string, string>): void {
  const mine = {
    PIP_CONFIG_FILE: '/dev/null',
    PIP_FIND_LINKS: '',
    PIP_NO_CACHE_DIR: '1',
    ...values,
  };
  const before = Object.keys(mine).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, mine);
  cleanUp(t, () => {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  });
}

async function begun(app: ProjectApp, project: Project): Promise<Job> {
  return app.call('POST', `/api/projects/${project.id}/framework/install`);
}

/** The job once it has ended: its log lasts as long as it does. */
async function ended(app: ProjectApp, id: number): Promise<{ job: Job; log: string[] }> {
  const log: string[] = [];
  const signal = AbortSignal.timeout(90_000);
  for await (const line of app.platform.jobs.logLines(id, 0, signal)) log.push(line.text);
  const job = await app.platform.store.read((db) => app.platform.jobs.get(db, id));
  assert.ok(job);
  return { job, log };
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

function processesIn(folder: string): string[] {
  const all = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).split('\n');
  return all.filter((line) => line.includes(folder));
}

test('installing makes .venv, installs the framework from the index pip is set to, and tells the project', async (t) => {
  const index = await startPackageIndex(t);
  pipEnvironment(t, { PIP_INDEX_URL: index.url });
  const app = await startProjects(t, context);
  const shop = await quantumFolder(path.join(app.work, 'shop'));
  const project = await app.open(shop);
  const steps: string[] = [];
  app.platform.events.subscribe(({ event }) => {
    if (event.type === 'job_changed') steps.push(event.state);
  });
  const first = await begun(app, project);
  assert.equal(first.title, 'Install quantum-framework for shop');
  assert.equal((await begun(app, project)).id, first.id);
  const { job, log } = await ended(app, first.id);
  assert.equal(job.error, null);
  assert.equal(job.state, 'completed');
  assert.equal(job.step, 'quantum-framework 1.0.1 is installed');
  assert.ok(log.some((line) => line.startsWith('Successfully installed quantum-framework-1.0.1')));
  assert.deepEqual([...new Set(steps)], ['created', 'active', 'completed']);
  assert.equal(index.downloads, 1);
  assert.deepEqual((await readdir(path.join(shop, '.venv'))).includes('.quantum-admin-job'), false);
  const detail = await app.call<ProjectDetail>('GET', `/api/projects/${project.id}`);
  assert.equal(detail.frameworkVersion, '1.0.1');
  assert.equal(detail.framework.problem, null);
  assert.equal(detail.framework.source, 'venv');
  assert.equal((await app.list())[0]?.frameworkVersion, '1.0.1');

  await t.test('a second time it installs into the same .venv', async () => {
    const again = await ended(app, (await begun(app, project)).id);
    assert.equal(again.job.state, 'completed');
    assert.ok(again.log.some((line) => line.includes('already satisfied')));
    assert.ok(!again.log.some((line) => line.includes('-m venv')));
  });
});

test('cancelling in the middle ends pip and takes the half-made .venv away', async (t) => {
  const index = await startPackageIndex(t);
  pipEnvironment(t, { PIP_INDEX_URL: index.url });
  index.hold();
  const app = await startProjects(t, context);
  const shop = await quantumFolder(path.join(app.work, 'shop'));
  const job = await begun(app, await app.open(shop));
  await index.held();
  assert.ok(processesIn(shop).length > 0);
  await app.platform.jobs.cancel(job.id);
  const end = await ended(app, job.id);
  assert.equal(end.job.state, 'cancelled');
  assert.equal(end.job.error, null);
  assert.deepEqual(processesIn(shop), []);
  assert.deepEqual(await readdir(shop), ['quantum.config.yaml']);
});

test('an installation cut off by the end of the service goes on with the next one', async (t) => {
  const index = await startPackageIndex(t);
  pipEnvironment(t, { PIP_INDEX_URL: index.url });
  index.hold();
  const home = await temporaryFolder(t, 'home');
  const first = await startProjects(t, context, { home });
  const shop = await quantumFolder(path.join(first.work, 'shop'));
  const job = await begun(first, await first.open(shop));
  await index.held();
  await first.close('draining');
  assert.deepEqual(processesIn(shop), []);
  index.release();
  const second = await startProjects(t, context, { home });
  const end = await ended(second, job.id);
  assert.equal(end.job.error, null);
  assert.equal(end.job.state, 'completed');
  assert.equal(end.job.attempt, 2);
  const [project] = await second.list();
  assert.equal(project?.frameworkVersion, '1.0.1');
});

test('deleting the project cancels its installation', async (t) => {
  const index = await startPackageIndex(t);
  pipEnvironment(t, { PIP_INDEX_URL: index.url });
  index.hold();
  const app = await startProjects(t, context);
  const shop = await quantumFolder(path.join(app.work, 'shop'));
  const project = await app.open(shop);
  const job = await begun(app, project);
  await index.held();
  const consequences = await app.call<{ jobs: number }>(
    'GET',
    `/api/projects/${project.id}/consequences`,
  );
  assert.equal(consequences.jobs, 1);
  await app.call('DELETE', `/api/projects/${project.id}`);
  assert.equal((await ended(app, job.id)).job.state, 'cancelled');
  assert.equal(await exists(path.join(shop, '.venv')), false);
});

test('an index that cannot be reached is said so, and nothing half made stays', async (t) => {
  const closed = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => closed.once('listening', resolve));
  const { port } = closed.address() as { port: number };
  await new Promise((resolve) => closed.close(resolve));
  pipEnvironment(t, { PIP_INDEX_URL: `http://127.0.0.1:${port}/simple/`, PIP_RETRIES: '1' });
  const app = await startProjects(t, context);
  const shop = await quantumFolder(path.join(app.work, 'shop'));
  const { job } = await ended(app, (await begun(app, await app.open(shop))).id);
  assert.equal(job.state, 'failed');
  assert.match(job.error ?? '', /^The package index could not be reached, so quantum-framework/);
  assert.deepEqual(await readdir(shop), ['quantum.config.yaml']);
});

test('without a Python 3.12 or newer the job says what is needed', async (t) => {
  const app = await startProjects(t, { ...context, findPython: () => Promise.resolve(null) });
  const shop = await quantumFolder(path.join(app.work, 'shop'));
  const { job } = await ended(app, (await begun(app, await app.open(shop))).id);
  assert.equal(job.state, 'failed');
  assert.match(job.error ?? '', /^No Python 3\.12 or newer was found/);
});

test('a .venv that a person made is never taken away', async (t) => {
  pipEnvironment(t, { PIP_INDEX_URL: 'http://127.0.0.1:1/simple/', PIP_RETRIES: '0' });
  const app = await startProjects(t, context);
  const shop = await quantumFolder(path.join(app.work, 'shop'));
  await mkdir(path.join(shop, '.venv'));
  await writeFile(path.join(shop, '.venv/mine.txt'), 'mine');
  const { job } = await ended(app, (await begun(app, await app.open(shop))).id);
  assert.equal(job.state, 'failed');
  assert.match(job.error ?? '', /\.venv holds no Python/);
  assert.equal(await readFile(path.join(shop, '.venv/mine.txt'), 'utf8'), 'mine');
});

test('a project without a folder, or with a missing one, gets no installation', async (t) => {
  const app = await startProjects(t, context);
  const { id } = await app.call<Project>('POST', '/api/projects', { name: 'Shop' });
  const problem = await app.refused('POST', `/api/projects/${id}/framework/install`);
  assert.equal(problem.code, 'folder-missing');
});

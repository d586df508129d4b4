import assert from 'node:assert/strict';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import type { Project } from '../../../src/protocol/projects.js';
import { temporaryFolder } from '../../support/serviceApp.js';
import { quantumFolder, startProjects } from './projectApp.js';

const atSecond = (second: number): string =>
  new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();

test('deleting a project touches none of its files', async (t) => {
  const app = await startProjects(t);
  const shop = await quantumFolder(path.join(app.work, 'shop'));
  const { id } = await app.open(shop);
  app.events();
  await app.call('DELETE', `/api/projects/${id}`);
  assert.deepEqual(await app.list(), []);
  assert.deepEqual(await readdir(shop), ['quantum.config.yaml']);
  assert.deepEqual(
    app.events().map(({ type, projectId }) => ({ type, projectId })),
    [{ type: 'project_deleted', projectId: id }],
  );
  assert.equal((await app.refused('DELETE', `/api/projects/${id}`)).code, 'not-found');
});

test('a deleted project stays deleted until its folder is opened anew', async (t) => {
  let now = 10;
  const app = await startProjects(t, {}, { now: () => new Date(atSecond(now)) });
  const rootPath = await quantumFolder(path.join(app.work, 'shop'));
  const { id } = await app.open(rootPath, { openedAt: atSecond(5) });
  await app.call('DELETE', `/api/projects/${id}`);
  now = 20;
  for (const openedAt of [atSecond(5), atSecond(10)]) {
    const problem = await app.refused('POST', '/api/projects/open', { rootPath, openedAt });
    assert.equal(problem.code, 'not-found');
    assert.match(problem.detail, /“shop” was deleted after this folder was opened/);
  }
  assert.deepEqual(await app.list(), []);
  app.events();
  const back = await app.open(rootPath, { openedAt: atSecond(11) });
  assert.equal(back.id, id);
  assert.deepEqual(await app.list(), [back]);
  assert.deepEqual(
    app.events().map(({ type }) => type),
    ['project_created'],
  );
  assert.equal((await app.open(rootPath, { openedAt: atSecond(5) })).id, id);
});

test('a time with an offset is the same moment', async (t) => {
  const app = await startProjects(t, {}, { now: () => new Date('2026-01-01T12:00:00Z') });
  const rootPath = await quantumFolder(path.join(app.work, 'shop'));
  await app.call('DELETE', `/api/projects/${(await app.open(rootPath)).id}`);
  const openedAt = '2026-01-01T13:59:59+02:00';
  const problem = await app.refused('POST', '/api/projects/open', { rootPath, openedAt });
  assert.equal(problem.code, 'not-found');
  await app.open(rootPath, { openedAt: '2026-01-01T14:00:01+02:00' });
});

test('when a person asks for the folder, the deleted project comes back as it was', async (t) => {
  const app = await startProjects(t);
  const rootPath = await quantumFolder(path.join(app.work, 'shop'));
  const { id } = await app.open(rootPath);
  const change = { name: 'Our shop', description: 'Sells', status: 'inactive' };
  await app.call('PUT', `/api/projects/${id}`, change);
  await app.call('DELETE', `/api/projects/${id}`);
  const back = await app.open(rootPath);
  assert.equal(back.id, id);
  assert.equal(back.name, 'Our shop');
  assert.equal(back.description, 'Sells');
  assert.equal(back.status, 'active');
});

test('a project whose name was taken meanwhile comes back under another', async (t) => {
  const app = await startProjects(t);
  const rootPath = await quantumFolder(path.join(app.work, 'clients/shop'));
  const { id } = await app.open(rootPath);
  await app.call('DELETE', `/api/projects/${id}`);
  await app.call('POST', '/api/projects', { name: 'shop' });
  const back = await app.open(rootPath);
  assert.deepEqual({ id: back.id, name: back.name }, { id, name: 'shop — clients' });
});

test('creating a project in the folder of a deleted one brings that back under the new name', async (t) => {
  const app = await startProjects(t);
  const rootPath = await quantumFolder(path.join(app.work, 'shop'));
  const { id } = await app.open(rootPath);
  await app.call('DELETE', `/api/projects/${id}`);
  const made = await app.call<Project>('POST', '/api/projects', { name: 'New shop', rootPath });
  assert.deepEqual({ id: made.id, name: made.name }, { id, name: 'New shop' });
});

test('a deleted project stays deleted when its folder is renamed', async (t) => {
  const app = await startProjects(t);
  const rootPath = await quantumFolder(path.join(app.work, 'shop'));
  const openedAt = new Date(Date.now() - 60_000).toISOString();
  const { id } = await app.open(rootPath, { openedAt });
  await app.call('DELETE', `/api/projects/${id}`);
  const moved = path.join(app.work, 'store');
  await rename(rootPath, moved);
  await app.refused('POST', '/api/projects/open', { rootPath: moved, openedAt });
  const back = await app.open(moved);
  assert.deepEqual({ id: back.id, rootPath: back.rootPath }, { id, rootPath: moved });
});

test('an id is never used again', async (t) => {
  const app = await startProjects(t);
  const ids: number[] = [];
  for (const name of ['a', 'b', 'c']) {
    const { id } = await app.call<Project>('POST', '/api/projects', { name });
    ids.push(id);
    await app.call('DELETE', `/api/projects/${id}`);
  }
  assert.deepEqual(ids, [1, 2, 3]);
});

test('what is deleted is deleted for the next service too', async (t) => {
  const home = await temporaryFolder(t, 'home');
  const first = await startProjects(t, {}, { home });
  const rootPath = await quantumFolder(path.join(first.work, 'shop'));
  const openedAt = new Date(Date.now() - 60_000).toISOString();
  const { id } = await first.open(rootPath, { openedAt });
  await first.call('DELETE', `/api/projects/${id}`);
  await first.close();
  const second = await startProjects(t, {}, { home });
  await second.refused('POST', '/api/projects/open', { rootPath, openedAt });
  assert.deepEqual(await second.list(), []);
});

test('deleting a project whose folder is gone works', async (t) => {
  const app = await startProjects(t);
  const rootPath = await quantumFolder(path.join(app.work, 'shop'));
  const { id } = await app.open(rootPath);
  await rm(rootPath, { recursive: true });
  await app.call('DELETE', `/api/projects/${id}`);
  await mkdir(rootPath);
  assert.deepEqual(await app.list(), []);
});

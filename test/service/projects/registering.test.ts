import assert from 'node:assert/strict';
import { mkdir, rename, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import type { Project } from '../../../src/protocol/projects.js';
import { page, quantumFolder, startProjects } from './projectApp.js';

test('a folder with a configuration registers when it is opened, under its own name', async (t) => {
  const app = await startProjects(t);
  const shop = await quantumFolder(path.join(app.work, 'shop'));
  const project = await app.open(shop);
  assert.equal(project.name, 'shop');
  assert.equal(project.rootPath, shop);
  assert.equal(project.folderState, 'present');
  assert.equal(project.status, 'active');
  assert.equal(project.version, 1);
  assert.deepEqual(await app.list(), [project]);
  assert.deepEqual(
    app.events().map(({ type }) => type),
    ['project_created'],
  );
});

test('a folder with pages and no configuration registers too', async (t) => {
  const app = await startProjects(t);
  await mkdir(path.join(app.work, 'site/pages'), { recursive: true });
  await writeFile(path.join(app.work, 'site/pages/index.q'), page);
  assert.equal((await app.open(path.join(app.work, 'site'))).name, 'site');
});

test('a folder of kdb+ scripts is refused with a sentence', async (t) => {
  const app = await startProjects(t);
  await writeFile(path.join(app.work, 'tick.q'), '\\l tick/u.q\nf:{x<y}\n');
  const problem = await app.refused('POST', '/api/projects/open', { rootPath: app.work });
  assert.equal(problem.code, 'invalid-request');
  assert.match(problem.detail, /is not a Quantum project: it has no quantum\.config\.yaml and no/);
  assert.deepEqual(await app.list(), []);
  assert.deepEqual(app.events(), []);
});

test('a folder that is not there, a relative path and a path with a NUL are refused', async (t) => {
  const app = await startProjects(t);
  const open = (rootPath: string) => app.refused('POST', '/api/projects/open', { rootPath });
  assert.equal((await open(path.join(app.work, 'gone'))).code, 'folder-missing');
  assert.equal((await open('shop')).code, 'invalid-request');
  assert.equal((await open(`${app.work}/a\0b`)).code, 'invalid-request');
});

test('opening a folder twice, or by another path, registers it once', async (t) => {
  const app = await startProjects(t);
  const shop = await quantumFolder(path.join(app.work, 'shop'));
  await symlink(shop, path.join(app.work, 'linked'));
  const first = await app.open(shop);
  app.events();
  assert.deepEqual(await app.open(`${shop}/`), first);
  assert.deepEqual(await app.open(path.join(app.work, 'linked')), first);
  assert.deepEqual(await app.open(path.join(shop, '..', 'shop')), first);
  assert.deepEqual(app.events(), []);
});

test('twenty windows that open one folder at once register one project', async (t) => {
  const app = await startProjects(t);
  const shop = await quantumFolder(path.join(app.work, 'shop'));
  const opened = await Promise.all(Array.from({ length: 20 }, () => app.open(shop)));
  assert.equal(new Set(opened.map(({ id }) => id)).size, 1);
  assert.equal((await app.list()).length, 1);
});

test('a part of a configured application opens that application', async (t) => {
  const app = await startProjects(t);
  const shop = await quantumFolder(path.join(app.work, 'shop'));
  await mkdir(path.join(shop, 'components'));
  await writeFile(path.join(shop, 'components/index.q'), page);
  const project = await app.open(path.join(shop, 'components'));
  assert.equal(project.rootPath, shop);
  assert.equal((await app.open(shop)).id, project.id);
});

test('folders of one name register under names that tell them apart', async (t) => {
  const app = await startProjects(t);
  const names: string[] = [];
  for (const parent of ['mine', 'clients', 'b/clients', 'c/clients']) {
    const folder = await quantumFolder(path.join(app.work, parent, 'shop'));
    names.push((await app.open(folder)).name);
  }
  assert.deepEqual(names, ['shop', 'shop — clients', 'shop (2)', 'shop (3)']);
});

test('a folder name that cannot be a project name is made one', async (t) => {
  const app = await startProjects(t);
  const long = `${'x'.repeat(99)}👩‍👩‍👧`;
  const names = [];
  for (const name of [' spaced  out ', 'two\nlines', long]) {
    names.push((await app.open(await quantumFolder(path.join(app.work, name)))).name);
  }
  assert.deepEqual(names, ['spaced out', 'two lines', 'x'.repeat(99)]);
});

test('a moved folder that opens at its new path is the same project', async (t) => {
  const app = await startProjects(t);
  const shop = await quantumFolder(path.join(app.work, 'shop'));
  const before = await app.open(shop);
  const moved = path.join(app.work, 'elsewhere/store');
  await mkdir(path.dirname(moved));
  await rename(shop, moved);
  const after = await app.open(moved);
  assert.deepEqual(
    { id: after.id, name: after.name, rootPath: after.rootPath, state: after.folderState },
    { id: before.id, name: 'shop', rootPath: moved, state: 'present' },
  );
  assert.equal((await app.list()).length, 1);
});

test('a new folder at the path of a moved one keeps the project; the moved one is another', async (t) => {
  const app = await startProjects(t);
  const shop = await quantumFolder(path.join(app.work, 'shop'));
  const first = await app.open(shop);
  await rename(shop, path.join(app.work, 'shop-old'));
  await quantumFolder(shop);
  assert.equal((await app.open(path.join(app.work, 'shop-old'))).name, 'shop-old');
  assert.equal((await app.open(shop)).id, first.id);
});

test('the project of a path is the nearest one at or above it', async (t) => {
  const app = await startProjects(t);
  const outer = await app.open(await quantumFolder(path.join(app.work, 'outer')));
  const inner = await app.open(await quantumFolder(path.join(app.work, 'outer/inner')));
  const byPath = (rootPath: string) =>
    app.call<Project>('GET', `/api/projects/by-path?rootPath=${encodeURIComponent(rootPath)}`);
  assert.equal((await byPath(path.join(app.work, 'outer/inner/a/b.q'))).id, inner.id);
  assert.equal((await byPath(path.join(app.work, 'outer/a'))).id, outer.id);
  const sibling = encodeURIComponent(path.join(app.work, 'outer-two'));
  const problem = await app.refused('GET', `/api/projects/by-path?rootPath=${sibling}`);
  assert.equal(problem.code, 'not-found');
});

test("the editor's interpreter is kept with the project", async (t) => {
  const app = await startProjects(t);
  const shop = await quantumFolder(path.join(app.work, 'shop'));
  const project = await app.open(shop, { interpreter: '/opt/python' });
  assert.equal(project.interpreter, '/opt/python');
  assert.equal((await app.open(shop)).interpreter, '/opt/python');
  assert.equal((await app.open(shop, { interpreter: null })).interpreter, null);
});

test('projects are found by status and by a text in name, description or folder', async (t) => {
  const app = await startProjects(t);
  const shop = await app.open(await quantumFolder(path.join(app.work, 'shop')));
  const blog = await app.call<Project>('POST', '/api/projects', {
    name: 'Blog',
    description: 'Ärger mit 100% der Shops',
  });
  await app.call('PUT', `/api/projects/${blog.id}`, { status: 'inactive' });
  const ids = async (query: string) => (await app.list(query)).map(({ id }) => id);
  assert.deepEqual(await ids(''), [shop.id, blog.id]);
  assert.deepEqual(await ids('?status=inactive'), [blog.id]);
  assert.deepEqual(await ids('?q=SHOP'), [shop.id, blog.id]);
  assert.deepEqual(await ids('?q=%C3%A4rger'), [blog.id]);
  assert.deepEqual(await ids('?q=100%25'), [blog.id]);
  assert.deepEqual(await ids('?q=nothing'), []);
  assert.deepEqual(await app.call('GET', '/projects'), await app.list());
});

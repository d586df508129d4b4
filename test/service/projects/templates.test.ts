import assert from 'node:assert/strict';
import { mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { parse } from 'yaml';
import type { Project, Template } from '../../../src/protocol/projects.js';
import { startsWithQuantum } from '../../../src/language/ownership.js';
import { temporaryFolder } from '../../support/serviceApp.js';
import { placeFiles } from '../../../src/service/projects/placeFiles.js';
import { quantumFolder, startProjects } from './projectApp.js';

const hostileName = 'A & B <"quoted"> {x}';

test('every template makes a project that is Quantum’s, with its name in it', async (t) => {
  const app = await startProjects(t);
  const templates = await app.call<Template[]>('GET', '/api/templates');
  assert.ok(templates.length > 0);
  for (const [index, template] of templates.entries()) {
    const rootPath = path.join(app.work, 'deep/down', template.name);
    const name = `${hostileName} ${index}`;
    const body = { name, rootPath, template: template.name };
    const project = await app.call<Project>('POST', '/api/projects', body);
    assert.equal(project.name, name);
    assert.equal(project.folderState, 'present');
    const files = (await readdir(rootPath, { recursive: true, withFileTypes: true })).filter(
      (entry) => entry.isFile(),
    );
    assert.equal(files.length, template.files);
    let named = 0;
    for (const file of files) {
      const text = await readFile(path.join(file.parentPath, file.name), 'utf8');
      assert.ok(!text.includes('{{name}}'), file.name);
      if (file.name.endsWith('.yaml')) assert.equal(typeof parse(text), 'object');
      if (!file.name.endsWith('.q')) continue;
      assert.ok(startsWithQuantum(text), file.name);
      if (text.includes('A &amp; B &lt;&quot;quoted&quot;&gt; (x)')) named++;
    }
    assert.ok(named > 0, `${template.name} shows the name nowhere`);
  }
});

test('a template is copied into an empty folder, and never into one with something in it', async (t) => {
  const app = await startProjects(t);
  const [{ name: template } = { name: '' }] = await app.call<Template[]>('GET', '/api/templates');
  const rootPath = path.join(app.work, 'shop');
  await mkdir(rootPath);
  await writeFile(path.join(rootPath, 'mine.txt'), 'mine');
  const problem = await app.refused('POST', '/api/projects', { name: 'Shop', rootPath, template });
  assert.equal(problem.code, 'conflict');
  assert.match(problem.detail, /is not empty, so no project was made there/);
  assert.deepEqual(await readdir(rootPath), ['mine.txt']);
  const file = { name: 'Shop', rootPath: path.join(rootPath, 'mine.txt'), template };
  assert.equal((await app.refused('POST', '/api/projects', file)).code, 'conflict');
  await mkdir(path.join(app.work, 'empty'));
  const empty = { name: 'Shop', rootPath: path.join(app.work, 'empty'), template };
  assert.equal((await app.call<Project>('POST', '/api/projects', empty)).name, 'Shop');
});

test('a name that is taken leaves no folder behind', async (t) => {
  const app = await startProjects(t);
  const [{ name: template } = { name: '' }] = await app.call<Template[]>('GET', '/api/templates');
  await app.call('POST', '/api/projects', { name: 'Shop' });
  const rootPath = path.join(app.work, 'a/b/shop');
  await app.refused('POST', '/api/projects', { name: 'Shop', rootPath, template });
  assert.deepEqual(await readdir(app.work), []);
});

test('a template that makes no Quantum project leaves nothing behind', async (t) => {
  const templatesDirectory = await temporaryFolder(t, 'templates');
  await mkdir(path.join(templatesDirectory, 'odd/sub'), { recursive: true });
  await writeFile(
    path.join(templatesDirectory, 'odd/template.json'),
    '{"title":"","description":""}',
  );
  await writeFile(path.join(templatesDirectory, 'odd/sub/readme.txt'), 'nothing of Quantum');
  const app = await startProjects(t, { templatesDirectory });
  const rootPath = path.join(app.work, 'a/b/shop');
  const body = { name: 'Shop', rootPath, template: 'odd' };
  assert.equal((await app.refused('POST', '/api/projects', body)).code, 'invalid-request');
  assert.deepEqual(await readdir(app.work), []);
  assert.deepEqual(await app.list(), []);
});

test('no name of a template leads out of the templates, and links in one are not copied', async (t) => {
  const templatesDirectory = await temporaryFolder(t, 'templates');
  const secret = await quantumFolder(await temporaryFolder(t, 'secret'));
  await mkdir(path.join(templatesDirectory, 'linked'));
  await writeFile(
    path.join(templatesDirectory, 'linked/template.json'),
    '{"title":"Linked","description":""}',
  );
  await writeFile(path.join(templatesDirectory, 'linked/quantum.config.yaml'), '# {{name}}\n');
  await symlink(secret, path.join(templatesDirectory, 'linked/out'));
  await symlink(secret, path.join(templatesDirectory, 'outside'));
  const app = await startProjects(t, { templatesDirectory });
  for (const template of ['..', '../secret', secret, 'outside', '.', '', 'linked/../linked']) {
    const rootPath = path.join(app.work, 'x');
    const problem = await app.refused('POST', '/api/projects', { name: 'X', rootPath, template });
    assert.equal(problem.code, 'not-found', template);
  }
  const rootPath = path.join(app.work, 'x/../y');
  await app.call('POST', '/api/projects', { name: 'Y', rootPath, template: 'linked' });
  assert.deepEqual(await readdir(app.work), ['y']);
  assert.deepEqual(await readdir(path.join(app.work, 'y')), ['quantum.config.yaml']);
});

test('a template without a folder to copy it into is refused', async (t) => {
  const app = await startProjects(t);
  const problem = await app.refused('POST', '/api/projects', { name: 'X', template: 'blank' });
  assert.equal(problem.code, 'invalid-request');
});

async function target(t: TestContext): Promise<string> {
  return path.join(await temporaryFolder(t, 'place'), 'new/shop');
}
const file = (relative: string) => ({ relative, content: Buffer.from(relative) });

test('when one file cannot be written none stays, nor the folders made for them', async (t) => {
  const folder = await target(t);
  const files = [file('a/b.q'), file('c.q'), { relative: 'c.q/d.q', content: Buffer.alloc(0) }];
  await assert.rejects(placeFiles(folder, files), /cannot be written/);
  assert.deepEqual(await readdir(path.dirname(path.dirname(folder))), []);
});

test('undoing takes away what was placed and leaves what others put there', async (t) => {
  const folder = await target(t);
  const placed = await placeFiles(folder, [file('a/b.q'), file('c.q')]);
  await writeFile(path.join(folder, 'a/mine.txt'), 'mine');
  await placed.undo();
  assert.deepEqual(await readdir(folder, { recursive: true }), ['a', path.join('a', 'mine.txt')]);
});

test('a place that cannot be a folder is said so', async (t) => {
  const folder = await temporaryFolder(t, 'place');
  await writeFile(path.join(folder, 'file'), '');
  for (const place of ['file', 'file/shop']) {
    const refused = placeFiles(path.join(folder, place), [file('a.q')]);
    await assert.rejects(refused, /cannot be written \(ENOTDIR\)/);
  }
});

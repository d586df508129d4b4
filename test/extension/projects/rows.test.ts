import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyReason, type ViewFacts } from '../../../src/extension/projects/emptyReason.js';
import { ProjectDetails } from '../../../src/extension/projects/projectDetails.js';
import { matchesFilter } from '../../../src/extension/projects/projectFilter.js';
import { projectLook } from '../../../src/extension/projects/projectLook.js';
import { folderNameFor, nameProblem } from '../../../src/extension/projects/projectName.js';
import { NodeTable } from '../../../src/extension/projects/projectNodes.js';
import { isSameFolder } from '../../../src/extension/projects/sameFolder.js';
import { environmentOf } from '../../../src/extension/projects/terminalEnvironment.js';
import { project } from '../support.js';

test('a row says the worst that is known about its project', () => {
  const icon = (own: Parameters<typeof project>[0]): string => projectLook(project(own)).icon;
  assert.equal(icon({}), 'package');
  assert.equal(icon({ frameworkVersion: null }), 'warning');
  assert.equal(icon({ status: 'inactive', frameworkVersion: null }), 'circle-slash');
  assert.equal(icon({ folderState: 'moved' }), 'warning');
  assert.equal(icon({ folderState: 'missing', status: 'inactive' }), 'error');
  assert.equal(icon({ folderState: 'none', rootPath: null }), 'circle-outline');
});

test('menus tell active from inactive, and a missing folder from a present one, by whole words', () => {
  const active = projectLook(project()).contextValue;
  const other = projectLook(project({ status: 'inactive', folderState: 'missing' })).contextValue;
  assert.match(active, /\bactive\b/);
  assert.doesNotMatch(other, /\bactive\b/);
  assert.match(active, /\bfolder-present\b/);
  assert.doesNotMatch(other, /\bfolder-present\b/);
});

test('a filter wants every word, in any case and order', () => {
  const shop = project({ name: 'Loja', description: 'Web shop', rootPath: '/srv/loja' });
  assert.ok(matchesFilter(shop, ''));
  assert.ok(matchesFilter(shop, 'SHOP loja'));
  assert.ok(matchesFilter(shop, '/srv'));
  assert.ok(!matchesFilter(shop, 'shop blog'));
});

test('an empty view has exactly one reason, the one a person has to act on first', () => {
  const facts: ViewFacts = {
    rows: 0,
    projects: 0,
    isLoaded: true,
    isTrusted: true,
    folders: 1,
    staysDeleted: 0,
    service: 'connected',
  };
  const reason = (own: Partial<ViewFacts>): string => emptyReason({ ...facts, ...own });
  assert.equal(reason({ rows: 3 }), 'none');
  assert.equal(reason({ isTrusted: false, service: 'failed' }), 'untrusted');
  assert.equal(reason({ service: 'failed', isLoaded: false }), 'failed');
  assert.equal(reason({ service: 'reload-needed' }), 'reload-needed');
  assert.equal(reason({ projects: 3 }), 'filtered');
  assert.equal(reason({ isLoaded: false, service: 'connecting' }), 'loading');
  assert.equal(reason({ staysDeleted: 1 }), 'stays-deleted');
  assert.equal(reason({ folders: 0 }), 'no-folder');
  assert.equal(reason({}), 'no-project');
});

test('a name is judged as the service judges it, before it is sent', () => {
  assert.equal(nameProblem('', []), 'empty');
  assert.equal(nameProblem('  ', []), 'empty');
  assert.equal(nameProblem(' shop', []), 'padded');
  assert.equal(nameProblem('x'.repeat(101), []), 'long');
  assert.equal(nameProblem('x'.repeat(100), []), undefined);
  assert.equal(nameProblem('shop', ['shop']), 'taken');
});

test('a folder’s name is made of letters every platform takes', () => {
  assert.equal(folderNameFor('Loja do João & Cia.'), 'loja-do-joao-cia');
  assert.equal(folderNameFor('../../etc'), 'etc');
  assert.equal(folderNameFor('日本'), 'quantum-app');
});

test('a folder is known by its path, in the platform’s own way', () => {
  assert.ok(isSameFolder('/a/b/', '/a/b', 'linux'));
  assert.ok(!isSameFolder('/a/B', '/a/b', 'linux'));
  assert.ok(isSameFolder('/a/B', '/a/b', 'darwin'));
  assert.ok(isSameFolder('c:\\Apps\\shop', 'C:\\Apps\\Shop\\', 'win32'));
  assert.ok(!isSameFolder('/a', null, 'linux'));
});

test('a terminal finds the environment’s programs first, and is in it', () => {
  const env = environmentOf('/shop/.venv/bin/python', { PATH: '/usr/bin' }, () => true);
  assert.deepEqual(env, {
    PATH: '/shop/.venv/bin:/usr/bin',
    VIRTUAL_ENV: '/shop/.venv',
    PYTHONHOME: null,
  });
  const bare = environmentOf('/opt/python/bin/python3', { PATH: '/usr/bin' }, () => false);
  assert.deepEqual(bare, { PATH: '/opt/python/bin:/usr/bin' });
  assert.deepEqual(environmentOf(null, {}), {});
});

test('a node keeps its identity while its project is listed, and is forgotten with it', () => {
  const table = new NodeTable();
  const one = table.project(1);
  const fact = table.fact(1, 'folder');
  table.keepOnly(new Set([1]));
  assert.equal(table.project(1), one);
  assert.equal(table.fact(1, 'folder'), fact);
  table.keepOnly(new Set());
  assert.notEqual(table.project(1), one);
  assert.notEqual(table.fact(1, 'folder'), fact);
});

test('details are read once until the project changes; a failed read is tried again', async () => {
  let reads = 0;
  const details = new ProjectDetails(() => {
    reads += 1;
    return reads === 1
      ? Promise.reject(new Error('away'))
      : Promise.resolve({
          ...project(),
          framework: {
            interpreter: null,
            pythonVersion: null,
            version: null,
            source: null,
            problem: null,
          },
          datasources: [],
          components: [],
          endpoints: [],
        });
  });
  await assert.rejects(details.get(1));
  await Promise.all([details.get(1), details.get(1)]);
  await details.get(1);
  assert.equal(reads, 2);
  details.forget(1);
  await details.get(1);
  assert.equal(reads, 3);
});

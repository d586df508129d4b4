import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { configuredFolderAbove } from '../../src/workspace/configuredFolder.js';

async function folder(t: TestContext, files: readonly string[]): Promise<string> {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), 'quantum-configured-')));
  t.after(() => rm(root, { recursive: true, force: true }));
  for (const name of files) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), '');
  }
  return root;
}

test('the application above a folder is the nearest one with a configuration', async (t) => {
  const root = await folder(t, [
    'quantum.config.yaml',
    'inner/quantum.config.yaml',
    'inner/components/a/b.q',
  ]);
  assert.equal(
    await configuredFolderAbove(path.join(root, 'inner/components/a')),
    path.join(root, 'inner'),
  );
  assert.equal(await configuredFolderAbove(path.join(root, 'inner')), root);
  assert.equal(await configuredFolderAbove(root), null);
});

test('a stray configuration in the home folder claims nothing below it', async (t) => {
  const home = await folder(t, ['quantum.config.yaml', 'app/quantum.config.yaml', 'ticks/load.q']);
  const before = process.env['HOME'];
  t.after(() => (process.env['HOME'] = before));
  process.env['HOME'] = home;
  assert.equal(await configuredFolderAbove(path.join(home, 'ticks/load.q')), null);
  assert.equal(await configuredFolderAbove(path.join(home, 'app/x.q')), path.join(home, 'app'));
});

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import type { FolderWatchOptions } from '../../src/workspace/folderWatcher.js';
import { ProjectFiles } from '../../src/workspace/projectFiles.js';
import { eventually } from '../support/eventually.js';

test('what a watcher loses when a folder is made again is told, and another watcher takes over', async (t) => {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), 'quantum-files-')));
  t.after(() => rm(root, { recursive: true, force: true }));
  await mkdir(path.join(root, 'components'));
  const watchers: { options: FolderWatchOptions; isOpen: boolean }[] = [];
  const files = new ProjectFiles(root, undefined, (options) => {
    const watcher = { options, isOpen: true };
    watchers.push(watcher);
    return Promise.resolve({
      close: () => {
        watcher.isOpen = false;
        return Promise.resolve();
      },
    });
  });
  t.after(() => files.dispose());
  const told: string[] = [];
  await files.list();
  await files.watch((changes) => {
    for (const one of changes) told.push(one.kind === 'removed' ? one.path : one.stamp.path);
  });
  await writeFile(path.join(root, 'components', 'Card.q'), '<q:component name="Card"/>');
  // The folder itself is all that this watcher tells of.
  watchers[0]!.options.onFolder();
  await eventually(() => told.includes('components/Card.q') && watchers.length === 2, {
    withinMs: 10_000,
    what: 'the lost file and the second watcher',
  });
  assert.deepEqual(
    watchers.map(({ isOpen }) => isOpen),
    [false, true],
  );
});

import assert from 'node:assert/strict';
import { lstat, mkdir, mkdtemp, realpath, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FolderWatchOptions } from '../../src/workspace/folderWatcher.js';
import { ProjectFiles, type FileChange } from '../../src/workspace/projectFiles.js';
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

/** One watched page of that text, with a watcher of the test's own. */
async function watchedPage(
  t: TestContext,
  text: string,
): Promise<{ file: string; hint: () => void; told: FileChange[] }> {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), 'quantum-files-')));
  t.after(() => rm(root, { recursive: true, force: true }));
  const file = path.join(root, 'page.q');
  await writeFile(file, text);
  let watcher: FolderWatchOptions | undefined;
  const files = new ProjectFiles(root, undefined, (options) => {
    watcher = options;
    return Promise.resolve({ close: () => Promise.resolve() });
  });
  t.after(() => files.dispose());
  const told: FileChange[] = [];
  await files.list();
  await files.watch((changes) => told.push(...changes));
  return { file, hint: () => watcher?.onHint(file), told };
}

test('a save is told within a moment, and a file that is emptied to be written is not told as empty', async (t) => {
  const { file, hint, told } = await watchedPage(t, 'first');
  t.mock.timers.enable({ apis: ['setTimeout'] });
  await writeFile(file, '');
  hint();
  t.mock.timers.tick(4);
  // It is looked at before this is over.
  for (let turn = 0; turn < 20; turn += 1) await lstat(file);
  await writeFile(file, 'second');
  hint();
  t.mock.timers.tick(25);
  while (told.length === 0) await nextTurn();
  assert.deepEqual(
    told.map((one) => one.kind === 'changed' && one.stamp.size),
    ['second'.length],
  );
});

test('a file that stays empty is told, and so is a save within the same tick of the clock', async (t) => {
  const { file, hint, told } = await watchedPage(t, 'first');
  await writeFile(file, '');
  hint();
  await eventually(() => told.length === 1, { withinMs: 10_000, what: 'the empty file' });
  // The same size, and a time that is young whenever it is looked at.
  const time = new Date(Date.now() + 3_600_000);
  for (const [at, text] of ['one', 'two'].entries()) {
    await writeFile(file, text);
    await utimes(file, time, time);
    hint();
    await eventually(() => told.length >= at + 2, {
      withinMs: 10_000,
      what: `the save of ${text}`,
    });
  }
});

import { mkdir, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { newestInput } from './build.js';
import { withFolderLock } from './folderLock.js';
import { root } from './paths.js';
import { runOrThrow } from './run.js';

/** Always a fresh production build, then the .vsix beside package.json. Answers its path. */
export async function packVsix(): Promise<string> {
  const text = await readFile(path.join(root, 'package.json'), 'utf8');
  const { name, version } = JSON.parse(text) as { name: string; version: string };
  const target = path.join(root, `${name}-${version}.vsix`);
  await mkdir(path.join(root, 'out'), { recursive: true });
  return withFolderLock(path.join(root, 'out', 'build'), async () => {
    await runOrThrow(process.execPath, ['esbuild.mjs'], { cwd: root });
    const growing = path.join(root, 'out', `${process.pid}.vsix`);
    const vsce = path.join('node_modules', '@vscode', 'vsce', 'vsce');
    await runOrThrow(process.execPath, [vsce, 'package', '--no-dependencies', '-o', growing], {
      cwd: root,
    });
    await rename(growing, target);
    return target;
  });
}

/** The .vsix as `packVsix` makes it, made anew only when something in it has changed. */
export async function ensureVsix(): Promise<string> {
  const text = await readFile(path.join(root, 'package.json'), 'utf8');
  const { name, version } = JSON.parse(text) as { name: string; version: string };
  const file = path.join(root, `${name}-${version}.vsix`);
  const packed = await stat(file).catch(() => null);
  const documents = [
    'README.md',
    'CHANGELOG.md',
    'LICENSE',
    '.vscodeignore',
    'l10n',
    'package.nls.json',
  ];
  const times = await Promise.all(
    documents.map((name) =>
      stat(path.join(root, name)).then(
        (found) => found.mtimeMs,
        () => 0,
      ),
    ),
  );
  const changed = Math.max(await newestInput(), ...times);
  return packed !== null && packed.mtimeMs > changed ? file : packVsix();
}

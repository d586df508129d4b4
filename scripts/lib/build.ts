import { existsSync } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { withFolderLock } from './folderLock.js';
import { root } from './paths.js';
import { runOrThrow } from './run.js';

/** All that dist/ is made from. */
const inputs = [
  'src',
  'webviews',
  'python',
  'media',
  'esbuild.mjs',
  'chunks.mjs',
  'package.json',
  'package-lock.json',
];

/** Time of the newest change of anything in the build, in ms since 1970. */
export async function newestInput(): Promise<number> {
  const times = await Promise.all(inputs.map((name) => newest(path.join(root, name))));
  return Math.max(...times);
}

async function newest(file: string): Promise<number> {
  if (!existsSync(file)) return 0;
  const found = await stat(file);
  if (!found.isDirectory()) return found.mtimeMs;
  const names = (await readdir(file)).filter((name) => name !== '__pycache__');
  const times = await Promise.all(names.map((name) => newest(path.join(file, name))));
  return Math.max(found.mtimeMs, ...times);
}

/** Builds dist/ unless it is newer than everything it is made from. Answers whether it built. */
export async function ensureBuilt(): Promise<boolean> {
  const product = path.join(root, 'dist', 'extension.js');
  await mkdir(path.join(root, 'out'), { recursive: true });
  return withFolderLock(path.join(root, 'out', 'build'), async () => {
    const built = await stat(product).catch(() => null);
    if (built !== null && built.mtimeMs >= (await newestInput())) return false;
    await runOrThrow(process.execPath, ['esbuild.mjs'], { cwd: root });
    return true;
  });
}

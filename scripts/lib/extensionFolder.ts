import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { root } from './paths.js';

interface Manifest {
  readonly name: string;
  readonly publisher: string;
  readonly version: string;
}

/** Copies exactly what the .vsix would hold into an extensions folder. */
export async function copyProduct(extensions: string): Promise<string> {
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  const target = path.join(extensions, folderName(await manifestIn(root)));
  for (const file of files) {
    await mkdir(path.dirname(path.join(target, file)), { recursive: true });
    await cp(path.join(root, file), path.join(target, file));
  }
  return target;
}

/** Copies the test-only driver into an extensions folder. */
export function copyDriver(extensions: string): Promise<string> {
  return copyExtension(path.join(root, 'test', 'driver'), extensions);
}

/** Copies an extension, all of its folder, into an extensions folder. */
export async function copyExtension(source: string, extensions: string): Promise<string> {
  const target = path.join(extensions, folderName(await manifestIn(source)));
  await cp(source, target, { recursive: true });
  return target;
}

/** Enters extension folders in `extensions.json`, the list by which VS Code knows what is installed. */
export async function register(extensions: string, folders: readonly string[]): Promise<void> {
  const list = path.join(extensions, 'extensions.json');
  const before = JSON.parse(await readFile(list, 'utf8').catch(() => '[]')) as unknown[];
  const added = await Promise.all(
    folders.map(async (folder) => {
      const manifest = await manifestIn(folder);
      return {
        identifier: { id: `${manifest.publisher}.${manifest.name}` },
        version: manifest.version,
        location: { $mid: 1, path: folder, scheme: 'file' },
        relativeLocation: path.basename(folder),
        metadata: { installedTimestamp: Date.now(), source: 'vsix', pinned: true },
      };
    }),
  );
  await writeFile(list, JSON.stringify([...before, ...added]));
}

async function manifestIn(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as Manifest;
}

const folderName = ({ publisher, name, version }: Manifest): string =>
  `${publisher}.${name}-${version}`;

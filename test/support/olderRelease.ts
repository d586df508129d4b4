import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from '../../scripts/lib/cache.js';
import { withFolderLock } from '../../scripts/lib/folderLock.js';
import { runOrThrow } from '../../scripts/lib/run.js';
import { quantumPython } from './pythonEnvironment.js';

/** A folder with the package of an older release of quantum-framework, for PYTHONPATH; kept for the machine. */
export async function olderRelease(version: string): Promise<string> {
  const folder = path.join(cacheFolder(), `quantum-${version}`);
  await withFolderLock(folder, async () => {
    if (existsSync(folder)) return;
    const fresh = `${folder}.new`;
    await rm(fresh, { recursive: true, force: true });
    await mkdir(fresh, { recursive: true });
    // What it needs is what 1.0.1 needs, and that is there.
    const pip = ['-m', 'pip', 'install', '--quiet', '--no-input', '--disable-pip-version-check'];
    const what = ['--no-deps', '--target', fresh, `quantum-framework==${version}`];
    await runOrThrow(await quantumPython(), [...pip, ...what], {});
    await rename(fresh, folder);
  });
  return folder;
}

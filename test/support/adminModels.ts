import { existsSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from '../../scripts/lib/cache.js';
import { withFolderLock } from '../../scripts/lib/folderLock.js';
import { runOrThrow } from '../../scripts/lib/run.js';
import { quantumPython } from './pythonEnvironment.js';

/** What the framework's admin needs besides: its extra, as of now. */
const packages = ['SQLAlchemy==2.0.44', 'cryptography==46.0.3'];

/** Runs a program of Python that may use `quantum_admin.core` of the framework; answers what it printed. */
export async function withAdminModels(
  program: string,
  env: Readonly<Record<string, string>>,
): Promise<string> {
  const python = await quantumPython();
  const folder = path.join(
    cacheFolder(),
    `${path.basename(path.dirname(path.dirname(python)))}-admin`,
  );
  const ready = path.join(folder, 'ready');
  await withFolderLock(folder, async () => {
    if (existsSync(ready)) return;
    const pip = ['-I', '-m', 'pip', 'install', '--disable-pip-version-check', '--no-input', '-q'];
    await runOrThrow(python, [...pip, '--upgrade', '--target', folder, ...packages]);
    await runOrThrow(python, ['-c', `open(${JSON.stringify(ready)}, 'w').close()`]);
  });
  return runOrThrow(python, ['-c', program], {
    env: { ...process.env, ...env, PYTHONPATH: folder, PYTHONWARNINGS: 'ignore' },
  });
}

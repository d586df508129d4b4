import { randomBytes } from 'node:crypto';
import { chmod, readFile, realpath, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Where a project's configuration lies. */
export const configurationOf = (root: string): string => path.join(root, 'quantum.config.yaml');

/** Its text; empty when there is none. */
export async function readConfigurationFile(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  });
}

/** Replaces it as a whole, through a link to where the file is, with the rights it had. */
export async function writeConfigurationFile(file: string, text: string): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const aside = `${target}.${randomBytes(6).toString('hex')}`;
  const mode = await stat(target).then(
    (found) => found.mode & 0o777,
    () => null,
  );
  await writeFile(aside, text, { flush: true });
  if (mode !== null) await chmod(aside, mode);
  await rename(aside, target);
}

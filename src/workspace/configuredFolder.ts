import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';

export const configurationName = 'quantum.config.yaml';

const isFile = (file: string): Promise<boolean> =>
  stat(file).then(
    (stats) => stats.isFile(),
    () => false,
  );

/** Whether `folder` itself holds a Quantum configuration. */
export function hasConfiguration(folder: string): Promise<boolean> {
  return isFile(path.join(folder, configurationName));
}

/**
 * The nearest folder above `place`, a file or a folder, with a Quantum configuration; null when there is none. The home
 * folder and the root of the file system are not projects: a stray file there claims nothing.
 */
export async function configuredFolderAbove(place: string): Promise<string | null> {
  const home = homedir();
  for (
    let at = path.dirname(place);
    at !== path.dirname(at) && at !== home;
    at = path.dirname(at)
  ) {
    if (await hasConfiguration(at)) return at;
  }
  return null;
}

import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { headOf, quantumFiles } from './quantumFiles.js';

export const configurationName = 'quantum.config.yaml';

/** What makes a folder a Quantum project: its configuration, or pages without one. */
export type ProjectKind = 'configured' | 'pages' | 'none';

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
 * The nearest folder above `folder` with a Quantum configuration; null when there is none. The home
 * folder and the root of the file system are not projects: a stray file there claims nothing.
 */
export async function configuredFolderAbove(folder: string): Promise<string | null> {
  const home = homedir();
  for (
    let at = path.dirname(folder);
    at !== path.dirname(at) && at !== home;
    at = path.dirname(at)
  ) {
    if (await hasConfiguration(at)) return at;
  }
  return null;
}

/**
 * What `folder` is. `isQuantum` judges the beginning of a `.q` file (src/language/ownership.ts): kdb+
 * writes `.q` files too. Below a configured folder every `.q` file counts.
 */
export async function projectKind(
  folder: string,
  isQuantum: (head: string) => boolean,
): Promise<ProjectKind> {
  if (await hasConfiguration(folder)) return 'configured';
  const asked = new Map<string, Promise<boolean>>();
  const configured = (at: string): Promise<boolean> => {
    const known = asked.get(at) ?? hasConfiguration(at);
    asked.set(at, known);
    return known;
  };
  for await (const file of quantumFiles(folder)) {
    if (isQuantum(await headOf(file))) return 'pages';
    for (let at = path.dirname(file); at !== folder; at = path.dirname(at)) {
      if (await configured(at)) return 'pages';
    }
  }
  return 'none';
}

import path from 'node:path';
import { hasConfiguration } from './configuredFolder.js';
import { headOf, quantumFiles } from './quantumFiles.js';

/** What makes a folder a Quantum project: its configuration, or pages without one. */
export type ProjectKind = 'configured' | 'pages' | 'none';

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

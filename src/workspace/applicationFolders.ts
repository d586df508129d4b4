import path from 'node:path';
import { configurationName, configuredFolderAbove } from './configuredFolder.js';
import { ProjectFiles } from './projectFiles.js';

/** The files that belong together: those of one configuration, or those that have none. */
export interface ApplicationFolder {
  readonly root: string;
  readonly isConfigured: boolean;
  /** From the root, with `/`, sorted. */
  readonly files: readonly string[];
}

/**
 * The applications that have files in `folder`: the one whose configuration lies above it or in it, those
 * below it, and what has no configuration at all. A file belongs to the nearest configuration above it.
 */
export async function applicationFolders(folder: string): Promise<ApplicationFolder[]> {
  const above = await configuredFolderAbove(path.join(folder, configurationName));
  const top = above ?? folder;
  const stamps = await new ProjectFiles(top).list();
  const files = stamps.map((stamp) => stamp.path).sort();
  const configured = new Set(
    files.filter((file) => path.posix.basename(file) === configurationName).map(folderOf),
  );
  const byRoot = new Map<string, string[]>();
  for (const file of files) {
    const root = nearest(configured, folderOf(file));
    const own = byRoot.get(root);
    const place = root === '' ? file : file.slice(root.length + 1);
    if (own) own.push(place);
    else byRoot.set(root, [place]);
  }
  return [...byRoot].map(([root, own]) => ({
    root: path.join(top, root),
    isConfigured: configured.has(root),
    files: own,
  }));
}

/** The folder of a path with `/`; '' for one at the root. */
function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf('/')));
}

function nearest(configured: ReadonlySet<string>, folder: string): string {
  for (let at = folder; at !== ''; at = folderOf(at)) if (configured.has(at)) return at;
  return '';
}

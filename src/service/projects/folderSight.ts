import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FolderState } from '../../protocol/projects.js';
import { folderAt, identityOf } from '../../workspace/folderIdentity.js';

/** What is to be seen of a project's folder. */
export interface FolderSight {
  readonly state: FolderState;
  readonly movedTo: string | null;
  /** Of the folder at the path; null unless it is present. */
  readonly identity: string | null;
}

export const noFolder: FolderSight = { state: 'none', movedTo: null, identity: null };

/** A parent with more entries than this is not searched: `missing` is told instead. */
const mostEntries = 2_000;
/** A network drive that does not answer counts as missing; it must not hold up the others. */
const patienceMs = 3_000;

async function siblingWith(identity: string, rootPath: string): Promise<string | null> {
  const parent = path.dirname(rootPath);
  const entries = await readdir(parent, { withFileTypes: true }).catch(() => []);
  if (entries.length > mostEntries) return null;
  for (const entry of entries) {
    if (!entry.isDirectory()) continue;
    const candidate = path.join(parent, entry.name);
    const stats = await stat(candidate, { bigint: true }).catch(() => null);
    if (stats && identityOf(stats) === identity) return candidate;
  }
  return null;
}

async function look(rootPath: string, identity: string | null): Promise<FolderSight> {
  const there = await folderAt(rootPath).catch(() => null);
  if (there) return { state: 'present', movedTo: null, identity: there.identity };
  const movedTo = identity === null ? null : await siblingWith(identity, rootPath);
  return { state: movedTo === null ? 'missing' : 'moved', movedTo, identity: null };
}

/**
 * Looks at a project's folder: at its path, and, when nothing is there, for the same folder under another
 * name beside it. Never throws; answers `missing` after three seconds.
 */
export async function lookAtFolder(
  rootPath: string | null,
  identity: string | null,
): Promise<FolderSight> {
  if (rootPath === null) return noFolder;
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<FolderSight>((resolve) => {
    timer = setTimeout(() => {
      resolve({ state: 'missing', movedTo: null, identity: null });
    }, patienceMs);
  });
  try {
    return await Promise.race([look(rootPath, identity), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

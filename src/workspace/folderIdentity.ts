import { realpath, stat } from 'node:fs/promises';
import type { BigIntStats } from 'node:fs';

/** A folder as the file system knows it, whatever it is called. */
export interface FolderIdentity {
  /** Canonical: no links, and the spelling of the disk where case does not matter. */
  readonly path: string;
  /** `<device>:<inode>:<birth>`: the birth tells a folder from a later one that got its number. */
  readonly identity: string;
}

export function identityOf(stats: BigIntStats): string {
  return `${stats.dev}:${stats.ino}:${stats.birthtimeNs}`;
}

const absences = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES', 'EPERM', 'ENAMETOOLONG']);

/**
 * The folder at `path`, or null when there is none or it cannot be reached.
 * @throws on errors of the disk.
 */
export async function folderAt(path: string): Promise<FolderIdentity | null> {
  try {
    const canonical = await realpath(path);
    const stats = await stat(canonical, { bigint: true });
    return stats.isDirectory() ? { path: canonical, identity: identityOf(stats) } : null;
  } catch (error) {
    if (error instanceof Error && absences.has((error as NodeJS.ErrnoException).code ?? '')) {
      return null;
    }
    throw error;
  }
}

import { lstatSync, readdirSync, type Dirent, type Stats } from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** A file of a project, and what tells one state of it from another. */
export interface FileStamp {
  /** From the project's root, with `/`. */
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
  readonly inode: number;
}

/** Folders that a project's files are not looked for in: those that the framework passes over. */
const skipped: ReadonlySet<string> = new Set(
  '.git node_modules __pycache__ data .quantum .venv venv dist'.split(' '),
);

export function isSkippedFolder(name: string): boolean {
  return skipped.has(name);
}

/** How long a walk keeps the thread before it lets others in, in ms. */
const turnMs = 8;

/**
 * The files below `folder` (from `root`; '' for all), links not followed. Asks the disk in short turns
 * without waiting between files: that is five times as fast as one question after the other.
 */
export async function stampsBelow(root: string, folder: string): Promise<FileStamp[]> {
  const stamps: FileStamp[] = [];
  const folders = [folder];
  let until = performance.now() + turnMs;
  for (let at = folders.pop(); at !== undefined; at = folders.pop()) {
    for (const entry of entriesOf(path.join(root, at))) {
      const place = at === '' ? entry.name : `${at}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!isSkippedFolder(entry.name)) folders.push(place);
        continue;
      }
      const stamp = entry.isFile() ? stampOf(root, place) : null;
      if (stamp) stamps.push(stamp);
      if (performance.now() < until) continue;
      await nextTurn();
      until = performance.now() + turnMs;
    }
  }
  return stamps;
}

/** The state of one file; null when there is none. */
export function stampOf(root: string, place: string): FileStamp | null {
  const stats = statsOf(path.join(root, place));
  if (!stats?.isFile()) return null;
  return { path: place, size: stats.size, mtimeMs: stats.mtimeMs, inode: stats.ino };
}

export function isSameState(a: FileStamp | undefined, b: FileStamp): boolean {
  return a?.size === b.size && a.mtimeMs === b.mtimeMs && a.inode === b.inode;
}

function statsOf(file: string): Stats | undefined {
  try {
    return lstatSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // Gone or forbidden: there is nothing to see in it.
    return [];
  }
}

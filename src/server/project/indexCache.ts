import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { codecVersion, type EncodedSummary } from '../../language/project/summaryCodec.js';
import type { FileStamp } from '../../workspace/fileStamps.js';

/** A page as it was when it was read. */
export interface CachedPage {
  readonly stamp: Omit<FileStamp, 'path'>;
  readonly summary: EncodedSummary;
}

/** By path. */
export type CachedPages = ReadonlyMap<string, CachedPage>;

type Row = [size: number, mtimeMs: number, inode: number, summary: EncodedSummary];

interface CacheFile {
  readonly version: string;
  readonly root: string;
  readonly rows: readonly Row[];
}

/** What was kept of the pages below `root`; empty when nothing is, or it is of another version or broken. */
export async function readIndexCache(
  folder: string,
  root: string,
  version: string,
): Promise<CachedPages> {
  const pages = new Map<string, CachedPage>();
  try {
    const cache = JSON.parse(await readFile(fileOf(folder, root), 'utf8')) as CacheFile;
    if (cache.version !== versionOf(version) || cache.root !== root) return pages;
    for (const [size, mtimeMs, inode, summary] of cache.rows)
      pages.set(summary[0] as string, { stamp: { size, mtimeMs, inode }, summary });
    return pages;
  } catch {
    // No cache, or one that was cut off: everything is read anew and kept again.
    return new Map();
  }
}

/** Keeps `pages`, all at once: whoever reads sees the old cache or the new one. */
export async function writeIndexCache(
  folder: string,
  root: string,
  version: string,
  pages: CachedPages,
): Promise<void> {
  const rows = [...pages.values()].map(({ stamp, summary }): Row => [
    stamp.size,
    stamp.mtimeMs,
    stamp.inode,
    summary,
  ]);
  const cache: CacheFile = { version: versionOf(version), root, rows };
  const file = fileOf(folder, root);
  const draft = `${file}.${randomUUID()}`;
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(draft, JSON.stringify(cache));
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function versionOf(product: string): string {
  return `${product} ${codecVersion}`;
}

function fileOf(folder: string, root: string): string {
  return path.join(folder, `${createHash('sha256').update(root).digest('hex').slice(0, 32)}.json`);
}

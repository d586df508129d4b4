import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { unpackPage, type PackedPage } from '../../language/project/packedPage.js';
import { codecVersion } from '../../language/project/summaryCodec.js';
import type { FileStamp } from '../../workspace/fileStamps.js';

/** A line of the cache: the state of the file when it was read, and what it packs. */
export interface CachedPage {
  readonly state: string;
  readonly line: string;
}

/** By path. */
export type CachedPages = ReadonlyMap<string, CachedPage>;

/** The state of a file, in one word. */
export function stateOf({ size, mtimeMs, inode }: FileStamp): string {
  return `${size} ${mtimeMs} ${inode}`;
}

/**
 * What was kept of the pages below `root`, as far as the files are still in the same state; `isWhole` says
 * whether that is all that was kept. Nothing, when there is no cache, or it is of another version or broken.
 */
export async function readIndexCache(
  folder: string,
  root: string,
  version: string,
  stamps: readonly FileStamp[],
): Promise<{ pages: Map<string, CachedPage & { page: PackedPage }>; isWhole: boolean }> {
  const pages = new Map<string, CachedPage & { page: PackedPage }>();
  const [head, ...lines] = (await readFile(fileOf(folder, root), 'utf8').catch(() => '')).split(
    '\n',
  );
  // The last line ends the file: one that was cut off has none.
  if (head !== headOf(root, version) || lines.pop() !== ending) return { pages, isWhole: false };
  const states = new Map(stamps.map((stamp) => [stamp.path, stateOf(stamp)]));
  for (const row of lines) {
    const tab = row.indexOf('\t');
    const state = row.slice(0, tab);
    const line = row.slice(tab + 1);
    const page = unpackPage(line);
    if (page && states.get(page.path) === state) pages.set(page.path, { state, line, page });
  }
  return { pages, isWhole: pages.size === lines.length };
}

/** Keeps `pages`, all at once: whoever reads sees the old cache or the new one. */
export async function writeIndexCache(
  folder: string,
  root: string,
  version: string,
  pages: CachedPages,
): Promise<void> {
  const rows = [...pages.values()].map(({ state, line }) => `${state}\t${line}`);
  const file = fileOf(folder, root);
  const draft = `${file}.${randomUUID()}`;
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(draft, [headOf(root, version), ...rows, ending].join('\n'));
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

const ending = 'end';

function headOf(root: string, version: string): string {
  return JSON.stringify([version, codecVersion, root]);
}

function fileOf(folder: string, root: string): string {
  return path.join(folder, `${createHash('sha256').update(root).digest('hex').slice(0, 32)}.index`);
}

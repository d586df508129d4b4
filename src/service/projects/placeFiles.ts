import { mkdir, readdir, rm, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../platform/problem.js';

export interface NewFile {
  readonly relative: string;
  readonly content: Buffer;
}
export interface Placed {
  /** Takes away what was placed and nothing else. */
  undo(): Promise<void>;
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

async function requireEmpty(target: string): Promise<void> {
  const entries = await readdir(target).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw unwritable(target, error);
  });
  if (entries.length === 0) return;
  throw new AppError(
    'conflict',
    `${target} is not empty, so no project was made there.`,
    'Choose an empty folder or a new name for it.',
  );
}

function unwritable(target: string, cause: unknown): AppError {
  if (codeOf(cause) === 'ENOSPC') {
    const detail = `The disk is full: ${target} was not made.`;
    return new AppError('store-full', detail, 'Free some space and try again.', { cause });
  }
  const reason = codeOf(cause) ?? String(cause);
  const detail = `${target} cannot be written (${reason}).`;
  return new AppError('conflict', detail, 'Choose another folder.', { cause });
}

/**
 * Writes files into an absent or empty folder: all of them, or none, leaving what was there before. Files
 * that appear meanwhile are neither overwritten nor taken away.
 * @throws conflict when the folder is not empty or cannot be written.
 */
export async function placeFiles(target: string, files: readonly NewFile[]): Promise<Placed> {
  await requireEmpty(target);
  const undoing: (() => Promise<void>)[] = [];
  const placed: Placed = {
    async undo() {
      for (const step of undoing.splice(0).reverse()) await step().catch(() => undefined);
    },
  };
  const makeFolder = async (folder: string): Promise<void> => {
    const first = await mkdir(folder, { recursive: true });
    if (first === undefined) return;
    const made: string[] = [];
    for (let at = folder; ; at = path.dirname(at)) {
      made.unshift(at);
      if (at === first || at === path.dirname(at)) break;
    }
    // `rmdir` refuses a folder with something in it: what others put there stays.
    undoing.push(...made.map((one) => () => rmdir(one)));
  };
  try {
    await makeFolder(target);
    for (const { relative, content } of files) {
      const file = path.join(target, relative);
      await makeFolder(path.dirname(file));
      await writeFile(file, content, { flag: 'wx' });
      undoing.push(() => rm(file));
    }
    return placed;
  } catch (error) {
    await placed.undo();
    throw unwritable(target, error);
  }
}

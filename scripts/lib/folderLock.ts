import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Runs `work` while holding `<folder>.lock`, so that two commands do not install or build the same
 * thing at once. A lock whose process is gone is taken over.
 * @throws Error after `limitMs` (default 15 minutes) of waiting.
 */
export async function withFolderLock<T>(
  folder: string,
  work: () => Promise<T>,
  limitMs = 900_000,
): Promise<T> {
  const lock = `${folder}.lock`;
  await mkdir(path.dirname(lock), { recursive: true });
  const deadline = Date.now() + limitMs;
  while (!(await take(lock))) {
    if (Date.now() > deadline) throw new Error(`Still locked after ${limitMs} ms: ${lock}`);
    await delay(200);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

async function take(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const owner = Number(await readFile(lock, 'utf8').catch(() => '0'));
  if (owner > 0 && !isAlive(owner)) await rm(lock, { force: true });
  return false;
}

/** Whether a process with this id exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { homePaths } from '../protocol/home.js';

/** A start takes less; who holds the turn for longer does not keep the others waiting. */
const longestMs = 20_000;

/**
 * Lets one of many windows copy and start while the others wait, which spares twenty processes. Only
 * thrift hangs on it: that there is one service is the owner lock's affair. Null: someone else is at it.
 */
export async function takeStartTurn(home: string): Promise<{ leave(): Promise<void> } | null> {
  const { runtime } = homePaths(home);
  await mkdir(runtime, { recursive: true, mode: 0o700 });
  const file = path.join(runtime, 'starting');
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (await isAbandoned(file)) await rm(file, { force: true });
    return null;
  }
  return { leave: () => rm(file, { force: true }) };
}

async function isAbandoned(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  if (found === null) return false;
  if (Date.now() - found.mtimeMs > longestMs) return true;
  const pid = Number(await readFile(file, 'utf8').catch(() => ''));
  return pid > 0 && !isAlive(pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

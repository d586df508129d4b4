import { open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { homePaths } from '../protocol/home.js';
import { readableLine } from './readableLine.js';

const tailBytes = 32 * 1024;

/** The newest of the service's numbered log files; null before its first start. */
export async function newestLog(home: string): Promise<string | null> {
  const { logs } = homePaths(home);
  const names = await readdir(logs).catch(() => []);
  const numbers = names
    .map((name) => /^service\.(\d+)\.log$/.exec(name)?.[1])
    .filter((number) => number !== undefined)
    .map(Number);
  return numbers.length === 0 ? null : path.join(logs, `service.${Math.max(...numbers)}.log`);
}

/** The last `count` lines of what the service said, at its start and in its log, as sentences. */
export async function logTail(home: string, count = 20): Promise<string[]> {
  const newest = await newestLog(home);
  const files = [newest, homePaths(home).startLog].filter((file) => file !== null);
  const tails = await Promise.all(files.map(lastLines));
  return tails.flat().map(readableLine).slice(-count);
}

async function lastLines(file: string): Promise<string[]> {
  const handle = await open(file, 'r').catch(() => null);
  if (handle === null) return [];
  try {
    const { size } = await handle.stat();
    const from = Math.max(0, size - tailBytes);
    const { buffer, bytesRead } = await handle.read(
      Buffer.alloc(size - from),
      0,
      size - from,
      from,
    );
    const lines = buffer.subarray(0, bytesRead).toString('utf8').split('\n');
    return lines.slice(from > 0 ? 1 : 0).filter((line) => line !== '');
  } finally {
    await handle.close();
  }
}

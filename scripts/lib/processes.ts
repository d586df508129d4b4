import { readFile, readdir, readlink } from 'node:fs/promises';
import { until } from './deadline.js';
import { isAlive } from './folderLock.js';

export interface FoundProcess {
  readonly pid: number;
  readonly command: string;
}

/**
 * The processes whose environment holds `variable=value`: all that descend from a program started with
 * a value of its own, however far they have detached. Linux only; elsewhere none are found.
 */
export async function processesWith(variable: string, value: string): Promise<FoundProcess[]> {
  const needle = `${variable}=${value}`;
  const found: FoundProcess[] = [];
  for (const name of await readdir('/proc').catch(() => [])) {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) continue;
    const environ = await readFile(`/proc/${name}/environ`, 'utf8').catch(() => '');
    if (!environ.split('\0').includes(needle)) continue;
    const cmdline = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
    // A zombie has no command line any more: it has ended.
    if (cmdline !== '')
      found.push({ pid: Number(name), command: cmdline.replaceAll('\0', ' ').trim() });
  }
  return found;
}

/** Ends processes by their ids: asks, then after `graceMs` insists. */
export async function endProcesses(pids: readonly number[], graceMs = 3000): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    for (const pid of pids) {
      try {
        process.kill(pid, signal);
      } catch {
        // Gone already.
      }
    }
    const gone = until('the end of processes', () => !pids.some(isAlive), graceMs, 20);
    if (await gone.catch(() => false)) return;
  }
}

/** What a process's open files point at: `socket:[…]`, `pipe:[…]`, paths. Linux only. */
export async function openFiles(pid: number): Promise<string[]> {
  const folder = `/proc/${pid}/fd`;
  const names = await readdir(folder).catch(() => []);
  const links = await Promise.all(
    names.map((name) => readlink(`${folder}/${name}`).catch(() => '')),
  );
  return links.filter((link) => link !== '');
}

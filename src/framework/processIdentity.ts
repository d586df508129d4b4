import { readFile } from 'node:fs/promises';
import { runProgram } from './runProgram.js';

/**
 * When the system started a process, as text that is the same for as long as it lives; null when there is no
 * such process. With its number it tells it from a later one that got the number.
 */
export async function processStart(pid: number): Promise<string | null> {
  if (process.platform === 'linux') {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
    // The name, in parentheses, may hold anything; the start is the 20th field after it.
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie is dead: it waits for its parent to look.
    return fields === undefined || fields[0] === 'Z' ? null : (fields[19] ?? null);
  }
  const [program, ...args] =
    process.platform === 'win32'
      ? [
          'powershell.exe',
          ...['-NoProfile', '-NonInteractive', '-Command'],
          `(Get-Process -Id ${pid}).StartTime.Ticks`,
        ]
      : ['/bin/ps', '-o', 'lstart=', '-p', String(pid)];
  const { ok, stdout } = await runProgram(program, args, { timeoutMs: 10_000 });
  return ok && stdout.trim() !== '' ? stdout.trim() : null;
}

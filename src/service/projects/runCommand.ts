import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { endGroup } from '../../framework/processGroup.js';

export interface CommandOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** Each line of either output. */
  readonly onLine: (line: string) => void;
}

/** How long a process group may take to end by itself once it was asked to. */
const graceMs = 3_000;

/**
 * Runs a program in a process group of its own and answers its exit code. Aborting ends the group and
 * resolves only once it is gone. @throws the signal's reason, or when the program cannot be started.
 */
export async function runCommand(
  program: string,
  args: readonly string[],
  { cwd, env, signal, onLine }: CommandOptions,
): Promise<number> {
  signal.throwIfAborted();
  const child = spawn(program, args, {
    cwd,
    env,
    detached: process.platform !== 'win32',
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const output of [child.stdout, child.stderr]) {
    createInterface({ input: output, crlfDelay: Infinity }).on('line', onLine);
  }
  let timer: NodeJS.Timeout | undefined;
  const abort = (): void => {
    endGroup(child, 'SIGTERM');
    timer = setTimeout(() => endGroup(child, 'SIGKILL'), graceMs);
  };
  signal.addEventListener('abort', abort, { once: true });
  try {
    const code = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (exit) => resolve(exit ?? -1));
    });
    signal.throwIfAborted();
    return code;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}

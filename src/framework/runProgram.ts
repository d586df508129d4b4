import { execFile } from 'node:child_process';

export interface ProgramResult {
  readonly ok: boolean;
  readonly stdout: string;
}

/** Runs a program briefly. Never rejects: one that is missing, fails or exceeds `timeoutMs` is not ok. */
export function runProgram(
  file: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; timeoutMs: number },
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    try {
      const child = execFile(
        file,
        [...args],
        {
          cwd: options.cwd,
          env: options.env,
          timeout: options.timeoutMs,
          killSignal: 'SIGKILL',
          maxBuffer: 1024 * 1024,
          windowsHide: true,
        },
        (error, stdout) => resolve({ ok: error === null, stdout }),
      );
      // A candidate that reads its input (a wrapper script, a prompt) gets its end at once.
      child.stdin?.on('error', () => undefined);
      child.stdin?.end();
    } catch {
      resolve({ ok: false, stdout: '' });
    }
  });
}

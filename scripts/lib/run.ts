import { spawn, type SpawnOptions } from 'node:child_process';

export interface Ran {
  readonly code: number;
  /** stdout and stderr as they came. */
  readonly output: string;
}

/** Runs a program to its end, keeping what it wrote. Never rejects: a program that is not there has code 127. */
export function run(
  command: string,
  args: readonly string[],
  options: SpawnOptions & { timeoutMs?: number } = {},
): Promise<Ran> {
  const { timeoutMs, ...rest } = options;
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const child = spawn(command, [...args], {
      ...rest,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs, killSignal: 'SIGKILL' }),
    });
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code, signal) =>
      resolve({
        code: code ?? 1,
        output:
          Buffer.concat(chunks).toString() + whyEnded(signal, child.killed ? timeoutMs : undefined),
      }),
    );
  });
}

function whyEnded(signal: NodeJS.Signals | null, limitMs: number | undefined): string {
  if (signal === null) return '';
  return limitMs === undefined
    ? `\n(${signal})`
    : `\nIt was ended after ${limitMs / 60_000} minutes.`;
}

/** As `run`, with a failure turned into an Error that carries the end of the output. */
export async function runOrThrow(
  command: string,
  args: readonly string[],
  options: SpawnOptions & { timeoutMs?: number } = {},
): Promise<string> {
  const { code, output } = await run(command, args, options);
  if (code === 0) return output;
  const tail = output.trim().split('\n').slice(-30).join('\n');
  throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${tail}`);
}

/** Runs npm as this platform has it. */
export function npm(
  args: readonly string[],
  options: SpawnOptions & { timeoutMs?: number } = {},
): Promise<string> {
  const windows = process.platform === 'win32';
  return runOrThrow(windows ? 'npm.cmd' : 'npm', args, { ...options, shell: windows });
}

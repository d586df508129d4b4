import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { builtProduct } from '../support/builtProduct.js';

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The built command line over a home, outside of any CI; `input` is its standard input. */
export async function runCli(home: string, args: readonly string[], input = ''): Promise<Outcome> {
  const script = path.join(await builtProduct(), 'cli.js');
  const env = { ...process.env, CI: '', QUANTUM_ADMIN_HOME: home };
  const child = spawn(process.execPath, [script, ...args], { env });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, stdout, stderr };
}

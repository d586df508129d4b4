import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { builtProduct } from '../support/builtProduct.js';

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliInput {
  /** Its standard input. */
  readonly input?: string;
  /** Beside the environment of the test. */
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs the built command line as a person at a terminal would: outside of any CI, on a home of its own. */
export async function runCli(
  home: string,
  args: readonly string[],
  { input = '', env = {} }: CliInput = {},
): Promise<Outcome> {
  const script = path.join(await builtProduct(), 'cli.js');
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, CI: '', QUANTUM_ADMIN_HOME: home, ...env },
  });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, stdout, stderr };
}

/** What a command that does well prints as JSON. */
export async function cliJson<T>(home: string, ...args: readonly string[]): Promise<T> {
  const { code, stdout, stderr } = await runCli(home, [...args, '--json']);
  assert.equal(code, 0, `${args.join(' ')}: ${stderr}`);
  return JSON.parse(stdout) as T;
}

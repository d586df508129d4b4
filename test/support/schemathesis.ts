import { execFile, spawn } from 'node:child_process';
import { access, mkdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { quantumPython } from './pythonEnvironment.js';

const run = promisify(execFile);
const version = '4.32.5';

const cache = process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache');
const bin = (folder: string, name: string): string =>
  process.platform === 'win32'
    ? path.join(folder, 'Scripts', `${name}.exe`)
    : path.join(folder, 'bin', name);

/**
 * Path of the pinned schemathesis, made in the machine's cache at its first use, with the Python that the
 * framework runs in: that of Python 3.11.7 fails now and then to compile what it reads of itself.
 */
async function schemathesis(): Promise<string> {
  const python = await quantumPython();
  const { stdout } = await run(python, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])']);
  const home = path.join(cache, 'quantum-admin', `schemathesis-${version}-python-${stdout.trim()}`);
  const program = bin(home, 'schemathesis');
  const present = await access(program).then(
    () => true,
    () => false,
  );
  if (present) return program;
  await mkdir(path.dirname(home), { recursive: true });
  await rm(home, { recursive: true, force: true });
  await run(python, ['-m', 'venv', home]);
  try {
    await run(bin(home, 'python'), ['-m', 'pip', 'install', '-q', `schemathesis==${version}`]);
  } catch (error) {
    // A half-made environment would be taken for a whole one the next time.
    await rename(home, `${home}.broken-${process.pid}`);
    await rm(`${home}.broken-${process.pid}`, { recursive: true, force: true });
    throw error;
  }
  return program;
}

export interface SchemathesisRun {
  readonly exitCode: number | null;
  readonly output: string;
}

/** Runs schemathesis with `args`, killed after `deadlineMs`. */
export async function runSchemathesis(
  args: readonly string[],
  cwd: string,
  deadlineMs: number,
): Promise<SchemathesisRun> {
  const program = await schemathesis();
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const deadline = setTimeout(() => child.kill('SIGKILL'), deadlineMs);
  try {
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    return { exitCode, output: Buffer.concat(chunks).toString() };
  } finally {
    clearTimeout(deadline);
    child.kill('SIGKILL');
  }
}

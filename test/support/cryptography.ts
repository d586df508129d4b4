import { execFile } from 'node:child_process';
import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { quantumPython } from './pythonEnvironment.js';

const run = promisify(execFile);
const version = '46.0.3';

/** A Python with the pinned `cryptography`, made in the machine's cache at its first use. */
async function python(): Promise<string> {
  const cache = process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache');
  const folder = path.join(cache, 'quantum-admin', `cryptography-${version}`);
  const program =
    process.platform === 'win32'
      ? path.join(folder, 'Scripts', 'python.exe')
      : path.join(folder, 'bin', 'python');
  const ready = path.join(folder, 'ready');
  if (
    await access(ready).then(
      () => true,
      () => false,
    )
  )
    return program;
  await mkdir(path.dirname(folder), { recursive: true });
  await rm(folder, { recursive: true, force: true });
  await run(await quantumPython(), ['-m', 'venv', folder]);
  await run(program, ['-m', 'pip', 'install', '-q', `cryptography==${version}`]);
  await writeFile(ready, '');
  return program;
}

/** Runs `script` with `input` as its JSON on stdin; answers the JSON it prints. */
export async function askCryptography<T>(script: string, input: unknown): Promise<T> {
  const asked = run(await python(), ['-c', script]);
  asked.child.stdin?.end(JSON.stringify(input));
  return JSON.parse((await asked).stdout) as T;
}

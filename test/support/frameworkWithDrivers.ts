import { execFile } from 'node:child_process';
import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { frameworkVersion } from '../../scripts/pythonEnvironment.mjs';
import { quantumPython } from './pythonEnvironment.js';

const run = promisify(execFile);

/** A Python with the framework and its drivers for servers, made in the machine's cache at its first use. */
export async function frameworkWithDrivers(): Promise<string> {
  const cache = process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache');
  const folder = path.join(cache, 'quantum-admin', `quantum-${frameworkVersion}-with-drivers`);
  const program =
    process.platform === 'win32'
      ? path.join(folder, 'Scripts', 'python.exe')
      : path.join(folder, 'bin', 'python');
  const ready = path.join(folder, 'ready');
  const isReady = await access(ready).then(
    () => true,
    () => false,
  );
  if (isReady) return program;
  await mkdir(path.dirname(folder), { recursive: true });
  await rm(folder, { recursive: true, force: true });
  await run(await quantumPython(), ['-m', 'venv', folder]);
  const requirement = `quantum-framework[db]==${frameworkVersion}`;
  await run(program, ['-m', 'pip', 'install', '-q', requirement]);
  await writeFile(ready, '');
  return program;
}

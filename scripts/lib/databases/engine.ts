import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { cacheFolder } from '../cache.js';
import { ensurePackages } from '../debian.js';
import { run } from '../run.js';

const patienceMs = 30_000;

const answers = async (): Promise<boolean> => (await run('docker', ['info'])).code === 0;

/**
 * Sees to it that a Docker engine answers: where none does, root installs and starts one; anyone else is
 * told what is missing.
 */
export async function ensureEngine(log: (line: string) => void): Promise<void> {
  if (await answers()) return;
  if (process.getuid?.() !== 0) {
    throw new Error('No Docker engine answers: start Docker, or run this as root.');
  }
  await ensurePackages(['docker.io', 'iptables'], log);
  if (await answers()) return;
  const folder = path.join(cacheFolder(), 'databases');
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, 'dockerd.log');
  const output = openSync(file, 'a');
  log('starting dockerd');
  spawn('dockerd', [], { detached: true, stdio: ['ignore', output, output] }).unref();
  closeSync(output);
  const deadline = Date.now() + patienceMs;
  while (!(await answers())) {
    if (Date.now() > deadline) throw new Error(`dockerd did not come up: see ${file}`);
    await delay(200);
  }
}

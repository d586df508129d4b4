import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * A temporary folder for copies of an application’s databases. Those of services that were killed go: nobody else
 * would remove somebody’s data.
 */
export async function makeScratchFolder(): Promise<string> {
  const folder = tmpdir();
  for (const name of await readdir(folder).catch(() => [])) {
    const owner = /^quantum-admin-preview-(\d+)-/.exec(name)?.[1];
    if (owner === undefined || isAlive(Number(owner))) continue;
    await rm(path.join(folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
  return mkdtemp(path.join(folder, `quantum-admin-preview-${process.pid}-`));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is somebody else's.
    return Reflect.get(Object(error), 'code') === 'EPERM';
  }
}

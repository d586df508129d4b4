import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import type { TestContext } from 'node:test';
import { promisify } from 'node:util';
import { cleanUp } from '../support/cleanup.js';

/** What Docker's own client says. */
export const docker = async (...args: string[]): Promise<string> =>
  (await promisify(execFile)('docker', args)).stdout.trim();

/** A container that somebody starts by hand, gone after the test. `args`: as of `docker run`. Answers its name. */
export async function runByHand(t: TestContext, args: readonly string[]): Promise<string> {
  const name = `by-hand-${randomBytes(4).toString('hex')}`;
  await docker('run', '-d', '--name', name, ...args);
  cleanUp(t, async () => {
    await docker('rm', '-fv', name);
  });
  return name;
}

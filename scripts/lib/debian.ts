import { existsSync } from 'node:fs';
import { run, runOrThrow } from './run.js';

let updated: Promise<unknown> | undefined;

/**
 * Sees to it that Debian packages are installed: as root it installs the missing ones, else it names
 * the command. On other systems it does nothing and answers false.
 */
export async function ensurePackages(
  packages: readonly string[],
  log: (line: string) => void,
): Promise<boolean> {
  if (!existsSync('/usr/bin/dpkg-query')) return false;
  const missing: string[] = [];
  for (const name of packages) {
    const { output } = await run('dpkg-query', ['-W', '-f=${db:Status-Status}', name]);
    if (output !== 'installed') missing.push(name);
  }
  if (missing.length === 0) return true;
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0) {
    throw new Error(`Needed from Debian's packages: run \`sudo ${command}\``);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  updated ??= runOrThrow('apt-get', ['update'], { env, timeoutMs: 300_000 });
  await updated;
  log(`installing ${missing.join(', ')}`);
  await runOrThrow('apt-get', command.split(' ').slice(1), { env, timeoutMs: 900_000 });
  return true;
}

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rootCertificates } from 'node:tls';

/** The authorities that the drivers trust, those that a person added too, for client programs that know none. */
export async function authorities(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const added = env['NODE_EXTRA_CA_CERTS'];
  // Of a file that it cannot read Node says so at its start, and goes on without.
  const more = added ? await readFile(added, 'utf8').catch(() => '') : '';
  return [...rootCertificates, more].join('\n');
}

/** The same as a file. */
export async function authoritiesFile(): Promise<{ file: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'quantum-admin-authorities-'));
  const file = path.join(folder, 'authorities.pem');
  await writeFile(file, await authorities());
  return { file, remove: () => rm(folder, { recursive: true, force: true }) };
}

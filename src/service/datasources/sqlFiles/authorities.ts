import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rootCertificates } from 'node:tls';

/** The authorities that the drivers trust, for client programs that know none. */
export const authorities = (): string => rootCertificates.join('\n');

/** The same as a file. */
export async function authoritiesFile(): Promise<{ file: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'quantum-admin-authorities-'));
  const file = path.join(folder, 'authorities.pem');
  await writeFile(file, authorities());
  return { file, remove: () => rm(folder, { recursive: true, force: true }) };
}

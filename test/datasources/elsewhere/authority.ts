import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runOrThrow } from '../../../scripts/lib/run.js';

/** `ca.pem`, `cert.pem` and `key.pem` of a client, and those of a server for these names. */
export async function authority(folder: string, names: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const openssl = (...args: string[]): Promise<string> =>
    runOrThrow('openssl', args, { cwd: folder });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  await openssl(
    ...['req', '-x509', ...key, '-keyout', 'ca-key.pem', '-out', 'ca.pem', '-days', '1'],
    ...['-subj', '/CN=authority'],
  );
  const certificate = async (name: string, usage: string, more: string): Promise<void> => {
    await openssl(
      ...[
        'req',
        ...key,
        '-keyout',
        `${name}key.pem`,
        '-out',
        `${name}.csr`,
        '-subj',
        `/CN=${name}`,
      ],
    );
    await writeFile(path.join(folder, `${name}.ext`), `extendedKeyUsage=${usage}\n${more}`);
    await openssl(
      ...['x509', '-req', '-in', `${name}.csr`, '-CA', 'ca.pem', '-CAkey', 'ca-key.pem'],
      ...['-CAcreateserial', '-days', '1', '-extfile', `${name}.ext`, '-out', `${name}cert.pem`],
    );
  };
  await certificate('', 'clientAuth', '');
  await certificate('server-', 'serverAuth', `subjectAltName=${names}\n`);
}

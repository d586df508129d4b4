import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { run } from '../../../scripts/lib/run.js';
import type { ConnectionTest } from '../../../src/protocol/datasources.js';
import { eventually } from '../../support/eventually.js';
import { temporaryFolder } from '../../support/serviceApp.js';
import { docker, runByHand } from '../byHand.js';
import { startDatasources } from '../datasourceApp.js';
import { authority } from '../elsewhere/authority.js';

const journey = fileURLToPath(new URL('journey.ts', import.meta.url));
const root = path.resolve(import.meta.dirname, '../../..');

/** The server's own files as its user reads them, then the server, which lets nobody in without TLS. */
const servers = {
  postgresql: {
    ...{ image: 'postgres:16-alpine', port: 5432, variable: 'POSTGRES_PASSWORD' },
    start: `chown -R postgres /tls && exec docker-entrypoint.sh postgres -c ssl=on
      -c ssl_cert_file=/tls/server-cert.pem -c ssl_key_file=/tls/server-key.pem -c hba_file=/tls/hba`,
  },
  mariadb: {
    ...{ image: 'mariadb:11.8', port: 3306, variable: 'MARIADB_ROOT_PASSWORD' },
    // Its own client, which sets it up, would ask for proof, too: that is done before, at another port.
    start: `chown -R mysql /tls && { docker-entrypoint.sh mariadbd --port=3399 & } &&
      until mariadb-admin --no-defaults --skip-ssl -h 127.0.0.1 -P 3399 ping; do sleep 0.1; done;
      kill $!; wait $!; exec docker-entrypoint.sh mariadbd --require-secure-transport=ON
      --ssl-cert=/tls/server-cert.pem --ssl-key=/tls/server-key.pem`,
  },
} as const;

/** A server with a certificate of an authority of its own, for 127.0.0.1. */
async function tlsServer(
  t: TestContext,
  type: keyof typeof servers,
): Promise<{ readonly port: number; readonly authorities: string }> {
  const folder = await temporaryFolder(t, 'tls');
  await authority(folder, 'IP:127.0.0.1');
  await writeFile(
    path.join(folder, 'hba'),
    'local all all trust\nhostssl all all all scram-sha-256\n',
  );
  const { image, port, variable, start } = servers[type];
  const copied = `mkdir /tls && cp /given/* /tls && chmod 600 /tls/*.pem && ${start}`;
  const name = await runByHand(t, [
    ...['-p', `127.0.0.1::${port}`, '-e', `${variable}=s3cret`, '-v', `${folder}:/given:ro`],
    ...['--entrypoint', 'sh', image, '-c', copied.replaceAll(/\s+/g, ' ')],
  ]);
  const published = await docker('port', name, `${port}/tcp`);
  return { port: Number(published.split(':').at(-1)), authorities: path.join(folder, 'ca.pem') };
}

for (const type of ['postgresql', 'mariadb'] as const) {
  test(
    `${type} over TLS: verified in all that is done with it`,
    { timeout: 180_000 },
    async (t) => {
      const { port, authorities } = await tlsServer(t, type);
      const app = await startDatasources(t);
      const login = {
        ...{ type, host: '127.0.0.1', port, tls: true, password: 's3cret' },
        ...{ databaseName: type === 'mariadb' ? 'mysql' : 'postgres' },
        ...{ username: type === 'mariadb' ? 'root' : 'postgres' },
      };
      const passing = ['server-unreachable', 'server-starting'];
      const answer = await eventually(
        async () => {
          const tried = await app.call<ConnectionTest>('POST', '/api/datasources/test', login);
          return passing.includes(tried.error?.code ?? '') ? null : tried;
        },
        { withinMs: 60_000, everyMs: 100, what: 'the server to answer' },
      );
      assert.equal(answer.error?.code, 'certificate-untrusted', answer.error?.message);
      const env: NodeJS.ProcessEnv = {
        ...process.env,
        ...{ NODE_EXTRA_CA_CERTS: authorities, SERVER_TYPE: type, SERVER_PORT: String(port) },
      };
      // Its tests are its own.
      delete env['NODE_TEST_CONTEXT'];
      const program = ['--import', 'tsx', '--test-reporter', 'spec', journey];
      const { code, output } = await run(process.execPath, program, {
        ...{ cwd: root, env, timeoutMs: 120_000 },
      });
      assert.equal(code, 0, output);
    },
  );
}

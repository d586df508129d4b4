import assert from 'node:assert/strict';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { run } from '../../../scripts/lib/run.js';
import { dockerAddress } from '../../../src/service/platform/docker/dockerAddress.js';
import { tlsEngine } from './tlsEngine.js';
import { troubleAt } from './troubleAt.js';

test('an engine that asks for certificates is asked with them, and every other way is told in words', async (t) => {
  const { port, certificates, strangers } = await tlsEngine(t);
  const at = (address: string, env: NodeJS.ProcessEnv): Promise<string | null> =>
    troubleAt(dockerAddress({ ...env, DOCKER_HOST: address }));
  const tcp = `tcp://127.0.0.1:${port}`;
  const verified = { DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: certificates };
  assert.equal(await at(tcp, verified), null);
  assert.equal(await at(`https://127.0.0.1:${port}`, { DOCKER_CERT_PATH: certificates }), null);

  assert.equal(await at(tcp, {}), 'it speaks TLS, and was asked without');
  assert.equal(
    await at(tcp, { ...verified, DOCKER_CERT_PATH: strangers }),
    'its certificate is not signed by the authority of ca.pem',
  );
  assert.equal(
    await at(`tcp://localhost:${port}`, verified),
    'its certificate is for another name',
  );
  assert.match(
    (await at(tcp, { ...verified, DOCKER_CERT_PATH: '/nonexistent' })) ?? '',
    /^the file \/nonexistent\/ca\.pem of its TLS is not there$/,
  );
  // Its authority is known to us, and ours not to it.
  await copyFile(path.join(certificates, 'ca.pem'), path.join(strangers, 'ca.pem'));
  assert.equal(
    await at(tcp, { ...verified, DOCKER_CERT_PATH: strangers }),
    'it does not take the certificate of this client',
  );
});

test(
  'a database of such an engine, from its creation to its end',
  { timeout: 300_000 },
  async (t) => {
    const engine = await tlsEngine(t);
    await engine.bring('postgres:16-alpine');
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      QUANTUM_DOCKER_HOST: `https://127.0.0.1:${engine.port}`,
      DOCKER_CERT_PATH: engine.certificates,
    };
    // Its tests are its own.
    delete env['NODE_TEST_CONTEXT'];
    const journey = path.join(import.meta.dirname, 'tlsJourney.ts');
    const program = ['--import', 'tsx', '--test-reporter', 'spec', journey];
    const { code, output } = await run(process.execPath, program, { env, timeoutMs: 180_000 });
    assert.equal(code, 0, output);
  },
);

import assert from 'node:assert/strict';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
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

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { dockerAddress } from '../../../src/service/platform/docker/dockerAddress.js';
import { temporaryFolder } from '../../support/serviceApp.js';

test('the variable of the product comes first, then the setting, then Docker’s own variable', () => {
  const env = { DOCKER_HOST: 'tcp://b:2375' };
  const all = { ...env, QUANTUM_DOCKER_HOST: 'unix:///a.sock' };
  const of = (from: NodeJS.ProcessEnv, chosen: string | null): string[] => {
    const { source, address } = dockerAddress(from, chosen);
    return [source, address];
  };
  assert.deepEqual(of(all, 'ssh://c'), ['QUANTUM_DOCKER_HOST', 'unix:///a.sock']);
  assert.deepEqual(of(env, 'ssh://c'), ['setting', 'ssh://c']);
  assert.deepEqual(of(env, null), ['DOCKER_HOST', 'tcp://b:2375']);
  assert.deepEqual(of({ DOCKER_HOST: 'b:2375' }, null), ['DOCKER_HOST', 'tcp://b:2375']);
});

test('TLS is what https:// says and, of tcp://, the variable of Docker’s client', () => {
  const certificates = (address: string, env: NodeJS.ProcessEnv): string | null =>
    dockerAddress({ ...env, DOCKER_CONFIG: '/home/me/.docker' }, address).certificates;
  assert.equal(certificates('tcp://b', {}), null);
  assert.equal(certificates('tcp://b', { DOCKER_CERT_PATH: '/c' }), null);
  assert.equal(certificates('tcp://b', { DOCKER_CERT_PATH: '/c', DOCKER_TLS_VERIFY: '1' }), '/c');
  assert.equal(certificates('tcp://b', { DOCKER_TLS_VERIFY: '1' }), '/home/me/.docker');
  assert.equal(certificates('https://b', {}), '/home/me/.docker');
  assert.equal(certificates('ssh://b', { DOCKER_TLS_VERIFY: '1' }), null);
});

test('a context is taken with its certificates, and with its word to take any', async (t) => {
  const folder = await temporaryFolder(t, 'contexts');
  const context = async (name: string, docker: object, files: boolean): Promise<void> => {
    const id = createHash('sha256').update(name).digest('hex');
    const meta = path.join(folder, 'contexts', 'meta', id);
    await mkdir(meta, { recursive: true });
    const content = { Name: name, Endpoints: { docker } };
    await writeFile(path.join(meta, 'meta.json'), JSON.stringify(content));
    const tls = path.join(folder, 'contexts', 'tls', id, 'docker');
    if (files) await mkdir(tls, { recursive: true });
  };
  await context('far', { Host: 'tcp://far:2376' }, true);
  await context('loose', { Host: 'tcp://loose:2376', SkipTLSVerify: true }, true);
  await context('shell', { Host: 'ssh://me@shell' }, false);
  const of = (name: string) => dockerAddress({ DOCKER_CONFIG: folder, DOCKER_CONTEXT: name });
  assert.match(of('far').certificates ?? '', /tls.*docker$/);
  assert.equal(of('far').takesAnyCertificate, undefined);
  assert.equal(of('loose').takesAnyCertificate, true);
  const shell = { address: 'ssh://me@shell', source: 'context', certificates: null };
  assert.deepEqual(of('shell'), shell);
  await writeFile(path.join(folder, 'config.json'), '{"currentContext": "shell"}');
  assert.deepEqual(dockerAddress({ DOCKER_CONFIG: folder }), shell);
});

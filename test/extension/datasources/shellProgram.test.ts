import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shellProgram } from '../../../src/extension/datasources/shellProgram.js';
import type { DatasourceDetail } from '../../../src/protocol/datasources.js';

const shellOf = (shell: string[]): Pick<DatasourceDetail, 'type' | 'connection'> => ({
  type: 'postgresql',
  connection: { url: null, config: null, variable: null, shell },
});
const inContainer = shellOf(['docker', 'exec', '-it', 'c1', 'psql']);
const chosen: Parameters<typeof shellProgram>[2] & object = {
  address: 'unix:///run/other.sock',
  source: 'QUANTUM_DOCKER_HOST',
};

test('a shell in a container goes to the engine that the service uses', () => {
  const { program, args, env } = shellProgram(inContainer, 's3cret', chosen) ?? {};
  assert.deepEqual([program, args], ['docker', ['exec', '-e', 'PGPASSWORD', '-it', 'c1', 'psql']]);
  assert.deepEqual(env, {
    ...{ DOCKER_HOST: 'unix:///run/other.sock', DOCKER_CONTEXT: '' },
    PGPASSWORD: 's3cret',
  });
  assert.equal(shellProgram(inContainer, null, chosen)?.env['DOCKER_HOST'], chosen.address);
});

test('a context is left to Docker, and a client of this machine needs no engine', () => {
  const byContext = { ...chosen, source: 'context' as const };
  assert.deepEqual(shellProgram(inContainer, null, byContext)?.env, {});
  assert.deepEqual(shellProgram(shellOf(['psql', '-h', 'db']), null, null)?.env, {});
});

test('an engine whose scheme says TLS is one of a variable for Docker’s own client', () => {
  const secure = { address: 'https://db.example:2376', source: 'setting' as const };
  const { env } = shellProgram(inContainer, null, secure) ?? {};
  assert.deepEqual(env, {
    ...{ DOCKER_HOST: 'tcp://db.example:2376', DOCKER_CONTEXT: '', DOCKER_TLS_VERIFY: '1' },
  });
});

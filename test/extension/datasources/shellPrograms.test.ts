import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serverTerminal } from '../../../src/extension/datasources/serverTerminal.js';
import type { DatasourceDetail, DatasourceType } from '../../../src/protocol/datasources.js';
import { containerShell, serverShell } from '../../../src/protocol/datasourceShell.js';

type Shown = Pick<DatasourceDetail, 'id' | 'type' | 'connection'>;
const shellOf = (shell: string[] | null, type: DatasourceType = 'postgresql'): Shown => ({
  ...{ id: 7, type },
  connection: { url: null, config: null, variable: null, shell },
});
const inContainer = shellOf(['docker', 'exec', '-it', 'c1', 'psql']);
const chosen: Parameters<typeof containerShell>[1] = {
  address: 'unix:///run/other.sock',
  source: 'QUANTUM_DOCKER_HOST',
};

test('a shell in a container goes to the engine that the service uses', () => {
  const { program, args, env } = containerShell(inContainer, chosen) ?? {};
  assert.deepEqual([program, args], ['docker', ['exec', '-it', 'c1', 'psql']]);
  assert.deepEqual(env, { DOCKER_HOST: 'unix:///run/other.sock', DOCKER_CONTEXT: '' });
  const byContext = { ...chosen, source: 'context' as const };
  assert.deepEqual(containerShell(inContainer, byContext)?.env, {}, 'a context is left to Docker');
});

test('an engine whose scheme says TLS is one of a variable for Docker’s own client', () => {
  const secure = { address: 'https://db.example:2376', source: 'setting' as const };
  assert.deepEqual(containerShell(inContainer, secure)?.env, {
    ...{ DOCKER_HOST: 'tcp://db.example:2376', DOCKER_CONTEXT: '', DOCKER_TLS_VERIFY: '1' },
  });
});

test('a client that is given the password does not ask, and keeps its port', () => {
  const of = (type: DatasourceType, ...shell: string[]) =>
    serverShell(shellOf(shell, type), 's3cret');
  assert.deepEqual(of('postgresql', 'psql', '-p', '5432')?.args, ['-p', '5432']);
  assert.deepEqual(of('mariadb', 'mariadb', '-P', '3306', '-p', 'shop')?.args, [
    ...['-P', '3306', 'shop'],
  ]);
  assert.deepEqual(of('redis', 'redis-cli', '-p', '6379', '--askpass'), {
    ...{ program: 'redis-cli', args: ['-p', '6379'], env: { REDISCLI_AUTH: 's3cret' } },
  });
  assert.deepEqual(of('mongodb', 'mongosh', '-u', 'quantum', '-p')?.env, {}, 'its client asks');
});

test('a terminal of a server runs the command line, or a client that asks', () => {
  const detail = shellOf(['mariadb', '-p', 'shop'], 'mariadb');
  const own = { file: '/ext/dist/cli.js', home: '/home/me' };
  const runtime = { file: '/usr/bin/node', env: { ELECTRON_RUN_AS_NODE: '1' } };
  assert.deepEqual(serverTerminal(detail, { ...own, runtime }), {
    program: '/usr/bin/node',
    args: ['/ext/dist/cli.js', 'datasources', 'shell', '7', '--home', '/home/me'],
    env: { ELECTRON_RUN_AS_NODE: '1', CI: '' },
  });
  assert.deepEqual(serverTerminal(detail, { ...own, runtime: undefined }), {
    ...{ program: 'mariadb', args: ['-p', 'shop'], env: {} },
  });
  assert.equal(serverTerminal(shellOf(null), { ...own, runtime }), undefined);
});

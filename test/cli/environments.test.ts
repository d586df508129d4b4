import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import type { Environment, EnvironmentVariable } from '../../src/protocol/environments.js';
import type { Project } from '../../src/protocol/projects.js';
import { startService } from '../support/runningService.js';
import { temporaryFolder } from '../support/serviceApp.js';
import { runCli } from './runCli.js';

test('environments and their variables, in a terminal', async (t) => {
  const { home } = await startService(t);
  const folder = await temporaryFolder(t, 'shop');
  await writeFile(path.join(folder, 'quantum.config.yaml'), '');
  const json = async <T>(...args: string[]): Promise<T> => {
    const { code, stdout, stderr } = await runCli(home, [...args, '--json']);
    assert.equal(code, 0, stderr);
    return JSON.parse(stdout) as T;
  };
  const project = String((await json<Project>('projects', 'open', folder)).id);
  const made = await json<Environment>('environments', 'create', project, 'production');
  assert.deepEqual([made.type, made.inUse], ['prod', false]);
  const id = String(made.id);
  await json('environments', 'use', id);
  const list = await runCli(home, ['environments', 'list', project]);
  assert.match(list.stdout, new RegExp(`^${id} +production +prod +unknown +in use +0 variables`));
  const down = await runCli(home, ['environments', 'update', id, '--url', 'http://127.0.0.1:1/']);
  assert.equal(down.code, 0, down.stderr);
  const checked = await runCli(home, ['environments', 'check', id]);
  assert.equal(checked.code, 1);
  assert.match(checked.stdout, /cannot be reached/);

  const inProduction = ['--environment', 'production'];
  const set = ['variables', 'set', project, 'API_TOKEN', ...inProduction, '--value-stdin'];
  const secret = await runCli(home, set, 's3cret\n');
  assert.equal(secret.code, 0, secret.stderr);
  assert.doesNotMatch(secret.stdout, /s3cret/);
  await json('variables', 'set', project, 'CURRENCY', '--value', 'EUR');
  const changed = ['variables', 'set', project, 'CURRENCY', '--description', 'of prices'];
  const { value, description } = await json<EnvironmentVariable>(...changed);
  assert.deepEqual([value, description], ['EUR', 'of prices']);
  const listed = await runCli(home, ['variables', 'list', project]);
  assert.match(listed.stdout, /^API_TOKEN +•+ +production\s*\nCURRENCY +EUR +of prices$/m);
  const got = await runCli(home, ['variables', 'get', project, 'API_TOKEN', ...inProduction]);
  assert.equal(got.stdout, 's3cret\n');

  const unknown = await runCli(home, ['variables', 'get', project, 'A', '--environment', 'test']);
  assert.equal(unknown.code, 2);
  assert.match(unknown.stderr, /no environment “test”; there are: production/);
  assert.equal((await runCli(home, ['variables', 'set', project, 'NEW'])).code, 2);
  assert.equal((await runCli(home, ['environments', 'use', id, '--off'])).code, 0);
  assert.equal((await runCli(home, ['variables', 'delete', project, 'CURRENCY'])).code, 0);
  assert.equal((await runCli(home, ['environments', 'delete', id])).code, 0);
  assert.deepEqual(await json('variables', 'list', project), []);
});

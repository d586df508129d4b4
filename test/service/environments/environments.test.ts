import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import type { AuditEntry } from '../../../src/protocol/audit.js';
import type { Environment, EnvironmentVariable } from '../../../src/protocol/environments.js';
import type { Problem } from '../../../src/protocol/problems.js';
import type { Project } from '../../../src/protocol/projects.js';
import { cleanUp } from '../../support/cleanup.js';
import { startTestApp, temporaryFolder, type TestApp } from '../../support/serviceApp.js';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** A project without a folder, and how it is asked. */
async function shop(t: TestContext) {
  const service = await startTestApp(t);
  const call = async <T>(method: Method, url: string, payload?: object): Promise<T> => {
    const answer = await asked(service, method, url, payload);
    assert.ok(answer.statusCode < 300, `${method} ${url}: ${answer.body}`);
    return (answer.body === '' ? undefined : answer.json()) as T;
  };
  const refused = async (method: Method, url: string, payload?: object): Promise<Problem> => {
    const answer = await asked(service, method, url, payload);
    assert.ok(answer.statusCode >= 400, `${method} ${url} was not refused: ${answer.body}`);
    return answer.json<Problem>();
  };
  const { id } = await call<Project>('POST', '/api/projects', { name: 'Shop' });
  const [environments, variables] = [
    `/api/projects/${id}/environments`,
    `/api/projects/${id}/environment-variables`,
  ];
  return {
    ...{ service, id, call, refused, environments, variables },
    names: async () => (await call<Environment[]>('GET', environments)).map(({ name }) => name),
  };
}

const asked = (service: TestApp, method: Method, url: string, payload?: object) =>
  service.app.inject({
    ...{ method, url, headers: service.authorized },
    ...(payload === undefined ? {} : { payload }),
  });

test('environments of a project: what they are follows from their names, and they have an order', async (t) => {
  const { call, refused, environments, names } = await shop(t);
  for (const name of ['development', 'staging', 'production'])
    await call('POST', environments, {
      name,
      ...(name === 'production' ? { url: 'https://shop.example/health' } : {}),
    });
  const [dev, , prod] = await call<Environment[]>('GET', environments);
  assert.deepEqual(
    (await call<Environment[]>('GET', environments)).map(({ type, position }) => [type, position]),
    [
      ['dev', 1],
      ['staging', 2],
      ['prod', 3],
    ],
  );
  const taken = await refused('POST', environments, { name: 'staging' });
  assert.deepEqual([taken.status, taken.code], [409, 'name-taken']);
  assert.equal((await refused('POST', environments, { name: 'with space' })).status, 400);

  await call('PUT', `/api/environments/${prod?.id}`, { position: 1 });
  assert.deepEqual(await names(), ['production', 'development', 'staging']);
  const config = { branch: 'main', dockerHost: 'ssh://deploy@shop.example', port: 8080 };
  const changed = await call<Environment>('PUT', `/api/environments/${dev?.id}`, {
    name: 'dev',
    config,
  });
  assert.deepEqual([changed.name, changed.config, changed.position], ['dev', config, 2]);
  await call('DELETE', `/api/environments/${prod?.id}`);
  assert.deepEqual(
    (await call<Environment[]>('GET', environments)).map(({ name, position }) => [name, position]),
    [
      ['dev', 1],
      ['staging', 2],
    ],
  );
  assert.equal((await refused('GET', `/api/environments/${prod?.id}`)).status, 404);
});

test('an environment is asked at its address, and what was seen goes with the address', async (t) => {
  const { call, refused, environments } = await shop(t);
  let status = 200;
  const server = createServer((_, answer) => answer.writeHead(status).end()).listen(0, '127.0.0.1');
  cleanUp(t, () => new Promise<void>((done) => server.close(() => done())));
  await new Promise((listening) => server.once('listening', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/health`;
  const { id } = await call<Environment>('POST', environments, { name: 'here' });
  assert.match((await refused('POST', `/api/environments/${id}/check`)).detail, /no address/);
  await call('PUT', `/api/environments/${id}`, { url });
  const check = (): Promise<Environment> => call('POST', `/api/environments/${id}/check`);
  const up = await check();
  assert.deepEqual([up.status, up.problem], ['up', null]);
  assert.ok(up.checkedAt);
  status = 503;
  const down = await check();
  assert.deepEqual([down.status, down.problem], ['down', 'It answered with 503.']);
  const elsewhere = await call<Environment>('PUT', `/api/environments/${id}`, {
    url: 'http://127.0.0.1:1/',
  });
  assert.deepEqual([elsewhere.status, elsewhere.checkedAt], ['unknown', null]);
  assert.match((await check()).problem ?? '', /cannot be reached: .*(ECONNREFUSED|bad port)/);
});

test('a secret is encrypted, listed without its value, and told on request, which is written down', async (t) => {
  const { service, call, refused, variables } = await shop(t);
  const made = await call<EnvironmentVariable>('POST', variables, {
    key: 'STRIPE_API_KEY',
    value: 'c4nary',
  });
  assert.deepEqual([made.isSecret, made.value], [true, null]);
  await call('POST', variables, { key: 'CURRENCY', value: 'EUR', description: 'of all prices' });
  const list = await call<EnvironmentVariable[]>('GET', variables);
  assert.deepEqual(
    list.map(({ key, value }) => [key, value]),
    [
      ['CURRENCY', 'EUR'],
      ['STRIPE_API_KEY', null],
    ],
  );
  const rows = await service.platform.store.read((db) =>
    db.selectFrom('environment_variable').selectAll().execute(),
  );
  assert.doesNotMatch(JSON.stringify(rows), /c4nary|EUR/);
  const events = await service.platform.store.read((db) =>
    db.selectFrom('event').selectAll().execute(),
  );
  assert.doesNotMatch(JSON.stringify(events), /c4nary/);

  const one = `${variables}/STRIPE_API_KEY`;
  assert.match((await refused('PUT', one, { isSecret: false })).detail, /is a secret/);
  assert.equal((await call<{ value: string }>('POST', `${one}/value`)).value, 'c4nary');
  const [entry] = await call<AuditEntry[]>('GET', '/api/audit');
  assert.deepEqual([entry?.action, entry?.subject], ['variable.value', 'STRIPE_API_KEY']);
  const plain = await call<EnvironmentVariable>('PUT', one, {
    isSecret: false,
    value: 'test',
    key: 'STRIPE',
  });
  assert.deepEqual([plain.key, plain.value], ['STRIPE', 'test']);
  assert.equal((await refused('POST', `${one}/value`)).status, 404);
  await call('DELETE', `${variables}/STRIPE`);
  assert.equal((await call<EnvironmentVariable[]>('GET', variables)).length, 1);
});

test('what cannot be a variable is refused with what to do', async (t) => {
  const { call, refused, variables, environments } = await shop(t);
  const status = async (body: object): Promise<number> =>
    (await refused('POST', variables, body)).status;
  assert.equal(await status({ key: '1ST', value: '' }), 400);
  assert.equal(await status({ key: 'NUL', value: 'a\0b' }), 400);
  assert.equal(await status({ key: 'LONG', value: 'é'.repeat(20_000) }), 400);
  assert.match(
    (await refused('POST', variables, { key: 'QUANTUM_ADMIN_HOME', value: '' })).detail,
    /a setting of Quantum Admin/,
  );
  assert.equal(await status({ key: 'A', value: '', environmentId: 99 }), 404);
  await call('POST', variables, { key: 'A', value: '1' });
  await call('POST', variables, { key: 'B', value: '1' });
  assert.equal((await refused('POST', variables, { key: 'A', value: '2' })).code, 'name-taken');
  assert.equal((await refused('PUT', `${variables}/B`, { key: 'A' })).code, 'name-taken');
  // In an environment it is another one.
  const { id } = await call<Environment>('POST', environments, { name: 'dev' });
  await call('POST', variables, { key: 'A', value: '3', environmentId: id });
  const other = await call<Project>('POST', '/api/projects', { name: 'Other' });
  const elsewhere = `/api/projects/${other.id}/environment-variables`;
  assert.equal(
    (await refused('POST', elsewhere, { key: 'A', value: '', environmentId: id })).status,
    404,
  );
  assert.equal((await refused('DELETE', `${elsewhere}/A?environmentId=${id}`)).status, 404);
});

test('what is run is given the variables of the project, then those of the environment in use', async (t) => {
  const root = await temporaryFolder(t, 'environments');
  await writeFile(path.join(root, 'quantum.config.yaml'), '');
  const { service, id, call, variables, environments } = await shop(t);
  await call('PUT', `/api/projects/${id}`, { rootPath: root });
  const ids: Record<string, number> = {};
  for (const name of ['dev', 'prod'])
    ids[name] = (await call<Environment>('POST', environments, { name })).id;
  const add = (key: string, value: string, name?: string): Promise<unknown> =>
    call('POST', variables, {
      key,
      value,
      ...(name === undefined ? {} : { environmentId: ids[name] }),
    });
  await add('CURRENCY', 'EUR');
  await add('MAIL_HOST', 'localhost');
  await add('MAIL_HOST', 'mail.example', 'prod');
  await add('API_TOKEN', 'real', 'prod');
  const given = async (): Promise<unknown> =>
    (await call<{ variables: unknown }>('POST', `/api/projects/${id}/variables`)).variables;
  assert.deepEqual(await given(), { CURRENCY: 'EUR', MAIL_HOST: 'localhost' });
  assert.deepEqual(await call('GET', `/api/projects/${id}/variables`), {
    names: ['CURRENCY', 'MAIL_HOST'],
  });
  const use = (name: string, inUse: boolean): Promise<unknown> =>
    call('PUT', `/api/environments/${ids[name]}`, { inUse });
  await use('prod', true);
  const inProduction = { CURRENCY: 'EUR', MAIL_HOST: 'mail.example', API_TOKEN: 'real' };
  assert.deepEqual(await given(), inProduction);
  await use('dev', false);
  assert.deepEqual(await given(), inProduction, 'one that was not in use changes nothing');
  await use('dev', true);
  assert.deepEqual(await given(), { CURRENCY: 'EUR', MAIL_HOST: 'localhost' });
  const inUse = (await call<Environment[]>('GET', environments)).filter((one) => one.inUse);
  assert.deepEqual(
    inUse.map(({ name }) => name),
    ['dev'],
  );
  const [entry] = await call<AuditEntry[]>('GET', '/api/audit');
  assert.equal(entry?.action, 'reveal-variables');

  // An environment goes with its variables, a project with all of them.
  await call('DELETE', `/api/environments/${ids['prod']}`);
  const left = await call<EnvironmentVariable[]>('GET', variables);
  assert.deepEqual(
    left.map(({ key, environmentId }) => [key, environmentId]),
    [
      ['CURRENCY', null],
      ['MAIL_HOST', null],
    ],
  );
  await call('DELETE', `/api/projects/${id}`);
  const rest = await service.platform.store.read((db) =>
    db.selectFrom('environment_variable').select('id').execute(),
  );
  assert.deepEqual(rest, []);
});

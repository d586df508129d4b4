import assert from 'node:assert/strict';
import test from 'node:test';
import { Type } from 'typebox';
import type { App } from '../../../src/service/platform/http/app.js';
import { startTestApp } from '../../support/serviceApp.js';

const Thing = Type.Object({ id: Type.Integer() }, { $id: 'Thing' });
const whole = {
  operationId: 'getThing',
  summary: 'A thing',
  tags: ['things'],
  response: { 200: Thing },
};
const auth = { auth: 'token' } as const;
const feature = (routes: (app: App) => void) => ({ features: () => [{ name: 'things', routes }] });

test('start-up fails on a route that does not say what it must', async (t) => {
  const cases: [object, RegExp][] = [
    [{ schema: whole }, /does not say who may call it/],
    [{ config: auth, schema: { ...whole, operationId: undefined } }, /no operationId/],
    [{ config: auth, schema: { ...whole, summary: undefined } }, /no summary/],
    [{ config: auth, schema: { ...whole, tags: [] } }, /no tags/],
    [{ config: auth, schema: { ...whole, response: undefined } }, /lists no responses/],
  ];
  for (const [options, message] of cases) {
    const start = startTestApp(
      t,
      feature((app) => app.get('/api/things', options, () => ({ id: 1 }))),
    );
    await assert.rejects(start, message);
  }
});

test('start-up fails when two routes share an operation id or two schemas a name', async (t) => {
  const twice = feature((app) => {
    app.get('/api/things', { config: auth, schema: whole }, () => ({ id: 1 }));
    app.get('/api/others', { config: auth, schema: whole }, () => ({ id: 1 }));
  });
  await assert.rejects(startTestApp(t, twice), /Two routes are called getThing/);

  const Other = Type.Object({ name: Type.String() }, { $id: 'Thing' });
  const homonyms = feature((app) => {
    app.get('/api/things', { config: auth, schema: whole }, () => ({ id: 1 }));
    const other = { ...whole, operationId: 'getOther', response: { 200: Other } };
    app.get('/api/others', { config: auth, schema: other }, () => ({ name: 'x' }));
  });
  await assert.rejects(startTestApp(t, homonyms), /Two schemas have the \$id Thing/);
});

test('an alias answers as its route does, behind the same gates', async (t) => {
  const config = { ...auth, aliases: ['/things/:id'] };
  const params = Type.Object({ id: Type.Integer() });
  const { app, authorized: headers } = await startTestApp(
    t,
    feature((app) =>
      app.get(
        '/api/things/:id',
        { config, schema: { ...whole, params } },
        (request) => request.params,
      ),
    ),
  );
  for (const url of ['/api/things/7', '/things/7']) {
    assert.deepEqual((await app.inject({ url, headers })).json(), { id: 7 });
    assert.equal((await app.inject({ url })).statusCode, 401);
  }
});

test('what a schema does not list never leaves', async (t) => {
  const { app, authorized: headers } = await startTestApp(
    t,
    feature((app) =>
      app.get('/api/things', { config: auth, schema: whole }, () => ({ id: 7, password: 'x' })),
    ),
  );
  assert.equal((await app.inject({ url: '/api/things', headers })).body, '{"id":7}');
});

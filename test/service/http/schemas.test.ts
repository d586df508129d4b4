import { SerializerSelector } from '@fastify/fast-json-stringify-compiler';
import assert from 'node:assert/strict';
import test from 'node:test';
import type { App } from '../../../src/service/platform/http/app.js';
import { validatorFactory } from '../../../src/service/platform/http/validation.js';
import { startTestApp } from '../../support/serviceApp.js';

interface Schemas {
  readonly where: string;
  readonly requests: readonly (readonly [httpPart: string, schema: object])[];
  readonly answers: readonly object[];
}

/** Collects what every route is registered with, once the rules of routes have had their say. */
function collectSchemas(app: App, collected: Schemas[]): Promise<void> {
  app.addHook('onRoute', (route) => {
    queueMicrotask(() => {
      const { body, params, querystring, response } = route.schema ?? {};
      const parts = Object.entries({ body, params, querystring });
      collected.push({
        where: `${String(route.method)} ${route.url}`,
        requests: parts.filter((part): part is [string, object] => part[1] !== undefined),
        answers: Object.values(response as Record<string, object>).flatMap(schemasOf),
      });
    });
  });
  return Promise.resolve();
}

function schemasOf(answer: object): object[] {
  if (!('content' in answer)) return [answer];
  const contents = Object.values(answer.content as Record<string, { schema: object }>);
  return contents.map(({ schema }) => schema);
}

test('every schema of every route can be compiled, though none is before it is needed', async (t) => {
  const collected: Schemas[] = [];
  const { app } = await startTestApp(t, { prepare: (app) => collectSchemas(app, collected) });
  const shared = app.getSchemas() as Record<string, object>;
  const validatorOf = validatorFactory()(shared, {});
  const serializerOf = SerializerSelector()(shared, {});
  const counted = { requests: 0, answers: 0 };
  for (const { where, requests, answers } of collected) {
    for (const [httpPart, schema] of requests) {
      assert.doesNotThrow(() => validatorOf({ schema, httpPart })({}), where);
      counted.requests++;
    }
    for (const schema of answers) {
      const route = { schema, method: '', url: where, httpStatus: '200' };
      assert.doesNotThrow(() => serializerOf(route), where);
      counted.answers++;
    }
  }
  assert.ok(counted.requests > 20 && counted.answers > 60, JSON.stringify(counted));
});

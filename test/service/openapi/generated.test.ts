import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { documentFile, generateOpenApi, typesFile } from '../../../scripts/openapi.js';
import { registeredRoutes } from '../../support/registeredRoutes.js';
import { startTestApp } from '../../support/serviceApp.js';

interface Operation {
  readonly operationId: string;
  readonly responses: Record<string, unknown>;
  readonly security?: unknown[];
}
type Document = {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
};

test('the committed document and client types are what the routes say', async () => {
  const { document, types } = await generateOpenApi();
  const hint = 'Run `npm run openapi` and commit what it writes.';
  assert.ok(document === (await readFile(documentFile, 'utf8')), hint);
  assert.ok(types === (await readFile(typesFile, 'utf8')), hint);
});

test('every route is in the document, aliases too, with all it can answer', async (t) => {
  const { routes, collect } = registeredRoutes();
  await startTestApp(t, { prepare: collect });
  const { openapi, paths } = JSON.parse(await readFile(documentFile, 'utf8')) as Document;
  assert.match(openapi, /^3\.1\./);
  const documented = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const registered = routes.map(({ method, url }) => `${method} ${url.replace(/:(\w+)/g, '{$1}')}`);
  assert.deepEqual(documented.sort(), [...new Set(registered)].sort());
  assert.ok(documented.includes('GET /projects'), 'the roadmap’s path');
  assert.ok(documented.includes('GET /api/projects'), 'the canonical path');

  const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
  const ids = operations.map(({ operationId }) => operationId);
  assert.equal(new Set(ids).size, ids.length);
  for (const { operationId, responses } of operations) {
    const success = Object.keys(responses).some((status) => /^[123]\d\d$/.test(status));
    assert.ok(success && '4XX' in responses && '5XX' in responses, operationId);
  }
});

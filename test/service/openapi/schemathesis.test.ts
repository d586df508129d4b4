import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { documentFile } from '../../../scripts/openapi.js';
import { insertProject } from '../../support/changes.js';
import { runSchemathesis } from '../../support/schemathesis.js';
import { startTestApp, temporaryFolder } from '../../support/serviceApp.js';
import { seed, soaking } from '../../support/slice.js';

/** Answers that never end have tests of their own in test/service/{events,jobs}. */
const streams = '/events$|/events/socket$|/logs$|/usage$|/run/stream$';
/** Would install packages wherever a made-up root folder happens to exist. */
const harmful = 'installFramework';

test('no request makes a 5xx or an answer that is not in the document', async (t) => {
  const folder = await temporaryFolder(t, 'schemathesis');
  // Containers that nobody asked for would stay: there is no engine here.
  process.env['QUANTUM_DOCKER_HOST'] = `unix://${path.join(folder, 'docker.sock')}`;
  const service = await startTestApp(t, {
    limits: { requests: 1e9, failures: 1e9 },
    // No templates there: nothing is ever written into a made-up folder.
    assetsDirectory: folder,
  });
  // Something to find, so that not every answer is a 404.
  for (const name of ['shop', 'blog', 'wiki']) await insertProject(service.platform, name);
  const document = path.join(folder, 'openapi.json');
  await writeFile(document, await readFile(documentFile));

  const seconds = soaking ? 600 : 20;
  const args = [
    'run',
    document,
    ['--url', await service.url()],
    ['--header', `Authorization: Bearer ${service.token}`],
    ['--checks', 'not_a_server_error,status_code_conformance,content_type_conformance'],
    ['--checks', 'response_schema_conformance,response_headers_conformance,unsupported_method'],
    ['--exclude-path-regex', streams],
    ['--exclude-operation-id', harmful],
    ['--phases', 'examples,coverage,fuzzing'],
    ['--seed', String(seed)],
    ['--max-time', String(seconds)],
    ['--request-timeout', '20'],
    ['--workers', '2'],
    ['--suppress-health-check', 'all'],
    ['--warnings', 'off'],
  ].flat();
  const { exitCode, output } = await runSchemathesis(args, folder, (seconds + 60) * 1_000);
  t.diagnostic(`seed ${seed}`);
  for (const line of output.trim().split('\n').slice(-12)) t.diagnostic(line);
  assert.equal(exitCode, 0, output);

  const alive = await service.app.inject({ url: '/api/jobs', headers: service.authorized });
  assert.equal(alive.statusCode, 200);
});

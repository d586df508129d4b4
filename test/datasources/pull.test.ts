import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { promisify } from 'node:util';
import { dataOf } from '../../src/client/problemError.js';
import type { Datasource } from '../../src/protocol/datasources.js';
import type { Job } from '../../src/protocol/jobs.js';
import { inTerminal } from '../support/inTerminal.js';
import { startRegistry } from '../support/registry.js';
import { startService } from '../support/runningService.js';
import { temporaryFolder } from '../support/serviceApp.js';
import { counting } from './clients.js';
import { startDatasources, type DatasourceApp } from './datasourceApp.js';

const docker = (...args: string[]) => promisify(execFile)('docker', args);
const isHere = (image: string): Promise<boolean> =>
  docker('image', 'inspect', image).then(
    () => true,
    () => false,
  );

/** The job of a datasource once it says how much of its image has come. */
function pulling(app: DatasourceApp, { jobId }: Datasource): Promise<Job> {
  return app.until(async () => {
    const job = await app.call<Job>('GET', `/api/jobs/${jobId}`);
    return / MB(\/s)?$/.test(job.step ?? '') ? job : undefined;
  });
}

async function logOf(app: DatasourceApp, { jobId }: Datasource): Promise<string[]> {
  const lines: string[] = [];
  const { signal } = new AbortController();
  for await (const { text } of app.service.platform.jobs.logLines(jobId ?? 0, 0, signal))
    lines.push(text);
  return lines;
}

test('images come from a registry', async (t) => {
  const registry = await startRegistry(t);
  const image = await registry.push(t);

  await t.test('a pull that is cancelled lets go, and a start begins it anew', async (t) => {
    const app = await startDatasources(t);
    registry.holdAfter(6_000_000);
    const begun = await app.create({ type: 'redis', image });
    const { step, progress } = await pulling(app, begun);
    // What comes within the first second has no rate yet.
    const said = /^Pulling \S+: \d of 3 layers, [\d.]+ of [\d.]+ MB(?:, [\d.]+ MB\/s)?$/;
    assert.match(step ?? '', said);
    assert.ok(progress > 0.02 && progress < 0.38, `at ${progress}`);
    assert.equal((await app.get(begun.id)).status, 'pulling');
    const job = await app.call<Job>('POST', `/api/jobs/${begun.jobId}/cancel`);
    assert.equal(job.state, 'cancelled');
    const { status, badge, error } = await app.settled(begun.id);
    assert.deepEqual([status, badge, error], ['created', 'stopped', null]);
    assert.equal(await isHere(image), false);
    assert.deepEqual(await app.containers(), []);

    registry.release();
    const again = await app.call<Datasource>('POST', `/api/datasources/${begun.id}/start`);
    await app.ready(begun.id);
    assert.equal(await counting.redis(await app.url(begun.id)), 1);
    const layers = (await logOf(app, again)).filter((line) => line.startsWith('Layer'));
    assert.equal(layers.length, 3);
    assert.equal(layers.filter((line) => line.endsWith(' is here, 8.0 MB')).length, 2);
  });

  for (const [how, code] of [
    ['damage', 'image-broken'],
    ['remove', 'image-missing'],
  ] as const) {
    await t.test(`${code}: told after the answer has begun, an error in words`, async (t) => {
      const app = await startDatasources(t);
      await docker('image', 'rm', '-f', image).catch(() => undefined);
      await registry.spoil(how);
      const { id } = await app.create({ type: 'redis', image });
      const { badge, error, status } = await app.settled(id);
      assert.deepEqual([badge, status, error?.code], ['error', 'created', code], error?.message);
      assert.ok(error?.repair);
      assert.equal(await isHere(image), false);
    });
  }
});

test('in a terminal a pull shows how far it is, and Ctrl-C cancels it', async (t) => {
  const registry = await startRegistry(t);
  const image = await registry.push(t);
  const { home, api, dist } = await startService(t);
  const folder = await temporaryFolder(t, 'shop');
  await writeFile(path.join(folder, 'quantum.config.yaml'), '');
  const project = await dataOf(
    api.POST('/api/projects', { body: { name: 'Shop', rootPath: folder } }),
  );
  registry.holdAfter(6_000_000);
  const verb = ['datasources', 'create', String(project.id), 'redis', '--image', image];
  const program = [process.execPath, path.join(dist, 'cli.js'), ...verb];
  const terminal = spawn('python3', ['-c', inTerminal, ...program], {
    env: { ...process.env, CI: '', QUANTUM_ADMIN_HOME: home },
  });
  let shown = '';
  const ended = once(terminal, 'close');
  for await (const text of terminal.stdout.setEncoding('utf8')) {
    // A narrow terminal has no room for all of the line.
    const saysHowMuch = (): boolean => / layers, [\d.]+ of \d/.test(shown);
    const before = saysHowMuch();
    shown += String(text);
    if (saysHowMuch() && !before) terminal.stdin.write('\u0003');
  }
  await ended;
  assert.match(shown, /\r\u001b\[KPulling \S+: \d of 3 layers/);
  assert.match(shown, /It was cancelled\./);
  assert.equal(terminal.exitCode, 1);
  const [one] = await dataOf(
    api.GET('/api/projects/{id}/datasources', { params: { path: { id: project.id } } }),
  );
  assert.deepEqual([one?.status, one?.containerId], ['created', null]);
  assert.equal(await isHere(image), false);
});

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import type { Job } from '../../src/protocol/jobs.js';
import type { Project } from '../../src/protocol/projects.js';
import { findService } from '../../src/client/findService.js';
import { isOwned } from '../../src/client/homeOwner.js';
import { productVersion } from '../../src/protocol/productVersion.js';
import { builtProduct } from '../support/builtProduct.js';
import { cleanUp } from '../support/cleanup.js';
import { eventually } from '../support/eventually.js';
import { startService, temporaryHome } from '../support/runningService.js';
import { cliJson, runCli } from './runCli.js';

const running = async (t: TestContext): Promise<string> => (await startService(t)).home;

test('help, version and what is not understood', async (t) => {
  const home = await temporaryHome(t);
  const help = await runCli(home, ['--help']);
  assert.equal(help.code, 0);
  assert.match(help.stdout, /quantum-admin projects create NAME/);
  assert.equal((await runCli(home, ['--version'])).stdout.trim(), productVersion);
  assert.match((await runCli(home, ['logs', '--help'])).stdout, /--follow/);
  for (const args of [['nonsense'], ['projects', 'show', 'x'], ['status', '--nonsense']]) {
    const outcome = await runCli(home, args);
    assert.equal(outcome.code, 2, args.join(' '));
    assert.equal(outcome.stdout, '', 'messages go to stderr');
    assert.notEqual(outcome.stderr, '');
  }
});

test('a project from its creation to its end, by --json', async (t) => {
  const home = await running(t);
  const folder = path.join(home, 'shop');
  await mkdir(folder);
  await writeFile(path.join(folder, 'quantum.config.yaml'), 'server:\n  port: 8080\n');
  const made = await cliJson<Project>(home, 'projects', 'create', 'Shop', '--description', 'Sells');
  assert.equal(made.description, 'Sells');
  const opened = await cliJson<Project>(home, 'projects', 'open', folder);
  assert.notEqual(opened.id, made.id);
  const renamed = await cliJson<Project>(
    home,
    'projects',
    'update',
    `${made.id}`,
    '--name',
    'Store',
  );
  assert.equal(renamed.name, 'Store');
  const shown = await cliJson<Project>(home, 'projects', 'show', `${made.id}`);
  assert.equal(shown.name, 'Store');
  assert.deepEqual(await cliJson(home, 'projects', 'delete', `${made.id}`), { deleted: made.id });
  const left = await cliJson<Project[]>(home, 'projects', 'list');
  assert.deepEqual(
    left.map(({ id }) => id),
    [opened.id],
  );
  const gone = await runCli(home, ['projects', 'show', `${made.id}`, '--json']);
  assert.deepEqual([gone.code, gone.stdout], [1, '']);
  assert.match(gone.stderr, /There is no project/);
});

test('status, jobs, doctor, open, events and logs each print one document', async (t) => {
  const home = await running(t);
  const status = await cliJson<{ running: boolean; home: string }>(home, 'status');
  assert.deepEqual([status.running, status.home], [true, home]);
  assert.deepEqual(await cliJson<Job[]>(home, 'jobs', 'list'), []);
  assert.equal((await runCli(home, ['jobs', 'show', '1'])).code, 1);
  assert.equal((await runCli(home, ['jobs', 'cancel', '1'])).code, 1);
  assert.equal((await runCli(home, ['jobs', 'logs', '1'])).code, 1);
  const doctor = await runCli(home, ['doctor', home, '--json']);
  const { checks } = JSON.parse(doctor.stdout) as { checks: { state: string }[] };
  assert.equal(doctor.code, checks.some(({ state }) => state === 'error') ? 1 : 0);
  const { url } = await cliJson<{ url: string }>(home, 'open', '--no-browser');
  const first = await fetch(url, { redirect: 'manual' });
  assert.match(first.headers.get('set-cookie') ?? '', /HttpOnly/i);
  assert.ok((await fetch(url, { redirect: 'manual' })).status >= 400, 'the code works once');
  const event = await cliJson<{ type: string }>(home, 'events', '--limit', '1');
  assert.equal(event.type, 'ready');
  const lines = await cliJson<string[]>(home, 'logs');
  assert.ok(lines.some((line) => line.includes('listening')));
});

test('logs --follow shows what comes', async (t) => {
  const home = await running(t);
  const args = [path.join(await builtProduct(), 'cli.js'), 'logs', '--follow', '--home', home];
  const child = spawn(process.execPath, args, { env: { ...process.env, CI: '' } });
  cleanUp(t, () => child.kill('SIGKILL'));
  let shown = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (shown += text));
  await eventually(() => shown.includes('listening'), { withinMs: 10_000, what: 'the log so far' });
  assert.equal((await runCli(home, ['stop'])).code, 0);
  await eventually(() => shown.includes('exit'), { withinMs: 10_000, what: 'the newest line' });
  child.kill('SIGINT');
  const [code] = (await once(child, 'exit')) as [number];
  assert.equal(code, 0);
});

test('the first command starts the service, stop ends it, and neither minds being repeated', async (t) => {
  const home = await temporaryHome(t);
  const before = await runCli(home, ['status', '--json']);
  assert.deepEqual([before.code, JSON.parse(before.stdout)], [3, { running: false, home }]);
  assert.equal((await runCli(home, ['stop'])).code, 0);
  await cliJson(home, 'projects', 'list');
  assert.ok(await findService(home), 'it stays for the next command');
  assert.equal((await runCli(home, ['stop'])).code, 0);
  assert.equal(await isOwned(home), false);
  assert.equal((await runCli(home, ['stop'])).code, 0);
});

test('serve runs in the foreground until Ctrl-C and refuses a second time', async (t) => {
  const home = await temporaryHome(t);
  const args = [path.join(await builtProduct(), 'cli.js'), 'serve', '--home', home, '--json'];
  const child = spawn(process.execPath, args, { env: { ...process.env, CI: '' } });
  cleanUp(t, () => child.kill('SIGKILL'));
  const service = await eventually(() => findService(home), {
    withinMs: 20_000,
    what: 'the service',
  });
  assert.equal(service.pid, child.pid);
  const second = await runCli(home, ['serve']);
  assert.deepEqual([second.code, second.stdout], [3, '']);
  child.kill('SIGINT');
  const [code] = (await once(child, 'exit')) as [number];
  assert.equal(code, 0);
  assert.equal(await isOwned(home), false);
});

test('on a build machine nothing stays behind', async (t) => {
  const scratch = await temporaryHome(t);
  const env = { CI: 'true', QUANTUM_ADMIN_HOME: '', XDG_DATA_HOME: scratch, TMPDIR: scratch };
  const outcome = await runCli('', ['projects', 'create', 'Once', '--json'], { env });
  assert.equal(outcome.code, 0, outcome.stderr);
  assert.equal((JSON.parse(outcome.stdout) as Project).id, 1);
  assert.deepEqual(readdirSync(scratch), [], 'neither a home nor a temporary one');
  assert.ok(tmpdir() !== scratch);
});

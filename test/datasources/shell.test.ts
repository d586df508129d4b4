import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { promisify } from 'node:util';
import { ensurePackages } from '../../scripts/lib/debian.js';
import { dataOf } from '../../src/client/problemError.js';
import { serverTerminal } from '../../src/extension/datasources/serverTerminal.js';
import type {
  DatasourceDetail,
  DatasourceType,
  DockerInfo,
} from '../../src/protocol/datasources.js';
import { containerShell, type ShellProgram } from '../../src/protocol/datasourceShell.js';
import { eventually } from '../support/eventually.js';
import { inTerminal } from '../support/inTerminal.js';
import { startService, type RunningService } from '../support/runningService.js';
import { temporaryFolder } from '../support/serviceApp.js';
import { runByHand } from './byHand.js';
import { startDatasources } from './datasourceApp.js';

const run = promisify(execFile);
const canary = 'c4n4ry-1n-th3-sh3ll';

/** What a person types, what the shell answers to it, and how it is left. */
const talks = {
  postgresql: ['SELECT 40 + 2 AS sum;', /sum[^]*42/, '\\q'],
  mariadb: ['SELECT 40 + 2 AS sum;', /sum[^]*42/, 'exit'],
} as const;

async function shellOf(t: TestContext, type: DatasourceType): Promise<ShellProgram> {
  const app = await startDatasources(t);
  const { id } = await app.create({ type, password: canary });
  await app.ready(id);
  const detail = await app.call<DatasourceDetail>('GET', `/api/datasources/${id}`);
  const engine = await app.call<DockerInfo>('GET', '/api/docker/info');
  const shell = containerShell(detail, engine);
  assert.ok(shell);
  return shell;
}

/** Opens the shell as a terminal does, asks something and leaves it. Answers all that was to be seen meanwhile. */
async function talkedTo(shell: ShellProgram, type: keyof typeof talks): Promise<string> {
  const [asked, answer, end] = talks[type];
  const terminal = spawn('python3', ['-c', inTerminal, shell.program, ...shell.args], {
    env: { ...process.env, ...shell.env, PAGER: 'cat' },
  });
  const ended = once(terminal, 'close');
  let shown = '';
  let processes: Promise<{ stdout: string }> | undefined;
  let isAsked = false;
  for await (const text of terminal.stdout.setEncoding('utf8')) {
    shown += String(text);
    // Its prompt: what is typed before is lost on a client that takes the terminal over.
    if (!isAsked && /[>#] /.test(shown)) {
      isAsked = true;
      terminal.stdin.write(`${asked}\r`);
    }
    if (processes || !answer.test(shown)) continue;
    processes = run('ps', ['-eo', 'args']);
    await processes;
    terminal.stdin.write(`${end}\r`);
  }
  await ended;
  assert.equal(terminal.exitCode, 0, shown);
  const { stdout = '' } = (await processes) ?? {};
  return `${JSON.stringify(shell)}\n${stdout}\n${shown}`;
}

for (const type of ['postgresql', 'mariadb'] as const) {
  test(`${type}: its shell lets in without asking; neither its terminal nor a process shows the password`, async (t) => {
    const seen = await talkedTo(await shellOf(t, type), type);
    assert.match(seen, /docker exec/);
    assert.ok(!seen.includes(canary));
  });
}

test('redis: its shell lets in without asking', async (t) => {
  const { program, args, env } = await shellOf(t, 'redis');
  const command = [program, ...args, 'ECHO', 'forty-two'];
  const { stdout } = await run('python3', ['-c', inTerminal, ...command], {
    env: { ...process.env, ...env },
  });
  assert.match(stdout, /^"forty-two"/m);
  assert.ok(![stdout, ...command].join(' ').includes(canary));
});

/** A server that is there, as a datasource of the service. */
async function server(t: TestContext, { api }: RunningService): Promise<DatasourceDetail> {
  const folder = await temporaryFolder(t, 'shop');
  await writeFile(path.join(folder, 'quantum.config.yaml'), '');
  const project = await dataOf(
    api.POST('/api/projects', { body: { name: 'Shop', rootPath: folder } }),
  );
  const container = await runByHand(t, [
    ...['-p', '127.0.0.1::5432', '-e', `POSTGRES_PASSWORD=${canary}`, 'postgres:16-alpine'],
  ]);
  const made = await dataOf(
    api.POST('/api/projects/{id}/datasources/adopt', {
      params: { path: { id: project.id } },
      body: { container },
    }),
  );
  const params = { path: { id: made.id } };
  let detail = await dataOf(api.GET('/api/datasources/{id}', { params }));
  await eventually(
    async () => {
      detail = await dataOf(api.GET('/api/datasources/{id}', { params }));
      return detail.badge === 'ready';
    },
    { withinMs: 60_000, everyMs: 100, what: 'the server to be ready' },
  );
  return detail;
}

test('a server that is there: its shell fetches the password itself, which stands in no terminal and no process', async (t) => {
  await ensurePackages(['postgresql-client'], console.log);
  const service = await startService(t);
  const detail = await server(t, service);
  const runtime = { file: process.execPath, env: {} };
  const own = { file: path.join(service.dist, 'cli.js'), home: service.home, runtime };
  const shell = serverTerminal(detail, own);
  assert.ok(shell);
  const seen = await talkedTo(shell, 'postgresql');
  assert.match(seen, /psql -h 127\.0\.0\.1/);
  assert.ok(!seen.includes(canary));
  const audit = await dataOf(service.api.GET('/api/audit'));
  assert.ok(JSON.stringify(audit).includes('datasource.password'), 'that it was asked for');
});

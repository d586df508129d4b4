import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import test, { type TestContext } from 'node:test';
import { promisify } from 'node:util';
import { shellProgram, type ShellProgram } from '../../src/extension/datasources/shellProgram.js';
import type {
  DatasourceDetail,
  DatasourcePassword,
  DatasourceType,
  DockerInfo,
} from '../../src/protocol/datasources.js';
import { inTerminal } from '../support/inTerminal.js';
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
  const place = `/api/datasources/${id}/password`;
  const { password } = await app.call<DatasourcePassword>('POST', place);
  const engine = await app.call<DockerInfo>('GET', '/api/docker/info');
  const shell = shellProgram(detail, password, engine);
  assert.ok(shell);
  return shell;
}

for (const type of ['postgresql', 'mariadb'] as const) {
  test(`${type}: its shell lets in without asking, and no process shows the password`, async (t) => {
    const shell = await shellOf(t, type);
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
      if (!isAsked && shown.includes('> ')) {
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
    assert.match(stdout, /docker exec/);
    assert.ok(!`${stdout}${shown}`.includes(canary));
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

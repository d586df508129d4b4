import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, readdir } from 'node:fs/promises';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { quantumPython } from '../support/pythonEnvironment.js';
import { temporaryFolder } from '../support/serviceApp.js';

const sample = path.join(import.meta.dirname, '../../samples/regression');

interface Ran {
  readonly code: number;
  readonly stdout: string;
}

async function checkout(t: TestContext): Promise<string> {
  const folder = await temporaryFolder(t, 'regression');
  await cp(sample, folder, { recursive: true });
  return folder;
}

async function runner(cwd: string, ...args: string[]): Promise<Ran> {
  const python = await quantumPython();
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1' };
  return new Promise((resolve) =>
    execFile(python, ['test_runner.py', ...args], { cwd, env }, (error, stdout) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout }),
    ),
  );
}

test('the regression suite: 97 tests in 19 suites, every one as expected', async (t) => {
  const { code, stdout } = await runner(await checkout(t));
  const summary = [...stdout.matchAll(/^ {2}(PASS|FAIL) (.+?) +(\d+)\/ *(\d+) tests passed$/gm)];
  assert.deepEqual(
    summary.map(([, , , , total]) => Number(total)),
    [7, 6, 4, 8, 13, 7, 9, 3, 7, 4, 4, 4, 3, 3, 4, 3, 3, 3, 2],
  );
  assert.match(stdout, /TOTAL: 97\/97 tests passed \(100\.0%\)/);
  assert.equal(code, 0);
  assert.equal(stdout.match(/^ {2}PASS \S+\.q \(expected failure\)$/gm)?.length, 3);
});

test('a run of nothing ends well, as the runner of old did', async (t) => {
  const { code, stdout } = await runner(await checkout(t), '--feature', 'nothing');
  assert.match(stdout, /ERROR: Unknown feature 'nothing'/);
  assert.match(stdout, /TOTAL: 0\/0 tests passed/);
  assert.equal(code, 0);
});

test('one file in the suite is taken by no rule', async (t) => {
  const files = (await readdir(path.join(sample, 'examples'))).filter((name) =>
    name.endsWith('.q'),
  );
  const { stdout } = await runner(await checkout(t));
  assert.deepEqual(
    files.filter((name) => !stdout.includes(` ${name}`)),
    ['test-false-friend.q'],
  );
});

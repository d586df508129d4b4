import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { quantumPython } from './pythonEnvironment.js';

/**
 * What a Python program of this folder answers with the installed framework: one JSON line for each that it is
 * given, in their order. @throws AssertionError with what it wrote to stderr when it fails
 */
export async function askFramework<T>(program: string, requests: readonly unknown[]): Promise<T[]> {
  const { PATH, SYSTEMROOT, TEMP, TMP, TMPDIR } = process.env;
  const file = path.join(import.meta.dirname, program);
  const { stdout, stderr, status } = spawnSync(await quantumPython(), ['-I', file], {
    input: requests.map((request) => `${JSON.stringify(request)}\n`).join(''),
    encoding: 'utf8',
    env: { PATH, SYSTEMROOT, TEMP, TMP, TMPDIR, PYTHONUTF8: '1' },
    maxBuffer: 256 * 1024 * 1024,
    timeout: 600_000,
  });
  assert.equal(status, 0, stderr);
  const answers = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
  assert.equal(answers.length, requests.length);
  return answers;
}

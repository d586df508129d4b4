import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Dialect } from '../../src/language/syntax/document.js';
import { quantumPython } from './pythonEnvironment.js';

const program = path.join(path.dirname(fileURLToPath(import.meta.url)), 'pageJudge.py');

/** Why the framework's own parser refuses each file; null where it takes it. */
export async function judgePages(
  files: readonly { readonly text: string; readonly dialect: Dialect }[],
): Promise<(string | null)[]> {
  const { PATH, SYSTEMROOT, TEMP, TMP, TMPDIR } = process.env;
  const { stdout, stderr, status } = spawnSync(await quantumPython(), ['-I', program], {
    input: files.map(({ text, dialect }) => `${JSON.stringify({ text, dialect })}\n`).join(''),
    encoding: 'utf8',
    env: { PATH, SYSTEMROOT, TEMP, TMP, TMPDIR, PYTHONUTF8: '1' },
    maxBuffer: 256 * 1024 * 1024,
    timeout: 600_000,
  });
  assert.equal(status, 0, stderr);
  const answers = stdout
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { refused: string | null }).refused);
  assert.equal(answers.length, files.length);
  return answers;
}

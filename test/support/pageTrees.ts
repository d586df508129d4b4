import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Dialect } from '../../src/language/syntax/document.js';
import { quantumPython } from './pythonEnvironment.js';

const program = path.join(import.meta.dirname, 'pageTrees.py');

export interface TextPair {
  readonly before: string;
  readonly after: string;
  readonly dialect: Dialect;
}

export interface Comparison {
  /** Whether the framework refuses the text before. */
  readonly refused: boolean;
  /** Where the trees differ that its parser makes of either; null where they are the same. */
  readonly differs: string | null;
}

/** Whether the framework's own parser reads each pair of texts the same, lines left out. */
export async function compareTrees(pairs: readonly TextPair[]): Promise<Comparison[]> {
  const { PATH, SYSTEMROOT, TEMP, TMP, TMPDIR } = process.env;
  const { stdout, stderr, status } = spawnSync(await quantumPython(), ['-I', program], {
    input: pairs.map((pair) => `${JSON.stringify(pair)}\n`).join(''),
    encoding: 'utf8',
    env: { PATH, SYSTEMROOT, TEMP, TMP, TMPDIR, PYTHONUTF8: '1' },
    maxBuffer: 256 * 1024 * 1024,
    timeout: 600_000,
  });
  assert.equal(status, 0, stderr);
  const answers = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Comparison);
  assert.equal(answers.length, pairs.length);
  return answers;
}

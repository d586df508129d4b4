import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { quantumPython } from './pythonEnvironment.js';

export interface JudgedConfiguration {
  readonly text: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Also ask how pages and migrations connect to each datasource. */
  readonly connect?: boolean;
}

/** What the framework did with one configuration. */
export interface ConfigurationJudgement {
  /** Why the server did not start; null when it did. */
  readonly refused: { readonly type: string; readonly message: string } | null;
  readonly warnings: readonly string[];
  /** Why a connection of a datasource failed; null when it did not. */
  readonly connections?: Readonly<
    Record<string, { readonly pages: string | null; readonly migrate: string | null }>
  >;
}

const program = path.join(path.dirname(fileURLToPath(import.meta.url)), 'configurationJudge.py');

/** Starts the framework's server on each configuration, one after the other. */
export async function judgeConfigurations(
  requests: readonly JudgedConfiguration[],
): Promise<ConfigurationJudgement[]> {
  const { PATH, SYSTEMROOT, TEMP, TMP, TMPDIR } = process.env;
  const { stdout, stderr, status } = spawnSync(await quantumPython(), ['-I', program], {
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
    .map((line) => JSON.parse(line) as ConfigurationJudgement);
  assert.equal(answers.length, requests.length);
  return answers;
}

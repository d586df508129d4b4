import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { quantumPython } from './pythonEnvironment.js';

const program = path.join(path.dirname(fileURLToPath(import.meta.url)), 'pageRenderer.py');

export interface Visit {
  /** As below `/`: `/cart`, `/product/7`. */
  readonly path: string;
  /** What the session holds. */
  readonly session?: Readonly<Record<string, unknown>>;
}

export interface DrawnProject {
  /** Files by their paths, over those of `base`. */
  readonly files: Readonly<Record<string, string>>;
  readonly base?: string;
  readonly visits: readonly Visit[];
}

export interface DrawnPage {
  readonly status: number;
  /** What the framework's renderer drew, without the frame that its server puts around. */
  readonly html: string;
  readonly error: string | null;
}

/** The pages of each project as the framework's own server draws them. */
export async function drawPages(projects: readonly DrawnProject[]): Promise<DrawnPage[][]> {
  const { PATH, SYSTEMROOT, TEMP, TMP, TMPDIR } = process.env;
  const asked = projects.map(({ files, base, visits }) =>
    JSON.stringify({ files, base: base ?? null, visits }),
  );
  const { stdout, stderr, status } = spawnSync(await quantumPython(), ['-I', program], {
    input: asked.map((line) => `${line}\n`).join(''),
    encoding: 'utf8',
    env: { PATH, SYSTEMROOT, TEMP, TMP, TMPDIR, PYTHONUTF8: '1' },
    maxBuffer: 256 * 1024 * 1024,
    timeout: 600_000,
  });
  assert.equal(status, 0, stderr);
  const answers = stdout
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { pages: DrawnPage[] }).pages);
  assert.equal(answers.length, projects.length);
  return answers;
}

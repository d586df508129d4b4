import { availableParallelism } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from '../build.js';
import { ensureChromium } from '../chromium.js';
import { ensureCodeServer } from '../codeServerInstall.js';
import { ensureDatabaseImages } from '../databases/images.js';
import { ensurePackages } from '../debian.js';
import { root } from '../paths.js';
import { runOrThrow } from '../run.js';
import { ensureVsix } from '../vsix.js';
import { single, type Outcome } from './outcome.js';
import { runFiles } from './runFiles.js';
import type { Room } from './testFiles.js';

/** A part of `npm test`, with a line of its own in the report. */
export interface Stage {
  readonly name: string;
  readonly run: () => Promise<Outcome>;
}

/** How many stages run side by side. More would make tests wait that measure what a person waits for. */
export const lanes = Math.min(2, availableParallelism());

/** Stages that take long, the longest first: begun last, one of them would run alone at the end. */
const long = [
  'e2e',
  'service',
  'datasources',
  'lint',
  'client',
  'language',
  'types',
  'format',
  'store',
  'sample',
];

export function longestFirst(stages: readonly Stage[]): Stage[] {
  const rank = ({ name }: Stage): number =>
    long.includes(name) ? long.indexOf(name) : long.length;
  return [...stages].sort((a, b) => rank(a) - rank(b));
}

/** Static checks, each of them one test. */
export const staticChecks: readonly Stage[] = [
  check('lint', path.join('node_modules', 'eslint', 'bin', 'eslint.js'), ['.', '--max-warnings=0']),
  check('format', path.join('node_modules', 'prettier', 'bin', 'prettier.cjs'), ['--check', '.']),
  check('types', path.join('node_modules', 'typescript', 'bin', 'tsc'), ['--noEmit']),
];

function check(name: string, program: string, args: readonly string[]): Stage {
  const work = async (): Promise<void> => {
    await runOrThrow(process.execPath, [program, ...args], { cwd: root });
  };
  return { name, run: () => single(name, work) };
}

/** Rooms whose tests measure time, start many processes or own a whole editor: one file at a time. */
const serial = new Set([
  'service',
  'datasources',
  'store',
  'client',
  'sample',
  'package',
  'start',
  'e2e',
]);

/** Longest a single test file may take, in ms. In the soak hours are fine. */
const fileLimitMs = 8 * 60_000;
const soakLimitMs = 24 * 3_600_000;

export function roomStage({ name, files }: Room): Stage {
  const concurrency = serial.has(name) ? 1 : Math.ceil(availableParallelism() / lanes);
  const timeoutMs = process.env['QUANTUM_SOAK'] === '1' ? soakLimitMs : fileLimitMs;
  const strict = process.env['CI'] === 'true';
  return { name, run: () => runFiles(files, { concurrency, timeoutMs, strict }) };
}

/** What the tests of these rooms need on the machine; each is installed, or named in the error. */
export function prepareStage(rooms: ReadonlySet<string>, log: (line: string) => void): Stage {
  const needs: Record<string, readonly (() => Promise<unknown>)[]> = {
    databases: [() => ensureDatabaseImages(log)],
    chromium: [() => ensureChromium(log)],
    editors: [() => ensureCodeServer('newest', log), () => ensureCodeServer('oldest', log)],
    postgres: [() => ensurePackages(['postgresql'], log)],
    python: [() => ensurePython(log)],
    registry: [() => ensurePackages(['docker-registry'], log)],
    // Packing builds anew, under the feet of whoever runs what was built: so before everything else.
    vsix: [() => ensureVsix()],
  };
  const wanted = new Set<string>();
  for (const room of rooms) for (const need of needsOf(room)) wanted.add(need);
  return {
    name: 'prepare',
    run: () =>
      single('what the tests need', async () => {
        await ensureBuilt();
        for (const need of wanted) for (const ensure of needs[need] ?? []) await ensure();
      }),
  };
}

function needsOf(room: string): readonly string[] {
  switch (room) {
    case 'e2e':
      return ['databases', 'chromium', 'editors', 'python', 'vsix'];
    case 'start':
      return ['chromium', 'editors', 'python', 'vsix'];
    case 'package':
      return ['vsix'];
    case 'webviews':
    case 'extension':
      return ['chromium'];
    case 'store':
      return ['postgres', 'python'];
    case 'service':
      return ['databases', 'postgres', 'python', 'chromium'];
    case 'datasources':
      return ['databases', 'postgres', 'registry'];
    case 'bridge':
    case 'server':
    case 'framework':
    case 'sample':
    case 'cli':
      return ['python'];
    default:
      return [];
  }
}

/** The Python environment with quantum-framework that tests and the sample share. */
export async function ensurePython(log: (line: string) => void): Promise<string> {
  const file = pathToFileURL(path.join(root, 'scripts', 'pythonEnvironment.mjs')).href;
  const { ensureQuantumPython } = (await import(file)) as {
    ensureQuantumPython: (options: { log: (line: string) => void }) => Promise<string>;
  };
  try {
    return await ensureQuantumPython({ log });
  } catch (error) {
    // Debian splits venv off its Python. Where that is not what was missing, the error stands.
    if (!String(error).includes('python3-venv')) throw error;
    if (!(await ensurePackages(['python3-venv'], log))) throw error;
    return ensureQuantumPython({ log });
  }
}

import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { FoundSuites, SuiteError } from '../../../framework/bridgeMessages.js';
import { RunnerText, type RunnerVerdict } from './runnerText.js';
import type { SuitePlace, SuiteProcesses } from './suiteProcesses.js';

export interface SuiteAttempt {
  readonly place: SuitePlace;
  readonly processes: SuiteProcesses;
  readonly found: FoundSuites;
  /** The files to run, in the runner's order. */
  readonly files: readonly string[];
  /** For one test. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly onVerdict: (verdict: RunnerVerdict) => void;
}

export interface AttemptEnd {
  /** The exit code, null when the process did not live to tell it. */
  readonly code: number | null;
  readonly error: SuiteError | null;
  /** Completes the sentence “the process …”. */
  readonly why: string;
  readonly stderr: readonly string[];
  readonly exceeded: boolean;
  /** What was printed since the last verdict. */
  readonly lastLines: readonly string[];
}

/** What the runner’s process said last. */
interface Told {
  readonly code: number | null;
  readonly error: SuiteError | null;
  readonly modules: readonly string[] | null;
}

const keptLines = 40;
/** Lets the runner look for its tests in another folder. */
export const folderOption = '--examples-dir';

/** Runs the runner once over some files; tells each verdict as it comes. @throws the signal's reason */
export async function attempt(options: SuiteAttempt): Promise<AttemptEnd> {
  const { place, processes, found, files, timeoutMs, signal } = options;
  const worker = await processes.take(place);
  const { scratch, process: running } = worker;
  try {
    const chosen = await runnerOptions(options, scratch);
    signal.throwIfAborted();
    const told: Told = { code: null, error: null, modules: null };
    let exceeded = false;
    const lastLines: string[] = [];
    const names = files.map((file) => path.posix.basename(file));
    const text = new RunnerText((verdict) => {
      options.onVerdict(withoutScratch(verdict, scratch, found.folder));
    }, names);
    running.begin(chosen, (message) => {
      if ('end' in message) {
        const { end: code, error, modules } = message;
        Object.assign(told, { code, error, modules });
      }
      if ('line' in message) {
        if (/^ {2}(?:PASS|FAIL) /.test(message.line)) {
          limit.refresh();
          lastLines.length = 0;
        } else if (message.line !== '' && lastLines.push(message.line) > keptLines) {
          lastLines.shift();
        }
      }
      text.read(message);
    });
    const limit = setTimeout(() => {
      exceeded = true;
      running.kill();
    }, timeoutMs);
    const abort = (): void => running.kill();
    signal.addEventListener('abort', abort, { once: true });
    const { why, stderr } = await running.ended;
    clearTimeout(limit);
    signal.removeEventListener('abort', abort);
    signal.throwIfAborted();
    text.finish();
    const { code, error, modules } = told;
    if (modules !== null) await processes.prepare(place, modules);
    return { code, error, why, stderr, exceeded, lastLines };
  } finally {
    await processes.remove(worker);
  }
}

/** Some of the files alone: in a folder of their own, so that the runner finds no other. */
async function runnerOptions(
  { found, files, place: { root } }: SuiteAttempt,
  scratch: string,
): Promise<string[]> {
  const verbose = found.options.includes('--verbose') ? ['--verbose'] : [];
  const all = found.suites.reduce((sum, { tests }) => sum + tests.length, 0);
  if (files.length === all || !found.options.includes(folderOption)) return verbose;
  const folder = path.join(scratch, 'tests');
  await mkdir(folder);
  for (const file of files) {
    await copyFile(path.join(root, file), path.join(folder, path.basename(file)));
  }
  return [...verbose, folderOption, folder];
}

/** A person knows the files where they lie. */
function withoutScratch(verdict: RunnerVerdict, scratch: string, folder: string): RunnerVerdict {
  const told = (text: string): string =>
    text.replaceAll(path.join(scratch, 'tests'), folder).replaceAll(scratch, '');
  return { ...verdict, message: told(verdict.message), output: told(verdict.output) };
}

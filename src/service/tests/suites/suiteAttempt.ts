import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FoundSuites, SuiteError } from '../../../framework/bridgeMessages.js';
import { startSuiteProcess } from '../../../framework/suiteProcess.js';
import { RunnerText, type RunnerVerdict } from './runnerText.js';

export interface SuiteAttempt {
  readonly interpreter: string;
  /** `suite_process.py` of the bridge. */
  readonly script: string;
  readonly root: string;
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

const keptLines = 40;
/** Lets the runner look for its tests in another folder. */
export const folderOption = '--examples-dir';

/** Runs the runner once over some files; tells each verdict as it comes. @throws the signal's reason */
export async function attempt(options: SuiteAttempt): Promise<AttemptEnd> {
  const { interpreter, script, root, found, files, timeoutMs, signal } = options;
  const scratch = await mkdtemp(path.join(tmpdir(), 'quantum-admin-suites-'));
  try {
    const chosen = await runnerOptions(options, scratch);
    signal.throwIfAborted();
    const env = { ...process.env, TMPDIR: scratch, TEMP: scratch, TMP: scratch };
    const told: { code: number | null; error: SuiteError | null } = { code: null, error: null };
    let exceeded = false;
    const lastLines: string[] = [];
    const names = files.map((file) => path.posix.basename(file));
    const text = new RunnerText((verdict) => {
      options.onVerdict(withoutScratch(verdict, scratch, found.folder));
    }, names);
    const running = startSuiteProcess(
      { interpreter, script, root, options: chosen, env },
      (message) => {
        if ('end' in message) Object.assign(told, { code: message.end, error: message.error });
        if ('line' in message) {
          if (/^ {2}(?:PASS|FAIL) /.test(message.line)) {
            limit.refresh();
            lastLines.length = 0;
          } else if (message.line !== '' && lastLines.push(message.line) > keptLines) {
            lastLines.shift();
          }
        }
        text.read(message);
      },
    );
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
    return { ...told, why, stderr, exceeded, lastLines };
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  }
}

/** Some of the files alone: in a folder of their own, so that the runner finds no other. */
async function runnerOptions(
  { found, files, root }: SuiteAttempt,
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

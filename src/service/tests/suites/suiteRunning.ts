import path from 'node:path';
import type { FoundSuites } from '../../../framework/bridgeMessages.js';
import { attempt, folderOption, type AttemptEnd } from './suiteAttempt.js';
import type { RunnerVerdict } from './runnerText.js';
import { planOf } from './suitePlan.js';
import type { SuitePlace, SuiteProcesses } from './suiteProcesses.js';

export interface SuiteRunOptions {
  readonly place: SuitePlace;
  readonly processes: SuiteProcesses;
  /** Which framework is there, for who has to mend a wrong one. */
  readonly framework: string;
  readonly found: FoundSuites;
  /** Files whose results are asked for. */
  readonly wanted: ReadonlySet<string>;
  readonly timeoutMs: number;
  readonly stopOnFail: boolean;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
  readonly onStarted: (file: string) => Promise<void>;
  readonly onResult: (file: string, result: SuiteTestResult) => Promise<void>;
}

export interface SuiteTestResult {
  readonly status: 'passed' | 'failed' | 'error';
  readonly ms: number;
  readonly message: string;
  readonly line: number | null;
  readonly hollow: string | null;
  readonly output: string;
}

/** Runs framework suites: their runner over the files, again without a test that took it down. */
export async function runSuites(options: SuiteRunOptions): Promise<void> {
  await new SuiteRun(options).toEnd();
}

class SuiteRun {
  private readonly left: Set<string>;
  /** Results are stored one after the other, in the order they came. */
  private stored: Promise<void> = Promise.resolve();
  private hasFailed = false;

  constructor(private readonly options: SuiteRunOptions) {
    this.left = new Set(options.wanted);
  }

  async toEnd(): Promise<void> {
    const { found, log, wanted } = this.options;
    /** Tests that took the runner down: it does not meet them again. */
    const fatal = new Set<string>();
    while (this.left.size > 0 && !this.isOver()) {
      const plan = planOf(found, this.left).filter(({ file }) => !fatal.has(file));
      const others = plan.filter(({ file }) => !wanted.has(file)).length;
      if (others > 0) log(`${others} tests run before, since they share a database`);
      const culprit = await this.once(plan.map(({ file }) => file));
      if (culprit === null) return;
      fatal.add(culprit);
    }
  }

  /** A pass of what could not have failed says little. */
  private withHollow(file: string, result: SuiteTestResult): SuiteTestResult {
    const { suites } = this.options.found;
    const test = suites.flatMap(({ tests }) => tests).find((one) => one.file === file);
    if (result.status !== 'passed' || result.hollow !== null) return result;
    if (test === undefined || test.mustFail || test.doesSomething) return result;
    return {
      ...result,
      hollow: 'It only gives back what is written in it: nothing could have failed.',
    };
  }

  private isOver(): boolean {
    return this.options.stopOnFail && this.hasFailed;
  }

  /** One run of the runner. Answers the file that took it down, null when it came to its end. */
  private async once(files: readonly string[]): Promise<string | null> {
    const { signal } = this.options;
    const byName = new Map(files.map((file) => [path.posix.basename(file), file]));
    const open = [...files];
    const stop = new AbortController();
    this.begun(open[0]);
    const onVerdict = (verdict: RunnerVerdict): void => {
      const file = byName.get(verdict.name);
      if (file === undefined || this.isOver()) return;
      open.splice(open.indexOf(file), 1);
      this.store(file, this.withHollow(file, resultOf(verdict)));
      if (this.isOver()) stop.abort(new StoppedOnFail());
      else this.begun(open[0]);
    };
    const { place, processes, found, timeoutMs } = this.options;
    const both = AbortSignal.any([signal, stop.signal]);
    try {
      const what = { place, processes, found, files, timeoutMs };
      const end = await attempt({ ...what, signal: both, onVerdict });
      return this.after(end, open, open.length < files.length);
    } catch (error) {
      if (error instanceof StoppedOnFail) return null;
      throw error;
    } finally {
      await this.stored;
    }
  }

  private after(end: AttemptEnd, open: readonly string[], anyVerdict: boolean): string | null {
    const [next] = open;
    if (next === undefined) return null;
    const { found, framework, place } = this.options;
    const { interpreter } = place;
    const ended = end.code !== null;
    if (ended && (end.error !== null || !anyVerdict)) {
      throw new Error(runnerFailure(end, found, framework, interpreter));
    }
    if (ended) {
      // The runner came to its end and left these out: it does not know them.
      for (const file of open) this.store(file, notRun(found));
      return null;
    }
    if (!anyVerdict && end.why.startsWith('could not be started')) {
      throw new Error(`${interpreter} ${end.why}`);
    }
    this.store(next, takenDown(end, this.options.timeoutMs));
    if (found.options.includes(folderOption)) return next;
    // This runner runs all of its files or none: it would be taken down again.
    for (const file of open) this.store(file, notReached(next));
    return null;
  }

  private begun(file: string | undefined): void {
    if (file === undefined || !this.left.has(file)) return;
    this.stored = this.stored.then(() => this.options.onStarted(file));
  }

  private store(file: string, result: SuiteTestResult): void {
    if (!this.left.delete(file)) return;
    if (result.status !== 'passed') this.hasFailed = true;
    this.stored = this.stored.then(() => this.options.onResult(file, result));
  }
}

/** The run was told to end with the first failure. */
class StoppedOnFail extends Error {}

function resultOf({ passed, ms, message, hollow, output }: RunnerVerdict): SuiteTestResult {
  const [, line] = passed ? [] : (/\bline (\d+)/.exec(message) ?? []);
  const at = line === undefined ? null : Number(line);
  return { status: passed ? 'passed' : 'failed', ms, message, line: at, hollow, output };
}

const none = { ms: 0, line: null, hollow: null };

function takenDown({ exceeded, why, stderr, lastLines }: AttemptEnd, ms: number): SuiteTestResult {
  const message = exceeded
    ? `It took longer than ${ms / 1_000} s and was ended.`
    : `The runner’s process ${why} during this test.`;
  const output = [...lastLines, ...stderr].join('\n');
  return { ...none, ms: exceeded ? ms : 0, status: 'error', message, output };
}

function notReached(culprit: string): SuiteTestResult {
  const message = `${culprit} took the runner down before, and this runner cannot leave it out.`;
  return { ...none, status: 'error', message, output: '' };
}

function notRun({ runner }: FoundSuites): SuiteTestResult {
  const message = `${runner ?? 'The runner'} did not run this file: none of its suites takes it.`;
  return { ...none, status: 'error', message, output: '' };
}

/** Why a runner ran nothing, for who has to mend it. */
function runnerFailure(
  { error, code, lastLines }: AttemptEnd,
  { runner }: FoundSuites,
  framework: string,
  interpreter: string,
): string {
  const name = runner ?? 'The runner';
  if (error === null) {
    const said = lastLines.find((line) => /^(?:ERROR|WARNING|usage):/.test(line)) ?? '';
    return `${name} ended with exit code ${code ?? 0} and ran none of the tests. ${said}`.trimEnd();
  }
  const at =
    error.line === null ? '' : ` (line ${error.line} of ${path.basename(error.file ?? name)})`;
  if (error.type === 'ModuleNotFoundError' || error.type === 'ImportError') {
    return `${name} does not fit ${framework} in ${interpreter}${at}: ${error.message}. Choose the Python that this checkout was written for, or install what it needs.`;
  }
  return `${name} could not run${at}: ${error.message}`;
}

import { run } from 'node:test';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { root } from '../paths.js';
import type { Failure, Outcome } from './outcome.js';
import { sideBySide } from './sideBySide.js';

interface TestEvent {
  readonly name: string;
  readonly nesting: number;
  readonly file?: string;
  readonly line?: number;
  readonly skip?: string | boolean;
  readonly todo?: string | boolean;
  readonly details: {
    readonly duration_ms: number;
    readonly type?: string;
    readonly error?: NodeTestError;
  };
}

/**
 * Runs test files, each in a process of its own, `concurrency` at a time. A file that crashes, runs out
 * of time or holds no test counts as one that failed. A skipped test is a failure where `strict`.
 */
export async function runFiles(
  files: readonly string[],
  { concurrency, ...options }: RunOptions & { readonly concurrency: number },
): Promise<Outcome> {
  const works = files.map((file) => () => runFile(file, options));
  return sideBySide(works, concurrency);
}

/** How a test file is run. */
export interface RunOptions {
  /** Longest it may take, in ms. */
  readonly timeoutMs: number;
  /** Whether a skipped test is a failure. */
  readonly strict: boolean;
}

async function runFile(testFile: string, options: RunOptions): Promise<Outcome> {
  const failures: Failure[] = [];
  const skipped: string[] = [];
  const timed: { name: string; ms: number }[] = [];
  const output: string[] = [];
  let passed = 0;
  const fail = (event: TestEvent, message: string): void => {
    failures.push({ name: event.name, where: place(event), message, file: testFile });
  };
  // A test process inherits how this one was started, so it reads TypeScript too.
  const stream = run({
    files: [testFile],
    timeout: options.timeoutMs,
  });
  stream.on('test:pass', (event: TestEvent) => {
    if (event.details.type === 'suite') return;
    if (isItself(event, testFile)) {
      fail(event, 'It holds no test.');
      return;
    }
    if (isSet(event.skip) || isSet(event.todo)) {
      skipped.push(event.name);
      if (options.strict) fail(event, 'It was skipped, and with CI=true nothing may be.');
      return;
    }
    passed++;
    timed.push({ name: event.name, ms: event.details.duration_ms });
  });
  stream.on('test:fail', (event: TestEvent) => {
    const error = event.details.error;
    if (event.details.type === 'suite' && isAboutSubtests(error)) return;
    if (isAboutSubtests(error) && !isItself(event, testFile)) return;
    if (isSet(event.todo) && !options.strict) {
      skipped.push(event.name);
      return;
    }
    fail(event, explain(error));
  });
  stream.on('test:stderr', ({ message }: { message: string }) => output.push(message));
  stream.on('test:stdout', ({ message }: { message: string }) => output.push(message));
  await finished(stream.resume());
  if (failures.length > 0 && output.length > 0) {
    process.stdout.write(output.join('').split('\n').slice(-200).join('\n'));
  }
  return { passed, failures, skipped, timed, unsteady: [] };
}

const isSet = (flag: string | boolean | undefined): boolean => flag !== undefined && flag !== false;

/** A file is reported under its own path only when nothing in it was. */
function isItself(event: TestEvent, testFile: string): boolean {
  return event.nesting === 0 && testFile === path.resolve(root, event.name);
}

/** A parent that failed only because a test in it did: the test itself is counted. */
function isAboutSubtests(error: NodeTestError | undefined): boolean {
  return error?.failureType === 'subtestsFailed';
}

type NodeTestError = Error & {
  cause?: unknown;
  failureType?: string;
  exitCode?: number | null;
  signal?: string | null;
};

function explain(error: NodeTestError | undefined): string {
  if (error?.failureType === 'testTimeoutFailure') return error.message;
  if (typeof error?.signal === 'string') return `The test process was ended by ${error.signal}.`;
  if (typeof error?.exitCode === 'number') return `The test process ended with ${error.exitCode}.`;
  const cause = error?.cause ?? error;
  if (cause instanceof Error) return withCauses(cause);
  return typeof cause === 'string' ? cause : JSON.stringify(cause);
}

function withCauses(error: Error): string {
  const lines = (error.stack ?? error.message).split('\n');
  const text = lines.filter((line) => !/^\s+at .*node:internal/.test(line)).join('\n');
  return error.cause instanceof Error ? `${text}\n  because: ${withCauses(error.cause)}` : text;
}

/** Where it failed: the frame in a test file, whose line is the source's, else the file. */
function place(event: TestEvent): string | null {
  if (event.file === undefined) return null;
  const cause = event.details.error?.cause;
  const stack = cause instanceof Error ? (cause.stack ?? '') : '';
  const frame = /([^\s(]+\.test\.ts:\d+):\d+/.exec(stack)?.[1];
  return path.relative(root, frame ?? event.file);
}

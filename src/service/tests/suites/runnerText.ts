import type { SuiteMessage } from '../../../framework/bridgeMessages.js';

/** What the runner said of one test file. */
export interface RunnerVerdict {
  /** The name of the file, as the runner prints it. */
  readonly name: string;
  /** What the runner calls its suite. */
  readonly title: string | null;
  readonly passed: boolean;
  readonly ms: number;
  readonly message: string;
  readonly hollow: string | null;
  /** What the test printed and logged before its verdict. */
  readonly output: string;
}

const verdictLine = /^ {2}(PASS|FAIL) (test-\S+\.q)(?: \((.+)\))?$/;
const featureLine = /^Feature: (.+)$/;
const resultLine = /^ {7}Result: (.*)$/;
const errorLine = /^ {7}Error: (.*)$/;
const traceStart = 'Traceback (most recent call last):';
/** Ends a traceback: the error itself stands at the margin. */
const traceEnd = /^[A-Za-z_][\w.]*(?::|$)/;
const traceLink = /^(?:During handling|The above exception)/;
const rule = /^={60,}$/;
const headLine = /^(?:Description|Tests): /;
const unresolvedName = /\{[A-Za-z_][\w.[\]()]*\}/;
const mostOutput = 64 * 1024;

interface Open {
  verdict: Omit<RunnerVerdict, 'hollow'>;
  unresolved: string | null;
  result: string | null;
  part: 'head' | 'error' | 'trace' | 'done';
}

/**
 * Reads what `test_runner.py --verbose` prints, line by line. A verdict is complete with the line that
 * follows it, since its result or error stands below it. Only names of `expected`, each once, are
 * verdicts: tests print what they like, and the summary looks like results.
 */
export class RunnerText {
  private readonly left: Set<string> | null;
  private open: Open | null = null;
  private title: string | null = null;
  private output: string[] = [];
  private outputLength = 0;
  private unresolved: string | null = null;
  private last: number | null = null;

  constructor(
    private readonly onVerdict: (verdict: RunnerVerdict) => void,
    expected: readonly string[] | null,
  ) {
    this.left = expected === null ? null : new Set(expected);
  }

  read(message: SuiteMessage): void {
    if ('unresolved' in message) this.unresolved ??= message.unresolved;
    else if ('line' in message) this.readLine(message.line, message.ms, message.from);
    else this.finish();
  }

  /** Nothing more comes: what is complete is told. */
  finish(): void {
    const { open } = this;
    if (open === null) return;
    this.open = null;
    this.onVerdict({ ...open.verdict, hollow: hollowReason(open) });
  }

  private readLine(line: string, ms: number, from: 'out' | 'log'): void {
    this.last ??= ms;
    if (from === 'log') {
      this.print(line);
      return;
    }
    const [, status, name, remark] = verdictLine.exec(line) ?? [];
    if (name !== undefined && this.isExpected(name)) {
      this.finish();
      this.begin(name, status === 'PASS', remark ?? null, ms);
      return;
    }
    if (this.readBelow(line)) return;
    const [, title] = featureLine.exec(line) ?? [];
    if (title !== undefined) {
      this.finish();
      this.title = title;
      this.output = [];
      this.last = ms;
    } else if (!rule.test(line) && !headLine.test(line) && line !== '') {
      this.print(line);
    }
  }

  private isExpected(name: string): boolean {
    return this.left === null || this.left.delete(name);
  }

  private begin(name: string, passed: boolean, remark: string | null, ms: number): void {
    const expectation = remark === 'should have failed but passed';
    const message = passed ? '' : expectation ? 'It should have failed, and it passed.' : '';
    const output = this.output.length === 0 ? '' : `${this.output.join('\n')}\n`;
    const took = ms - (this.last ?? ms);
    this.open = {
      verdict: { name, title: this.title, passed, ms: took, message, output },
      unresolved: passed && remark === null ? this.unresolved : null,
      result: null,
      part: passed && remark !== null ? 'done' : 'head',
    };
    this.last = ms;
    this.output = [];
    this.outputLength = 0;
    this.unresolved = null;
  }

  /** Whether a line belongs to the verdict above it. */
  private readBelow(line: string): boolean {
    const { open } = this;
    if (open === null) return false;
    if (open.part === 'head') return this.readHead(open, line);
    if (open.part === 'error') {
      if (line === traceStart) open.part = 'trace';
      else if (line === '' || rule.test(line)) open.part = 'done';
      else open.verdict = { ...open.verdict, message: `${open.verdict.message}\n${line}` };
      if (open.part !== 'done') this.keep(open, line);
      return open.part !== 'done';
    }
    if (open.part === 'trace') {
      this.keep(open, line);
      if (traceEnd.test(line) && !traceLink.test(line)) open.part = 'done';
      return true;
    }
    // The error of a chain ended here, and the next one begins.
    if (traceLink.test(line)) {
      open.part = 'trace';
      this.keep(open, line);
      return true;
    }
    return false;
  }

  private readHead(open: Open, line: string): boolean {
    const [, result] = resultLine.exec(line) ?? [];
    const [, error] = errorLine.exec(line) ?? [];
    open.part = error === undefined ? 'done' : 'error';
    if (result !== undefined) open.result = result;
    if (error !== undefined) open.verdict = { ...open.verdict, message: error };
    return result !== undefined || error !== undefined;
  }

  private keep(open: Open, line: string): void {
    const output = `${open.verdict.output}${line}\n`.slice(0, mostOutput);
    open.verdict = { ...open.verdict, output };
  }

  private print(line: string): void {
    if (this.outputLength > mostOutput) return;
    this.output.push(line);
    this.outputLength += line.length + 1;
  }
}

/** Why a pass says little. */
function hollowReason({ verdict, unresolved, result }: Open): string | null {
  if (!verdict.passed) return null;
  if (unresolved !== null) return unresolved;
  if (result === null) return null;
  if (result === 'None') return 'Its result is None: nothing it does was looked at.';
  const [name] = unresolvedName.exec(result) ?? [];
  return name === undefined ? null : `Its result shows ${name} as it stands: it did not resolve.`;
}

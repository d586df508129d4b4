import type { Severity } from '../../language/findings/finding.js';
import type { CheckedFinding } from './checkedFinding.js';
import type { CheckResult } from './checkPlace.js';

/** One finding a line, as problem matchers read them (docs/check.md), and what it comes to. */
export function textReport({ findings, files }: CheckResult): string[] {
  return [...findings.map(lineOf), summaryOf(findings, files)];
}

function lineOf({ file, line, column, severity, code, message }: CheckedFinding): string {
  return `${file}:${line}:${column}: ${severity} ${code}: ${message.replace(/\s*\n\s*/g, ' ')}`;
}

const words: Readonly<Record<Severity, readonly [one: string, more: string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  information: ['note', 'notes'],
  hint: ['hint', 'hints'],
};

function summaryOf(findings: readonly CheckedFinding[], files: number): string {
  const parts = (Object.keys(words) as Severity[]).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${words[severity][count === 1 ? 0 : 1]}`];
  });
  const where = `in ${files} ${files === 1 ? 'file' : 'files'}`;
  return parts.length === 0 ? `Nothing found ${where}` : `${parts.join(', ')} ${where}`;
}

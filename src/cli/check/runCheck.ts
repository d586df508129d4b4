import path from 'node:path';
import type { Severity } from '../../language/findings/finding.js';
import { isAtLeast, isSeverity } from './checkedFinding.js';
import { CheckError, checkPlace } from './checkPlace.js';
import { sarifReport } from './sarifReport.js';
import { textReport } from './textReport.js';

/** What a check has to say, in the form that was asked for. */
export interface CheckReport {
  readonly hasErrors: boolean;
  /** With `--json` or `--sarif`. */
  readonly document: object;
  readonly lines: readonly string[];
}

/** Runs `quantum-admin check`. @throws Error whose message says what to do, when it could not run */
export async function runCheck(
  place: string,
  { sarif, severity }: { readonly sarif: boolean; readonly severity: string },
): Promise<CheckReport> {
  if (!isSeverity(severity)) {
    throw new CheckError(
      `--severity is error, warning, information or hint, and not ${severity || 'empty'}.`,
    );
  }
  const all = await checkPlace(path.resolve(place), process.cwd());
  const result = atLeast(all, severity);
  return {
    hasErrors: all.findings.some((finding) => finding.severity === 'error'),
    document: sarif ? sarifReport(result) : { findings: result.findings },
    lines: textReport(result),
  };
}

function atLeast<T extends { findings: readonly { severity: Severity }[] }>(
  result: T,
  least: Severity,
): T {
  return {
    ...result,
    findings: result.findings.filter(({ severity }) => isAtLeast(severity, least)),
  };
}

import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { ParseError } from '../framework/bridgeMessages.js';
import { verdictRange, type VerdictPlace } from './verdictRange.js';

/** Tells the framework's own words from ours. */
export const frameworkSource = 'quantum-framework';

/** The framework's first error in `text`, for the editor. */
export function verdictDiagnostic(text: string, error: ParseError): Diagnostic {
  return { ...problemDiagnostic(text, error), message: verdictMessage(error) };
}

/** What the framework says, and what it advises. */
export function verdictMessage(error: ParseError): string {
  const message = cleaned(error.message);
  return error.hint ? `${message}\n${error.hint}` : message;
}

/** A problem of the project's check in `text`. */
export function problemDiagnostic(text: string, place: VerdictPlace): Diagnostic {
  const code = codeOf(place.message);
  return {
    range: verdictRange(text, place),
    severity: DiagnosticSeverity.Error,
    source: frameworkSource,
    message: cleaned(place.message),
    ...(code === null ? {} : { code }),
  };
}

/** Without what an editor shows in its own way: where it is, and which stage found it. */
function cleaned(message: string): string {
  return message
    .replace(/^(?:XML parse error|Unexpected error): /, '')
    .replace(/: line \d+, column \d+$/, '')
    .replace(/ \(line \d+\)$/, '');
}

/** The first rule a message names, as in `… is not a Quantum tag (PARSE-1).` */
function codeOf(message: string): string | null {
  return /\(([A-Z]{2,6}-\d{1,3})\b[^)]*\)/.exec(message)?.[1] ?? null;
}

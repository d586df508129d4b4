import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver';
import type { Severity } from '../language/findings/finding.js';
import type { ShownFinding } from '../language/findings/shown.js';
import { diagnosticPage } from '../protocol/diagnosticPages.js';
import type { OpenDocument } from './openDocument.js';
import { rangeIn } from './positions.js';

/** The source of what we find ourselves. */
export const source = 'quantum';

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated };

/** A finding for the editor. */
export function findingDiagnostic(
  finding: ShownFinding,
  document: Pick<OpenDocument, 'uri' | 'lines'>,
): Diagnostic {
  const { code, message, tag, related } = finding;
  return {
    range: rangeIn(document, finding),
    severity: severities[finding.severity],
    source,
    code,
    codeDescription: { href: diagnosticPage(code) },
    message,
    ...(tag ? { tags: [tags[tag]] } : {}),
    ...(related.length > 0
      ? {
          relatedInformation: related.map((one) => ({
            location: { uri: document.uri, range: rangeIn(document, one) },
            message: one.message,
          })),
        }
      : {}),
    data: { hasFix: finding.fixes !== null },
  };
}

/** Editors show no more of one file (VS Code: 1,000); the gravest come first. */
const mostShown = 1000;

/** The findings of a document for the editor, in the order of the text. */
export function findingDiagnostics(
  findings: readonly ShownFinding[],
  document: Pick<OpenDocument, 'uri' | 'lines'>,
): Diagnostic[] {
  const told =
    findings.length <= mostShown
      ? [...findings]
      : [...findings]
          .sort((a, b) => severities[a.severity] - severities[b.severity] || a.start - b.start)
          .slice(0, mostShown);
  return told
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map((finding) => findingDiagnostic(finding, document));
}

/** Whether an editor would show the same. */
export function areSame(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return a.length === b.length && a.every((one, at) => isSame(one, b[at]));
}

function isSame(a: Diagnostic, b: Diagnostic | undefined): boolean {
  return (
    b !== undefined &&
    a.range.start.line === b.range.start.line &&
    a.range.start.character === b.range.start.character &&
    a.range.end.line === b.range.end.line &&
    a.range.end.character === b.range.end.character &&
    a.code === b.code &&
    a.severity === b.severity &&
    a.source === b.source &&
    a.message === b.message &&
    JSON.stringify([a.tags, a.relatedInformation, a.data]) ===
      JSON.stringify([b.tags, b.relatedInformation, b.data])
  );
}

import { catalogueFor } from '../../../src/language/catalogue/catalogueFor.js';
import { DocumentFindings } from '../../../src/language/findings/documentFindings.js';
import { rangeOf, type Finding, type Fix } from '../../../src/language/findings/finding.js';
import { SyntaxDocument, type Dialect } from '../../../src/language/syntax/document.js';

/** What is found in `text`, by place. */
export function findingsOf(text: string, dialect: Dialect = 'page'): Finding[] {
  const findings = new DocumentFindings(new SyntaxDocument(text, dialect), catalogueFor(null));
  return findings.all().sort((a, b) => rangeOf(a).start - rangeOf(b).start);
}

/** Each finding as `code "marked text"`. */
export function marked(text: string, dialect: Dialect = 'page'): string[] {
  return findingsOf(text, dialect).map((finding) => {
    const { start, end } = rangeOf(finding);
    return `${finding.code} ${JSON.stringify(text.slice(start, end))}`;
  });
}

/** `text` after the first fix of its first finding with `code`. @throws when there is none */
export function fixed(text: string, code: string, dialect: Dialect = 'page'): string {
  const document = new SyntaxDocument(text, dialect);
  const finding = new DocumentFindings(document, catalogueFor(null))
    .all()
    .find((one) => one.code === code);
  const fix = finding?.fixes?.(document)[0];
  if (!fix) throw new Error(`No fix for ${code} in ${text}`);
  return applied(text, fix);
}

/** `text` after `fix`. */
export function applied(text: string, fix: Fix): string {
  return [...fix.edits]
    .sort((a, b) => b.start - a.start)
    .reduce((now, edit) => now.slice(0, edit.start) + edit.text + now.slice(edit.end), text);
}

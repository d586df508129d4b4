import type { Fix, Severity } from '../../language/findings/finding.js';
import type { LineTable } from '../../language/text/lineTable.js';

/** One line of the result. Lines and columns begin at 1, columns count UTF-16 units. */
export interface CheckedFinding extends TextRange {
  /** From the folder that is checked, with `/`. */
  readonly file: string;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly fixes: readonly CheckedFix[];
}

export interface TextRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A way to mend it: all its edits at once, of files as they are. */
export interface CheckedFix {
  readonly title: string;
  /** Whether it is right in nearly every case. */
  readonly isPreferred: boolean;
  readonly edits: readonly (TextRange & { readonly text: string })[];
  /** A file it makes. */
  readonly creates?: { readonly file: string; readonly text: string };
}

/** What is needed to tell places of one file. */
export interface FileOfFindings {
  readonly file: string;
  readonly lines: LineTable;
  /** The text begins with a byte order mark, which no editor counts. */
  readonly hasMark: boolean;
}

/** Offsets as lines and columns. */
export function rangeAt({ lines, hasMark }: FileOfFindings, start: number, end: number): TextRange {
  const from = lines.positionAt(start);
  const to = lines.positionAt(end);
  const columnOf = ({ line, character }: typeof from): number =>
    hasMark && line === 0 ? Math.max(1, character) : character + 1;
  return {
    line: from.line + 1,
    column: columnOf(from),
    endLine: to.line + 1,
    endColumn: columnOf(to),
  };
}

/** A fix with its places as lines and columns. `inBase`: a path of the project as files of findings are told. */
export function checkedFix(
  file: FileOfFindings,
  fix: Fix,
  inBase: (path: string) => string,
): CheckedFix {
  const { title, isPreferred, edits, creates } = fix;
  return {
    title,
    isPreferred: isPreferred === true,
    edits: edits.map(({ start, end, text }) => ({ ...rangeAt(file, start, end), text })),
    ...(creates ? { creates: { file: inBase(creates.path), text: creates.text } } : {}),
  };
}

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Whether `severity` is at least as grave as `least`. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(least);
}

export function isSeverity(text: string): text is Severity {
  return (severities as readonly string[]).includes(text);
}

/** By file, then by place, then by code: the same for the same files. */
export function inOrder(a: CheckedFinding, b: CheckedFinding): number {
  return (
    compare(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    a.endLine - b.endLine ||
    a.endColumn - b.endColumn ||
    compare(a.code, b.code) ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import type { Diagnostic } from 'vscode-languageserver';
import { LineTable } from '../language/text/lineTable.js';
import type { OpenDocument } from './openDocument.js';

/**
 * Something the framework said of a saved text. While the text is edited it stays with its line, and it
 * goes when that line is changed: it is about what was saved.
 */
export interface Opinion {
  /** `parse`: the framework refuses the file; `project`: it does not fit the configuration or the database. */
  readonly kind: 'parse' | 'project';
  readonly diagnostic: Diagnostic;
  /** The marked line's text without its margins. */
  readonly anchor: string;
}

/** The opinion that `diagnostic` says about `text`. */
export function opinionOf(kind: Opinion['kind'], diagnostic: Diagnostic, text: string): Opinion {
  const lines = new LineTable(text);
  return { kind, diagnostic, anchor: lineOf({ lines, text }, diagnostic.range.start.line).trim() };
}

/** The opinion where its line stands in `document` now; null when the line is gone. */
export function placedIn(opinion: Opinion, document: OpenDocument): Opinion | null {
  const { range } = opinion.diagnostic;
  const from = range.start.line;
  const line = nearest(document, opinion.anchor, from);
  if (line < 0) return null;
  if (line === from) return opinion;
  const moved = (position: Diagnostic['range']['start']): Diagnostic['range']['start'] => ({
    line: position.line - from + line,
    character: position.character,
  });
  const diagnostic = {
    ...opinion.diagnostic,
    range: { start: moved(range.start), end: moved(range.end) },
  };
  return { ...opinion, diagnostic };
}

/** The line nearest to `from` that reads `anchor`; -1 when it is gone. */
function nearest(document: OpenDocument, anchor: string, from: number): number {
  const { count } = document.lines;
  for (let distance = 0; distance < Math.max(count, from + 1); distance += 1) {
    for (const at of distance === 0 ? [from] : [from - distance, from + distance]) {
      if (at >= 0 && at < count && lineOf(document, at).trim() === anchor) return at;
    }
  }
  return -1;
}

function lineOf({ lines, text }: Pick<OpenDocument, 'lines' | 'text'>, line: number): string {
  return text.slice(lines.startOf(line, text), lines.endOf(line, text));
}

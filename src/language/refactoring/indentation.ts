import type { SyntaxDocument, TextChange } from '../syntax/document.js';
import { tokenBefore } from '../place/elementAt.js';
import { endOf } from '../syntax/token.js';
import { indentAt } from './lines.js';

/** One level of indentation, as a line that is indented so shows it. */
export function unitOf(indent: string): string {
  return indent.includes('\t') ? '\t' : '  ';
}

/**
 * Moves the lines between two offsets a level in, those alone whose beginning is not drawn: white space between
 * elements. Lines of texts stay, or the page would be another one.
 */
export function moveIn(
  document: SyntaxDocument,
  start: number,
  end: number,
  unit: string,
): TextChange[] {
  return lineStarts(document, start, end).map((at) => ({ start: at, end: at, text: unit }));
}

/** Moves such lines a level out, as far as they are indented. */
export function moveOut(
  document: SyntaxDocument,
  start: number,
  end: number,
  unit: string,
): TextChange[] {
  const { text } = document;
  return lineStarts(document, start, end).flatMap((at) =>
    text.startsWith(unit, at) ? [{ start: at, end: at + unit.length, text: '' }] : [],
  );
}

/** Writes `to` where such lines are indented as the one at `start`. */
export function reindent(
  document: SyntaxDocument,
  start: number,
  end: number,
  to: string,
): TextChange[] {
  const { text } = document;
  const from = indentAt(text, start);
  return lineStarts(document, start, end).map((at) => ({
    start: at,
    end: text.startsWith(from, at) ? at + from.length : at,
    text: to,
  }));
}

/** The text between two offsets with edits done, those alone that lie in it. */
export function edited(
  text: string,
  start: number,
  end: number,
  edits: readonly TextChange[],
): string {
  let made = '';
  let at = start;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    if (edit.start < at || edit.end > end) continue;
    made += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return made + text.slice(at, end);
}

/** Where lines begin in white space between elements; empty lines left out. */
function lineStarts(document: SyntaxDocument, start: number, end: number): number[] {
  const { text, tokens } = document;
  const found: number[] = [];
  for (let at = tokenBefore(document, start + 1)?.index ?? 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token || token.start >= end) break;
    if (token.kind !== 'text' || !token.isBlank || isBesideText(tokens, at)) continue;
    for (
      let line = text.indexOf('\n', token.start);
      line >= 0;
      line = text.indexOf('\n', line + 1)
    ) {
      if (line >= Math.min(end, endOf(token))) break;
      const after = line + 1;
      if (after > start && after < end && !/[\r\n]/.test(text[after] ?? '')) found.push(after);
    }
  }
  return found;
}

/** White space beside a comment or CDATA may belong to a text. */
function isBesideText(tokens: SyntaxDocument['tokens'], at: number): boolean {
  for (const step of [-1, 1]) {
    for (let other = at + step; ; other += step) {
      const token = tokens[other];
      if (!token || token.kind === 'start' || token.kind === 'end') break;
      if (token.kind === 'cdata' || (token.kind === 'text' && !token.isBlank)) return true;
    }
  }
  return false;
}

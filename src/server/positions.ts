import type { Range } from 'vscode-languageserver';
import type { OpenDocument } from './openDocument.js';

/** Offsets of an open document as the editor's positions. */
export function rangeIn(
  { lines }: Pick<OpenDocument, 'lines'>,
  { start, end }: { readonly start: number; readonly end: number },
): Range {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

/** The editor's positions as offsets. */
export function offsetsIn(
  { lines, text }: Pick<OpenDocument, 'lines' | 'text'>,
  { start, end }: Range,
): { start: number; end: number } {
  return { start: lines.offsetAt(start, text), end: lines.offsetAt(end, text) };
}

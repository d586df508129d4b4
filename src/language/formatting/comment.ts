import { columnsOf, indentationOf } from './columns.js';
import type { FormatOptions } from './formatOptions.js';
import { lineStart } from './lines.js';
import type { Output } from './output.js';

/** Writes a comment so that its later lines move with its first one, when that begins its line. */
export function writeComment(
  { start, end }: { readonly start: number; readonly end: number },
  output: Output,
  options: FormatOptions,
): void {
  const { text } = output;
  const moved = output.isAtLineStart ? output.column - columnBefore(start, text, options) : 0;
  if (moved === 0) {
    output.copy(start, end);
    return;
  }
  let at = start;
  for (const { 0: found, index } of text
    .slice(start, end)
    .matchAll(/(?<=[\r\n])[ \t]+(?![ \t\r\n])/g)) {
    output.copy(at, start + index);
    at = start + index + found.length;
    const columns = Math.max(0, columnsOf(found, options.tabWidth) + moved);
    output.replace(start + index, at, indentationOf(columns, options.unit, options.tabWidth));
  }
  output.copy(at, end);
}

/** Columns before `offset` on its line. */
function columnBefore(offset: number, text: string, { tabWidth }: FormatOptions): number {
  return columnsOf(text.slice(lineStart(text, offset), offset), tabWidth);
}

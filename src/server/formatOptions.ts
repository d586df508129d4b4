import type { FormattingOptions } from 'vscode-languageserver';
import { defaultFormat, type FormatOptions } from '../language/formatting/formatOptions.js';

/** How a document is to look: as `.editorconfig` says (`found`), else as the editor does. */
export function formatOptionsOf(
  editor: FormattingOptions,
  found: Readonly<Record<string, unknown>>,
): Omit<FormatOptions, 'code'> {
  const { indent_size: size, tab_width: tab, indent_style: style, max_line_length: width } = found;
  const tabWidth = columns(tab) ?? columns(size) ?? columns(editor.tabSize) ?? 2;
  const hasTabs = style === 'tab' || (style !== 'space' && !editor.insertSpaces);
  return {
    unit: hasTabs ? '\t' : ' '.repeat(columns(size) ?? tabWidth),
    tabWidth,
    width: width === 'off' ? Infinity : (columns(width) ?? defaultFormat.width),
    lineEnd: lineEnds[String(found['end_of_line'])] ?? null,
    trimsTrailingSpace: said(
      found['trim_trailing_whitespace'],
      editor.trimTrailingWhitespace,
      defaultFormat.trimsTrailingSpace,
    ),
    endsWithNewline: said(
      found['insert_final_newline'],
      editor.insertFinalNewline,
      defaultFormat.endsWithNewline,
    ),
  };
}

const lineEnds: Readonly<Record<string, FormatOptions['lineEnd']>> = {
  lf: '\n',
  crlf: '\r\n',
  cr: '\r',
};

/** A number of columns; null for what is none. */
function columns(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= 1000
    ? value
    : null;
}

function said(found: unknown, editor: boolean | undefined, otherwise: boolean): boolean {
  return typeof found === 'boolean' ? found : (editor ?? otherwise);
}

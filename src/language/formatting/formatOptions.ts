import type { CodeFormatters } from './embeddedCode.js';

/** How a document is to look. */
export interface FormatOptions {
  /** One level of indentation, as written. */
  readonly unit: string;
  /** Columns a tab takes. */
  readonly tabWidth: number;
  /** Columns a start tag, or an element on one line, may reach. */
  readonly width: number;
  /** How lines end; null: as those of the document do. */
  readonly lineEnd: '\n' | '\r\n' | '\r' | null;
  readonly trimsTrailingSpace: boolean;
  readonly endsWithNewline: boolean;
  readonly code: CodeFormatters;
}

/** Where nobody says otherwise. */
export const defaultFormat: FormatOptions = {
  unit: '  ',
  tabWidth: 2,
  width: 100,
  lineEnd: null,
  trimsTrailingSpace: true,
  endsWithNewline: true,
  code: { css: null, js: null, sql: null },
};

/** How the lines of `text` end; `\n` where they do not agree. */
export function lineEndOf(text: string): '\n' | '\r\n' | '\r' {
  const carriageReturns = text.match(/\r/g)?.length ?? 0;
  if (carriageReturns === 0) return '\n';
  const lineFeeds = text.match(/\n/g)?.length ?? 0;
  if (lineFeeds === 0) return '\r';
  const pairs = text.match(/\r\n/g)?.length ?? 0;
  return pairs === lineFeeds && pairs === carriageReturns ? '\r\n' : '\n';
}

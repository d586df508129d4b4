import assert from 'node:assert/strict';
import {
  formatDocument,
  formatSpan,
  type Span,
} from '../../../src/language/formatting/formatDocument.js';
import {
  defaultFormat,
  type FormatOptions,
} from '../../../src/language/formatting/formatOptions.js';
import {
  SyntaxDocument,
  type Dialect,
  type TextChange,
} from '../../../src/language/syntax/document.js';

export interface Formatting extends Partial<FormatOptions> {
  readonly dialect?: Dialect;
  readonly span?: Span;
}

/** `text` as it is after formatting. */
export function formatted(
  text: string,
  { dialect = 'page', span, ...options }: Formatting = {},
): string {
  const document = new SyntaxDocument(text, dialect);
  const format = { ...defaultFormat, ...options };
  return applied(
    text,
    span ? formatSpan(document, format, span) : formatDocument(document, format),
  );
}

/** `text` after `edits`, which are in order and overlap nowhere. */
export function applied(text: string, edits: readonly TextChange[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: written } of edits) {
    assert.ok(start >= at && end >= start, 'edits are in order');
    result += text.slice(at, start) + written;
    at = end;
  }
  return result + text.slice(at);
}

import { decodeText } from '../expression/entities.js';
import type { SyntaxDocument } from '../syntax/document.js';
import { opensRawText } from '../syntax/reader.js';
import type { CData, RawName, RawText, Token } from '../syntax/token.js';

const entities = /(?:&(?:#\d{1,7}|#x[\dA-Fa-f]{1,6}|[A-Za-z][A-Za-z\d]{0,40});)+/g;
const marks = /^<!\[CDATA\[|\]\]>$/g;

/** `raw` with its entities read, and blanks behind them, so that every offset stays what it is. */
export function withEntitiesRead(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replaceAll(entities, (run) => decodeText(run).text.padEnd(run.length));
}

/** The tag whose code a token is: its whole body, or the section that its author marked in it. */
export function codeOf({ tokens }: SyntaxDocument, token: Token): RawName | null {
  if (token.kind === 'raw') return token.within;
  if (token.kind !== 'cdata') return null;
  const before = tokens[token.index - 1];
  return opensRawText(before?.kind === 'text' ? tokens[before.index - 1] : before);
}

/** Whether a token is the code of a `name`. */
export function isCodeOf(
  name: RawName,
  document: SyntaxDocument,
  token: Token | undefined,
): token is RawText | CData {
  return token !== undefined && codeOf(document, token) === name;
}

/** The code of a `<style>` or `<script>` as a browser gets it, every offset what it is. */
export function bodyText({ kind, start, length }: RawText | CData, text: string): string {
  const raw = text.slice(start, start + length);
  if (kind === 'raw') return withEntitiesRead(raw);
  return raw.replaceAll(marks, (mark) => ' '.repeat(mark.length));
}

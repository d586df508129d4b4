import { decodeText } from '../expression/entities.js';
import type { RawText } from '../syntax/token.js';

const entities = /(?:&(?:#\d{1,7}|#x[\dA-Fa-f]{1,6}|[A-Za-z][A-Za-z\d]{0,40});)+/g;
const cdata = /<!\[CDATA\[|\]\]>/g;

/** `raw` with its entities read, and blanks behind them, so that every offset stays what it is. */
export function withEntitiesRead(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replaceAll(entities, (run) => decodeText(run).text.padEnd(run.length));
}

/** The body of a `<style>` or `<script>` as a browser gets it, every offset what it is. */
export function bodyText({ start, length }: RawText, text: string): string {
  const raw = text.slice(start, start + length);
  return withEntitiesRead(raw.replaceAll(cdata, (mark) => ' '.repeat(mark.length)));
}

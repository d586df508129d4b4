import { conditionText } from '../expression/condition.js';
import { decodeAttribute, decodeText } from '../expression/entities.js';
import { mappedOffset, sourceOffset } from '../expression/mappedText.js';

/** An expression around a caret, finished or not. */
export interface ExpressionAt {
  /** Decoded, without its braces. */
  readonly source: string;
  /** Of the caret, in `source`. */
  readonly caret: number;
  /** The offset in the raw text of one in `source`. */
  readonly rawOffset: (at: number) => number;
}

/** The group `{…}` of a raw text or value that holds `caret`; null outside of all. */
export function groupAt(raw: string, caret: number, isText: boolean): ExpressionAt | null {
  const open = caret === 0 ? -1 : raw.lastIndexOf('{', caret - 1);
  if (open < 0 || raw.slice(open, caret).includes('}')) return null;
  const from = open + 1;
  const mapped = (isText ? decodeText : decodeAttribute)(raw.slice(from, groupEnd(raw, caret)));
  return {
    source: mapped.text,
    caret: mappedOffset(mapped, caret - from),
    rawOffset: (at) => from + sourceOffset(mapped, at),
  };
}

/** Where a group is closed; one that is not ends with the word at the caret. */
function groupEnd(raw: string, caret: number): number {
  const close = raw.indexOf('}', caret);
  const next = /[{\n]/.exec(raw.slice(caret, close < 0 ? undefined : close));
  if (close >= 0 && !next) return close;
  return caret + (/^[\w.]*/.exec(raw.slice(caret))?.[0].length ?? 0);
}

/** A value that is an expression as a whole, whose braces may be left out. */
export function conditionAt(raw: string, caret: number): ExpressionAt {
  const group = groupAt(raw, caret, false);
  if (group) return group;
  const mapped = conditionText(decodeAttribute(raw));
  return {
    source: mapped.text,
    caret: mappedOffset(mapped, caret),
    rawOffset: (at) => sourceOffset(mapped, at),
  };
}

import type { Span } from './ast.js';
import { isDigit, isPythonSpace, stripped } from './characters.js';
import { parseExpression } from './parseExpression.js';

/**
 * What a group is to the framework: an expression, the repetition of a regular expression (`{3}`, `{2,}`), or
 * the inside of a JSON object; the last two stay text.
 */
export type InterpolationKind = 'expression' | 'quantifier' | 'json';

/** A `{…}` group; `start` and `end` include the braces, `expression` is what is between them. */
export interface Interpolation extends Span {
  readonly kind: InterpolationKind;
  readonly expression: string;
}

/** A brace that belongs to no group: `{` without `}`, `}` without `{`, or `{}`. */
export interface LooseBrace extends Span {
  readonly kind: 'unclosed' | 'unopened' | 'empty';
}

export interface Interpolations {
  readonly groups: readonly Interpolation[];
  readonly loose: readonly LooseBrace[];
  /** The text is one group and nothing else but blanks: its value keeps its type. */
  readonly isWhole: boolean;
}

const none: Interpolations = { groups: [], loose: [], isWhole: false };

/** The groups of a decoded text, as the framework finds them: the first `}` ends one, whatever stands before. */
export function findInterpolations(text: string): Interpolations {
  let open = text.indexOf('{');
  let close = text.indexOf('}');
  if (open < 0 && close < 0) return none;
  const groups: Interpolation[] = [];
  const loose: LooseBrace[] = [];
  let from = 0;
  while (open >= 0 || close >= 0) {
    if (close >= 0 && (open < 0 || close < open)) {
      loose.push({ kind: 'unopened', start: close, end: close + 1 });
      from = close + 1;
    } else if (close < 0) {
      loose.push({ kind: 'unclosed', start: open, end: open + 1 });
      from = open + 1;
    } else if (close === open + 1) {
      loose.push({ kind: 'empty', start: open, end: close + 1 });
      from = close + 1;
    } else {
      const expression = text.slice(open + 1, close);
      groups.push({ kind: kindOf(expression), expression, start: open, end: close + 1 });
      from = close + 1;
    }
    if (open >= 0 && open < from) open = text.indexOf('{', from);
    if (close >= 0 && close < from) close = text.indexOf('}', from);
  }
  return { groups, loose, isWhole: isWhole(text, groups) };
}

function isWhole(text: string, groups: readonly Interpolation[]): boolean {
  const [group] = groups;
  if (groups.length !== 1 || group === undefined) return false;
  const { start, end } = stripped(text);
  return group.start === start && group.end === end;
}

function kindOf(expression: string): InterpolationKind {
  const { start, end } = stripped(expression);
  if (isQuantifier(expression, start, end)) return 'quantifier';
  const first = expression.charCodeAt(start);
  if (first !== 34 && first !== 39) return 'expression';
  return looksLikeJson(expression, start) && parseExpression(expression).problems.length > 0
    ? 'json'
    : 'expression';
}

/** Digits, and at most a comma with digits behind it. */
function isQuantifier(text: string, start: number, end: number): boolean {
  let at = digitsEnd(text, start, end);
  if (at === start) return false;
  at = spacesEnd(text, at, end);
  if (at < end && text.charCodeAt(at) === 44)
    at = digitsEnd(text, spacesEnd(text, at + 1, end), end);
  return at === end;
}

function digitsEnd(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isDigit(text.charCodeAt(at))) at += 1;
  return at;
}

function spacesEnd(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isPythonSpace(text.charCodeAt(at))) at += 1;
  return at;
}

/** A quoted text without escapes, and a colon: how the framework knows the inside of a JSON object. */
function looksLikeJson(text: string, quote: number): boolean {
  const close = text.indexOf(text.charAt(quote), quote + 1);
  return close >= 0 && text.charCodeAt(spacesEnd(text, close + 1, text.length)) === 58;
}

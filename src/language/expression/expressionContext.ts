import type { Span } from './ast.js';
import { stripped } from './characters.js';
import { advance, startLexer, type Lexer } from './lexer.js';

/** The call around a position, innermost first: which function, and which of its arguments. */
export interface CallContext {
  readonly name: string;
  /** Arguments before the position, from 0. */
  readonly argument: number;
  /** The name of `name=`, when the position is behind it. */
  readonly argumentName: string | null;
}

/** What could be written at a position; `replace` is the part of a word that is already there. */
export type ExpressionContext = {
  readonly replace: Span;
  readonly calls: readonly CallContext[];
} & (
  | { readonly kind: 'value' }
  /** Behind a value: an operator, or nothing. */
  | { readonly kind: 'operator' }
  /** `user.na|`: the names before the point, empty when what is before is no row of names. */
  | { readonly kind: 'member'; readonly path: readonly string[] }
  | { readonly kind: 'string' }
  | { readonly kind: 'number' }
  | { readonly kind: 'comment' }
);

interface Seen {
  readonly kind: Lexer['kind'];
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const endsValue = new Set([')', ']', '}', '...']);
const wordsThatAreValues = new Set(['True', 'False', 'None']);

/** What is being written at `offset` of an expression, finished or not; what is behind the position counts only as the rest of its word. */
export function expressionContextAt(text: string, offset: number): ExpressionContext {
  const tokens = tokensOf(text);
  const before = tokens.filter(({ start }) => start < offset);
  const touched = before.at(-1);
  const calls = callsAround(before);
  const here = { start: offset, end: offset };
  if (touched?.kind === 'string' && isInside(touched, offset))
    return { kind: 'string', replace: touched, calls };
  if (isInComment(text, touched?.end ?? 0, offset))
    return { kind: 'comment', replace: here, calls };
  if (touched?.kind === 'number' && offset <= touched.end)
    return { kind: 'number', replace: { start: touched.start, end: touched.end }, calls };
  const isWord = (touched?.kind === 'name' || touched?.kind === 'word') && offset <= touched.end;
  const isLetters = isWord && /^[\p{L}_]/u.test(touched.text);
  const replace = isLetters ? { start: touched.start, end: touched.end } : here;
  const leading = isLetters ? before.slice(0, -1) : before;
  const last = leading.at(-1);
  if (last?.value === '.' && last.kind === 'operator')
    return { kind: 'member', path: pathBefore(leading), replace, calls };
  return { kind: isBehindValue(last) ? 'operator' : 'value', replace, calls };
}

function tokensOf(text: string): Seen[] {
  const { start, end } = stripped(text);
  const lexer = startLexer(text, start, end);
  const seen: Seen[] = [];
  advance(lexer);
  while (lexer.kind !== 'end') {
    seen.push({
      kind: lexer.kind,
      value: lexer.value,
      start: lexer.start,
      end: lexer.end,
      text: text.slice(lexer.start, lexer.end),
    });
    advance(lexer);
  }
  return seen;
}

function isInside(token: Seen, offset: number): boolean {
  if (offset < token.end) return true;
  // Behind the last character of a text that nothing closes is still inside of it.
  const mark = token.text.search(/['"]/);
  const body = token.text.slice(mark);
  const isClosed = body.length > 1 && body.endsWith(body.charAt(0)) && !/\\.$/.test(body);
  return offset === token.end && !isClosed;
}

function isInComment(text: string, from: number, offset: number): boolean {
  const hash = text.indexOf('#', from);
  if (hash < 0 || hash >= offset) return false;
  return !/[\r\n]/.test(text.slice(hash, offset));
}

function isBehindValue(last: Seen | undefined): boolean {
  if (last === undefined) return false;
  if (last.kind === 'operator') return endsValue.has(last.value);
  return last.kind !== 'word' || wordsThatAreValues.has(last.value);
}

/** `a`, `b` for `a.b.`; nothing when a call or an index is among it. */
function pathBefore(tokens: readonly Seen[]): string[] {
  const path: string[] = [];
  for (let at = tokens.length - 1; at >= 1 && tokens[at]?.value === '.'; at -= 2) {
    const name = tokens[at - 1];
    if (name?.kind !== 'name' && name?.kind !== 'word') return [];
    path.unshift(name.value);
  }
  return path;
}

function callsAround(tokens: readonly Seen[]): CallContext[] {
  const open: { name: string | null; argument: number; argumentName: string | null }[] = [];
  tokens.forEach((token, index) => {
    const previous = tokens[index - 1];
    const innermost = open.at(-1);
    if (token.kind !== 'operator') return;
    if ('([{'.includes(token.value)) {
      const isCall = token.value === '(' && previous?.kind === 'name';
      open.push({ name: isCall ? previous.value : null, argument: 0, argumentName: null });
    } else if (')]}'.includes(token.value)) open.pop();
    else if (innermost !== undefined && token.value === ',') {
      innermost.argument += 1;
      innermost.argumentName = null;
    } else if (innermost !== undefined && token.value === '=' && previous?.kind === 'name')
      innermost.argumentName = previous.value;
  });
  return open.reverse().flatMap(({ name, ...rest }) => (name === null ? [] : [{ name, ...rest }]));
}

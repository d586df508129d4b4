import { continuesName, isAsciiOnly, isDigit, startsName } from './characters.js';
import { isOutsideQuotes, type QuoteTrail } from './javascriptOperators.js';
import { scanNumber } from './numbers.js';
import {
  characterMessage,
  refusedOperatorMessage,
  type ExpressionProblem,
  type ExpressionProblemKind,
} from './problems.js';
import { endOfString, readEscapes } from './strings.js';

/** `word` is one of Python's keywords, `operator` everything made of signs. */
export type TokenKind = 'name' | 'word' | 'number' | 'string' | 'operator' | 'end';

/** The reader's place in a text: one token looked at, `stop` the end of the one before. */
export interface Lexer {
  readonly text: string;
  readonly first: number;
  readonly last: number;
  readonly problems: ExpressionProblem[];
  readonly trail: QuoteTrail;
  kind: TokenKind;
  /** The name, the word or the operator; a text's value. */
  value: string;
  number: number | null;
  isBytes: boolean;
  start: number;
  end: number;
  stop: number;
  /** Open brackets, as Python counts them: inside, a line break is a blank. */
  brackets: number;
  /** How many parts of the sentence are being read inside each other. */
  nesting: number;
  isFaulty: boolean;
}

const words = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from ' +
    'global if import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);
const deepestBrackets = 200;

/** The operators of two and three characters, longest first. */
const longOperators: Readonly<Record<string, readonly string[]>> = {
  '=': ['===', '==', '=>'],
  '!': ['!==', '!='],
  '<': ['<<', '<=', '<>'],
  '>': ['>>', '>='],
  '*': ['**'],
  '/': ['//'],
  '?': ['??', '?.'],
  ':': [':='],
  '.': ['...'],
};

/** A lexer before its first token. */
export function startLexer(text: string, first: number, last: number): Lexer {
  return {
    text,
    first,
    last,
    problems: [],
    trail: { at: first, quote: 0 },
    kind: 'end',
    value: '',
    number: null,
    isBytes: false,
    start: first,
    end: first,
    stop: first,
    brackets: 0,
    nesting: 0,
    isFaulty: false,
  };
}

/** Notes why the framework refuses this. */
export function refuse(
  lexer: Lexer,
  kind: ExpressionProblemKind,
  start: number,
  end: number,
  message: string,
): void {
  lexer.problems.push({ kind, start, end, message });
}

/** Notes a fault of the sentence itself: only the first one is worth reading, the rest follow from it. */
export function fault(
  lexer: Lexer,
  kind: ExpressionProblemKind,
  start: number,
  end: number,
  message: string,
): void {
  if (!lexer.isFaulty) refuse(lexer, kind, start, end, message);
  lexer.isFaulty = true;
}

function lineBreak(lexer: Lexer, at: number): number {
  const { text, last, first } = lexer;
  let next = at;
  let lineStart = at;
  for (; next < last; next += 1) {
    const code = text.charCodeAt(next);
    if (code === 10 || code === 13) lineStart = next + 1;
    else if (code === 35) while (next + 1 < last && !isBreak(text.charCodeAt(next + 1))) next += 1;
    else if (code !== 32 && code !== 9 && code !== 12) break;
  }
  const isFirst = lexer.end === first;
  if (next < last && (!isFirst || next > lineStart)) {
    fault(
      lexer,
      'line-break',
      at,
      at + 1,
      'A line break ends the expression here: put the whole of it in parentheses, or on one line.',
    );
  }
  return next;
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}

/** Behind white space, comments and continued lines. */
function skipBlanks(lexer: Lexer, from: number): number {
  const { text, last } = lexer;
  let at = from;
  while (at < last) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 9 || code === 12) at += 1;
    else if (code === 10 || code === 13) at = lexer.brackets > 0 ? at + 1 : lineBreak(lexer, at);
    else if (code === 35) while (at < last && !isBreak(text.charCodeAt(at))) at += 1;
    else if (code === 92 && at + 1 < last && isBreak(text.charCodeAt(at + 1)))
      at += text.charCodeAt(at + 1) === 13 && text.charCodeAt(at + 2) === 10 ? 3 : 2;
    else break;
  }
  return at;
}

function take(lexer: Lexer, kind: TokenKind, end: number, value: string): void {
  lexer.kind = kind;
  lexer.end = end;
  lexer.value = value;
}

function stringToken(lexer: Lexer, quote: number, prefix: string): void {
  const { text, last, start } = lexer;
  const found = endOfString(text, quote, last);
  const marks = prefix.toLowerCase();
  const body = text.slice(
    quote + found.width,
    found.isClosed ? found.end - found.width : found.end,
  );
  lexer.isBytes = marks.includes('b');
  take(lexer, 'string', found.end, body);
  if (!found.isClosed)
    fault(
      lexer,
      'unclosed-string',
      start,
      found.end,
      `The text that starts here is not closed: ${text.charAt(quote)} is missing.`,
    );
  if (marks.includes('f'))
    refuse(
      lexer,
      'string',
      start,
      found.end,
      'There are no f-strings: join with +, as in "Hello " + name.',
    );
  if (lexer.isBytes && !isAsciiOnly(body))
    refuse(
      lexer,
      'string',
      start,
      found.end,
      'Bytes hold ASCII only: leave the b before the quote out.',
    );
  if (marks.includes('r') || !body.includes('\\')) return;
  const read = readEscapes(body, lexer.isBytes);
  lexer.value = read.value;
  if (read.message !== null && found.isClosed)
    refuse(lexer, 'string', start, found.end, read.message);
}

function isStringPrefix(text: string): boolean {
  return /^(?:[rub]|f|br|rb|fr|rf)$/i.test(text);
}

function nameToken(lexer: Lexer): void {
  const { text, last, start } = lexer;
  let end = start;
  let isAscii = true;
  for (;;) {
    const code = end < last ? (text.codePointAt(end) ?? 0) : 0;
    if (!continuesName(code)) break;
    if (code > 127) isAscii = false;
    end += code > 0xffff ? 2 : 1;
  }
  let name = text.slice(start, end);
  const next = end < last ? text.charCodeAt(end) : 0;
  if ((next === 34 || next === 39) && name.length <= 2 && isStringPrefix(name)) {
    stringToken(lexer, end, name);
    return;
  }
  // Python reads names in their plainest spelling (NFKC).
  if (!isAscii) name = name.normalize('NFKC');
  if (next === 33 && rewritesNot(lexer, end)) {
    // `a!in b` becomes `anot in b`: the framework joins the two words, so the name is `anot`.
    name += 'not';
    end += 1;
  }
  take(lexer, isAscii && words.has(name) ? 'word' : 'name', end, name);
}

function rewritesNot(lexer: Lexer, at: number): boolean {
  return (
    at + 1 < lexer.last &&
    lexer.text.charCodeAt(at + 1) !== 61 &&
    isOutsideQuotes(lexer.text, lexer.first, at, lexer.trail)
  );
}

function numberToken(lexer: Lexer): void {
  const scanned = scanNumber(lexer.text, lexer.start, lexer.last);
  if (scanned.message !== null) fault(lexer, 'number', lexer.start, scanned.end, scanned.message);
  lexer.number = scanned.value;
  take(lexer, 'number', scanned.end, '');
}

function operatorToken(lexer: Lexer, sign: string): void {
  const { text, start, last } = lexer;
  const doubled =
    (sign === '&' || sign === '|') && text.charAt(start + 1) === sign && start + 1 < last;
  if (doubled && isOutsideQuotes(text, lexer.first, start, lexer.trail)) {
    take(lexer, 'word', start + 2, sign === '&' ? 'and' : 'or');
    return;
  }
  if (sign === '!' && rewritesNot(lexer, start)) {
    take(lexer, 'word', start + 1, 'not');
    return;
  }
  let value = sign;
  for (const longer of longOperators[sign] ?? []) {
    if (start + longer.length <= last && text.startsWith(longer, start)) {
      value = longer;
      break;
    }
  }
  take(lexer, 'operator', start + value.length, value);
}

const signs = new Set('()[]{},:.+-*/%<>=!&|^~@?'.split(''));

/** Skips a character that no expression holds; the text goes on behind it. */
function skipCharacter(lexer: Lexer): void {
  const code = lexer.text.codePointAt(lexer.start) ?? 0;
  const end = Math.min(lexer.start + (code > 0xffff ? 2 : 1), lexer.last);
  refuse(lexer, 'character', lexer.start, end, characterMessage(code));
  lexer.end = end;
}

/** Reads the next token. */
export function advance(lexer: Lexer): void {
  const { text, last } = lexer;
  lexer.stop = lexer.end;
  let from = lexer.end;
  for (;;) {
    from = skipBlanks(lexer, from);
    lexer.start = from;
    if (from >= last) {
      take(lexer, 'end', from, '');
      return;
    }
    const code = text.charCodeAt(from);
    if (code < 128 ? startsName(code) : startsName(text.codePointAt(from) ?? 0)) {
      nameToken(lexer);
      return;
    }
    if (isDigit(code) || (code === 46 && from + 1 < last && isDigit(text.charCodeAt(from + 1)))) {
      numberToken(lexer);
      return;
    }
    if (code === 34 || code === 39) {
      stringToken(lexer, from, '');
      return;
    }
    const sign = text.charAt(from);
    if (signs.has(sign)) {
      operatorToken(lexer, sign);
      if (sign === '(' || sign === '[' || sign === '{') openBracket(lexer);
      else if ((sign === ')' || sign === ']' || sign === '}') && lexer.brackets > 0)
        lexer.brackets -= 1;
      return;
    }
    skipCharacter(lexer);
    from = lexer.end;
  }
}

/** Whether the name at the lexer is followed by a single `=`, as in `f(name=value)`. */
export function isBeforeEquals(lexer: Lexer): boolean {
  const at = skipBlanks(lexer, lexer.end);
  if (lexer.text.charCodeAt(at) !== 61 || at >= lexer.last) return false;
  const next = at + 1 < lexer.last ? lexer.text.charCodeAt(at + 1) : 0;
  return next !== 61 && next !== 62;
}

function openBracket(lexer: Lexer): void {
  lexer.brackets += 1;
  if (lexer.brackets > deepestBrackets) tooDeep(lexer);
}

/** Ends the reading where the nesting is more than the framework takes. */
export function tooDeep(lexer: Lexer): void {
  refuse(
    lexer,
    'too-deep',
    lexer.start,
    lexer.last,
    'This is nested too deeply: keep parts of it in q:set variables.',
  );
  take(lexer, 'end', lexer.last, '');
}

/** The message for an operator at the lexer that the whitelist refuses. */
export function refuseOperator(lexer: Lexer): void {
  refuse(lexer, 'refused-operator', lexer.start, lexer.end, refusedOperatorMessage(lexer.value));
}

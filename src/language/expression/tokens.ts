import type { Expression } from './ast.js';
import { fault, refuse, tooDeep, type Lexer } from './lexer.js';
import { refusedWordMessage } from './problems.js';

/** More brackets, signs and `not`s inside each other than any accepted expression has. */
const deepestNesting = 400;

/** Whether the token is this operator, comma or bracket. */
export function isSign(lexer: Lexer, sign: string): boolean {
  return lexer.kind === 'operator' && lexer.value === sign;
}

/** Whether the token is this word. */
export function isWord(lexer: Lexer, word: string): boolean {
  return lexer.kind === 'word' && lexer.value === word;
}

/** Whether an expression can begin with the token. */
export function startsExpression(lexer: Lexer): boolean {
  if (lexer.kind === 'name' || lexer.kind === 'number' || lexer.kind === 'string') return true;
  if (lexer.kind === 'word') return otherWords.has(lexer.value);
  return lexer.kind === 'operator' && ['(', '[', '{', '-', '+', '~', '...'].includes(lexer.value);
}

/** The words that join what stands around them. */
export const joiningWords: ReadonlySet<string> = new Set(['and', 'or', 'in', 'if', 'else']);
const otherWords = new Set(['not', 'True', 'False', 'None']);

/** Faults the token that should not be where it is. */
export function unexpected(lexer: Lexer): void {
  const { kind, start, end, value, text } = lexer;
  if (kind === 'word' && !joiningWords.has(value) && !otherWords.has(value)) {
    if (lexer.problems.at(-1)?.start !== start)
      refuse(lexer, 'refused-word', start, end, refusedWordMessage(value));
    lexer.isFaulty = true;
    return;
  }
  if (kind === 'end') {
    fault(
      lexer,
      'syntax',
      lexer.stop,
      lexer.stop,
      'The expression stops too early: a value is missing here.',
    );
    return;
  }
  const shown = text.slice(start, end);
  if (kind === 'operator' || kind === 'word')
    fault(
      lexer,
      'syntax',
      start,
      end,
      `"${shown}" cannot stand here: a value is missing before it.`,
    );
  else
    fault(
      lexer,
      'syntax',
      start,
      end,
      `An operator or a comma is missing before ${shown.slice(0, 40)}`,
    );
}

/** What is expected here and not written. */
export function missingAt(lexer: Lexer): Expression {
  return { kind: 'missing', start: lexer.stop, end: lexer.stop };
}

/** Notes one level more; the reading ends where no accepted expression goes. */
export function enter(lexer: Lexer): void {
  lexer.nesting += 1;
  if (lexer.nesting > deepestNesting && lexer.kind !== 'end') tooDeep(lexer);
}

/** Reads something one level down. */
export function nested(lexer: Lexer, parse: (lexer: Lexer) => Expression): Expression {
  enter(lexer);
  const inner = parse(lexer);
  lexer.nesting -= 1;
  return inner;
}

/** Whether the token is a closing bracket. */
export function isCloser(lexer: Lexer): boolean {
  return lexer.kind === 'operator' && ')]}'.includes(lexer.value);
}

/** Whether nothing is left to read. */
export function isAtEnd(lexer: Lexer): boolean {
  return lexer.kind === 'end';
}

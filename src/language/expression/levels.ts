import type { Lexer } from './lexer.js';

/** Python's levels, from the loosest. */
const levels: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  '==': 4,
  '!=': 4,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  in: 4,
  not: 4,
  is: 4,
  '===': 4,
  '!==': 4,
  '<>': 4,
  '=': 4,
  '=>': 4,
  ':=': 4,
  '|': 5,
  '^': 6,
  '&': 7,
  '<<': 8,
  '>>': 8,
  '+': 9,
  '-': 9,
  '*': 10,
  '/': 10,
  '//': 10,
  '%': 10,
  '@': 10,
};
export const negation = 3;
export const comparison = 4;
/** Python's operators that the whitelist refuses. */
export const refusedBinary = new Set(['|', '^', '&', '<<', '>>', '@']);

/** The level of the operator at the lexer, 0 for none. */
export function levelOf(lexer: Lexer): number {
  if (lexer.kind !== 'operator' && lexer.kind !== 'word') return 0;
  return levels[lexer.value] ?? 0;
}

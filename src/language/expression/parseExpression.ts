import type { Expression } from './ast.js';
import { characterCount, stripped } from './characters.js';
import { depthOf } from './depth.js';
import { advance, startLexer } from './lexer.js';
import { parseWhole } from './parser.js';
import { maxDepth, maxLength, type ExpressionProblem } from './problems.js';

/** `ast` is null only when there is nothing to read. */
export interface ParsedExpression {
  readonly ast: Expression | null;
  /** Empty exactly when the framework accepts the text, as far as can be told without its values. */
  readonly problems: readonly ExpressionProblem[];
}

/** A text this short cannot hold a tree that is too deep: a level costs a character. */
const shallow = maxDepth - 4;

/** Reads an expression the way the framework does; what is understood of a broken one is in `ast` all the same. */
export function parseExpression(text: string): ParsedExpression {
  const { start, end } = stripped(text);
  if (start === end) {
    const message = 'There is no expression here: write a name, a value or a calculation.';
    return { ast: null, problems: [{ kind: 'empty', start, end, message }] };
  }
  if (end - start > maxLength && characterCount(text, start, end) > maxLength) {
    const message = `An expression has at most ${maxLength} characters: keep parts of it in q:set variables.`;
    const { ast } = parseWithin(text, start, start + maxLength);
    return { ast, problems: [{ kind: 'too-long', start, end, message }] };
  }
  return parseWithin(text, start, end);
}

function parseWithin(text: string, start: number, end: number): ParsedExpression {
  const lexer = startLexer(text, start, end);
  advance(lexer);
  const ast = parseWhole(lexer);
  if (end - start > shallow && depthOf(ast) > maxDepth) {
    const message = `This is nested more than ${maxDepth} levels deep: keep parts of it in q:set variables.`;
    lexer.problems.push({ kind: 'too-deep', start, end, message });
  }
  return { ast, problems: lexer.problems };
}

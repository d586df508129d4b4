import type { BinaryOperator, ComparisonOperator, Expression, UnaryOperator } from './ast.js';
import { parseBraces, parseCall, parseList, parseParentheses, parseSubscript } from './brackets.js';
import { advance, fault, refuse, refuseOperator, type Lexer } from './lexer.js';
import { comparison, levelOf, negation, refusedBinary } from './levels.js';
import { refusedOperatorMessage, refusedWordMessage } from './problems.js';
import {
  isCloser,
  isSign,
  isWord,
  joiningWords,
  missingAt,
  nested,
  startsExpression,
  unexpected,
} from './tokens.js';

/** The expression that is all of the text, a bare tuple as well. */
export function parseWhole(lexer: Lexer): Expression {
  const first = parseConditional(lexer);
  const ast = isSign(lexer, ',') ? tupleFrom(lexer, first) : first;
  if (lexer.kind === 'end') return ast;
  if (isCloser(lexer))
    fault(lexer, 'syntax', lexer.start, lexer.end, `No bracket is open for this ${lexer.value}`);
  return restOf(lexer, ast);
}

/** The bare tuple `first, …` at its first comma. */
function tupleFrom(lexer: Lexer, first: Expression): Expression {
  const items = [first];
  while (isSign(lexer, ',')) {
    advance(lexer);
    if (!startsExpression(lexer)) break;
    items.push(parseConditional(lexer));
  }
  return { kind: 'tuple', items, start: first.start, end: lexer.stop };
}

/** Reads on behind a fault so that later names are known as well. */
function restOf(lexer: Lexer, first: Expression): Expression {
  const parts = [first];
  while (lexer.kind !== 'end') {
    unexpected(lexer);
    if (startsExpression(lexer)) parts.push(parseConditional(lexer));
    else advance(lexer);
  }
  return { kind: 'broken', parts, start: first.start, end: lexer.stop };
}

/** An expression up to a comma or a closing bracket: `a if b else c`, or anything that binds more tightly. */
function parseConditional(lexer: Lexer): Expression {
  const value = parseLevel(lexer, 1);
  if (lexer.kind === 'end') return value;
  if (isWord(lexer, 'if')) {
    advance(lexer);
    const condition = parseLevel(lexer, 1);
    if (!isWord(lexer, 'else')) {
      fault(
        lexer,
        'syntax',
        lexer.stop,
        lexer.stop,
        '"else" is missing: write a if condition else b.',
      );
      const otherwise = missingAt(lexer);
      return {
        kind: 'conditional',
        value,
        condition,
        otherwise,
        start: value.start,
        end: lexer.stop,
      };
    }
    advance(lexer);
    const otherwise = nested(lexer, parseConditional);
    return {
      kind: 'conditional',
      value,
      condition,
      otherwise,
      start: value.start,
      end: otherwise.end,
    };
  }
  if (isSign(lexer, '?')) return ternary(lexer, value);
  if (isSign(lexer, '??') || isSign(lexer, '?.')) {
    refuseOperator(lexer);
    advance(lexer);
    const right = nested(lexer, parseConditional);
    return { kind: 'broken', parts: [value, right], start: value.start, end: right.end };
  }
  return value;
}

/** `condition ? a : b`, which is refused but understood. */
function ternary(lexer: Lexer, condition: Expression): Expression {
  refuse(
    lexer,
    'ternary',
    lexer.start,
    lexer.end,
    'There is no "?:": write a if condition else b.',
  );
  lexer.isFaulty = true;
  advance(lexer);
  const value = nested(lexer, parseConditional);
  let otherwise: Expression = missingAt(lexer);
  if (isSign(lexer, ':')) {
    advance(lexer);
    otherwise = nested(lexer, parseConditional);
  }
  return {
    kind: 'conditional',
    value,
    condition,
    otherwise,
    start: condition.start,
    end: lexer.stop,
  };
}

function parseLevel(lexer: Lexer, lowest: number): Expression {
  let left = isWord(lexer, 'not') ? parseNot(lexer, lowest) : parseSigned(lexer);
  for (let level = levelOf(lexer); level >= lowest && level > 0; level = levelOf(lexer)) {
    if (level <= 2) left = parseBoolean(lexer, left, level);
    else if (level === comparison) left = parseComparison(lexer, left);
    else left = parseBinary(lexer, left, level);
  }
  return left;
}

function parseNot(lexer: Lexer, lowest: number): Expression {
  const { start } = lexer;
  if (lowest > negation)
    fault(lexer, 'syntax', start, lexer.end, '"not" needs parentheses here: write (not x).');
  advance(lexer);
  const operand = nested(lexer, parseNegated);
  return { kind: 'unary', operator: 'not', operand, start, end: operand.end };
}

function parseBoolean(lexer: Lexer, first: Expression, level: number): Expression {
  const operator = level === 1 ? 'or' : 'and';
  const operands = [first];
  while (isWord(lexer, operator)) {
    advance(lexer);
    operands.push(parseLevel(lexer, level + 1));
  }
  return { kind: 'boolean', operator, operands, start: first.start, end: lexer.stop };
}

function parseComparison(lexer: Lexer, first: Expression): Expression {
  const operands = [first];
  const operators: ComparisonOperator[] = [];
  while (levelOf(lexer) === comparison) {
    operators.push(comparisonOperator(lexer));
    operands.push(parseLevel(lexer, comparison + 1));
  }
  return { kind: 'comparison', operators, operands, start: first.start, end: lexer.stop };
}

/** Takes the operator of a comparison, one of two words as well. */
function comparisonOperator(lexer: Lexer): ComparisonOperator {
  const { value, start, end } = lexer;
  switch (value) {
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
    case 'in':
      advance(lexer);
      return value;
    case 'not':
      advance(lexer);
      if (isWord(lexer, 'in')) advance(lexer);
      else
        fault(
          lexer,
          'syntax',
          start,
          end,
          'An operator is missing before "not"; or "in" behind it.',
        );
      return 'not in';
    case 'is':
      refuse(lexer, 'refused-word', start, end, refusedWordMessage('is'));
      advance(lexer);
      if (!isWord(lexer, 'not')) return 'is';
      advance(lexer);
      return 'is not';
    case '===':
    case '!==':
      refuse(
        lexer,
        'strict-equality',
        start,
        end,
        `Write ${value.slice(0, 2)} instead of ${value}.`,
      );
      break;
    case '=':
      refuse(lexer, 'assignment', start, end, 'Write == to compare; an expression cannot assign.');
      break;
    default:
      refuseOperator(lexer);
  }
  advance(lexer);
  return value.startsWith('!') || value === '<>' ? '!=' : '==';
}

function parseBinary(lexer: Lexer, first: Expression, level: number): Expression {
  const operator = lexer.value as BinaryOperator;
  const { start, end } = lexer;
  advance(lexer);
  if (isSign(lexer, '=') && lexer.start === end) {
    refuse(lexer, 'assignment', start, lexer.end, 'An expression cannot assign: use q:set.');
    advance(lexer);
  }
  const right = parseLevel(lexer, level + 1);
  if (refusedBinary.has(operator)) refuseBinary(lexer, operator, { start, end }, right);
  return { kind: 'binary', operator, left: first, right, start: first.start, end: right.end };
}

function refuseBinary(
  lexer: Lexer,
  operator: BinaryOperator,
  at: { readonly start: number; readonly end: number },
  right: Expression,
): void {
  const filter = right.kind === 'name' ? right : right.kind === 'call' ? right.callee : null;
  if (operator === '|' && filter?.kind === 'name') {
    const message = `There are no filters: call the function, ${filter.name}(value); between conditions write or.`;
    refuse(lexer, 'pipe-filter', at.start, at.end, message);
    return;
  }
  refuse(lexer, 'refused-operator', at.start, at.end, refusedOperatorMessage(operator));
}

function parseSigned(lexer: Lexer): Expression {
  if (
    lexer.kind === 'operator' &&
    (lexer.value === '-' || lexer.value === '+' || lexer.value === '~')
  ) {
    const { start } = lexer;
    const operator: UnaryOperator = lexer.value;
    if (operator === '~') refuseOperator(lexer);
    advance(lexer);
    const operand = nested(lexer, parseSigned);
    return { kind: 'unary', operator, operand, start, end: operand.end };
  }
  const base = parsePostfix(lexer);
  if (!isSign(lexer, '**')) return base;
  advance(lexer);
  const right = nested(lexer, parseSigned);
  return { kind: 'binary', operator: '**', left: base, right, start: base.start, end: right.end };
}

function parseNegated(lexer: Lexer): Expression {
  return parseLevel(lexer, negation);
}

function parsePostfix(lexer: Lexer): Expression {
  let object = parseAtom(lexer);
  while (lexer.kind === 'operator') {
    if (lexer.value === '.') object = parseMember(lexer, object);
    else if (lexer.value === '(') object = parseCall(lexer, parseConditional, object);
    else if (lexer.value === '[') object = parseSubscript(lexer, parseConditional, object);
    else break;
  }
  return object;
}

function parseMember(lexer: Lexer, object: Expression): Expression {
  advance(lexer);
  // A word behind the point is a property all the same, refused but meant as one.
  const isProperty = lexer.kind === 'name' || lexer.kind === 'word';
  if (!isProperty || (lexer.kind === 'word' && !isGlued(lexer))) {
    fault(
      lexer,
      'syntax',
      lexer.stop,
      lexer.stop,
      'The name of a property is missing behind the point.',
    );
    const property = { name: '', start: lexer.stop, end: lexer.stop };
    return { kind: 'member', object, property, start: object.start, end: lexer.stop };
  }
  const { value: name, start, end } = lexer;
  if (lexer.kind === 'word')
    refuse(
      lexer,
      'refused-word',
      start,
      end,
      `"${name}" is a word of Python: read it as object['${name}'].`,
    );
  if (name.startsWith('__'))
    refuse(
      lexer,
      'private-name',
      start,
      end,
      'Names that begin with two underscores cannot be read.',
    );
  advance(lexer);
  return { kind: 'member', object, property: { name, start, end }, start: object.start, end };
}

function isGlued(lexer: Lexer): boolean {
  return lexer.start === lexer.stop;
}

function parseAtom(lexer: Lexer): Expression {
  const { start, end, value } = lexer;
  switch (lexer.kind) {
    case 'name':
      advance(lexer);
      if (value === 'true' || value === 'false' || value === 'null')
        return { kind: 'constant', word: value, start, end };
      return { kind: 'name', name: value, start, end };
    case 'number': {
      const { number } = lexer;
      advance(lexer);
      return { kind: 'number', value: number, start, end };
    }
    case 'string':
      return parseString(lexer);
    case 'word':
      return parseWord(lexer);
    case 'operator':
      if (value === '(') return parseParentheses(lexer, parseConditional);
      if (value === '[') return parseList(lexer, parseConditional);
      if (value === '{') return parseBraces(lexer, parseConditional);
      if (value === '...') {
        advance(lexer);
        return { kind: 'constant', word: '...', start, end };
      }
      break;
    case 'end':
      break;
    default:
      return never(lexer.kind);
  }
  unexpected(lexer);
  return missingAt(lexer);
}

function never(kind: never): never {
  throw new Error(`no such token: ${String(kind)}`);
}

function parseWord(lexer: Lexer): Expression {
  const { start, end, value } = lexer;
  if (value === 'True' || value === 'False' || value === 'None') {
    advance(lexer);
    return { kind: 'constant', word: value, start, end };
  }
  if (value === 'not') return parseNot(lexer, negation + 1);
  unexpected(lexer);
  if (joiningWords.has(value)) return missingAt(lexer);
  advance(lexer);
  return { kind: 'broken', parts: [], start, end };
}

function parseString(lexer: Lexer): Expression {
  const { start, isBytes } = lexer;
  let { value } = lexer;
  advance(lexer);
  while (lexer.kind === 'string') {
    if (lexer.isBytes !== isBytes)
      refuse(
        lexer,
        'string',
        lexer.start,
        lexer.end,
        'Text and bytes do not join: leave the b before the quote out.',
      );
    value += lexer.value;
    advance(lexer);
  }
  if (!isBytes && value.startsWith('__'))
    refuse(lexer, 'private-name', start, lexer.stop, 'A text cannot begin with two underscores.');
  return { kind: 'string', value: isBytes ? null : value, start, end: lexer.stop };
}

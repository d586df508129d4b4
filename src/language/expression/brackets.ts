import type { Argument, DictionaryEntry, Expression } from './ast.js';
import { advance, fault, isBeforeEquals, refuse, type Lexer } from './lexer.js';
import { methodCallMessage, unclosedBracketMessage } from './problems.js';
import {
  enter,
  isAtEnd,
  isCloser,
  isSign,
  missingAt,
  nested,
  startsExpression,
  unexpected,
} from './tokens.js';

/** How one expression is read; given by the parser, which reads brackets in turn. */
export type Parse = (lexer: Lexer) => Expression;

export function parseCall(lexer: Lexer, parse: Parse, callee: Expression): Expression {
  const open = lexer.start;
  advance(lexer);
  const given: Argument[] = [];
  const { isClosed } = parseItems(lexer, open, ')', () => {
    given.push(parseArgument(lexer, parse, given));
  });
  refuseCallee(lexer, callee);
  return {
    kind: 'call',
    callee,
    arguments: given,
    open,
    isClosed,
    start: callee.start,
    end: lexer.stop,
  };
}

function refuseCallee(lexer: Lexer, callee: Expression): void {
  const called = withoutParentheses(callee);
  // `true`, `false` and `null` are names to Python: calling one is nonsense, but no fault of the sentence.
  if (called.kind === 'name' || called.kind === 'missing' || called.kind === 'broken') return;
  if (called.kind === 'constant' && 'true false null'.includes(called.word)) return;
  const at = called.kind === 'member' ? called.property : callee;
  const method = called.kind === 'member' ? called.property.name : '';
  refuse(lexer, 'method-call', at.start, at.end, methodCallMessage(method));
}

/** The same expression without the parentheses around it, which mean nothing to the framework. */
function withoutParentheses(node: Expression): Expression {
  let inner = node;
  while (inner.kind === 'parenthesized') inner = inner.inner;
  return inner;
}

function parseArgument(lexer: Lexer, parse: Parse, before: readonly Argument[]): Argument {
  const { start, end, value: name } = lexer;
  if (lexer.kind === 'name' && isBeforeEquals(lexer)) {
    advance(lexer);
    advance(lexer);
    const value = nested(lexer, parse);
    return { name: { name, start, end }, value, start, end: lexer.stop };
  }
  const value = parseItem(lexer, parse);
  if (before.some((argument) => argument.name !== null))
    fault(
      lexer,
      'syntax',
      start,
      value.end,
      'Arguments without a name come before those with one.',
    );
  return { name: null, value, start, end: value.end };
}

export function parseSubscript(lexer: Lexer, parse: Parse, object: Expression): Expression {
  const open = lexer.start;
  advance(lexer);
  const items: (Expression | Range)[] = [];
  const { commas } = parseItems(lexer, open, ']', () => {
    items.push(parseIndex(lexer, parse));
  });
  const span = { start: object.start, end: lexer.stop };
  const only = items[0];
  if (only === undefined) {
    fault(lexer, 'syntax', lexer.stop, lexer.stop, 'The index is missing between the brackets.');
    return {
      kind: 'subscript',
      object,
      index: { kind: 'missing', start: open + 1, end: open + 1 },
      ...span,
    };
  }
  if (commas === 0 && isRange(only))
    return { kind: 'slice', object, from: only.from, to: only.to, ...span };
  if (commas === 0 && !isRange(only)) return { kind: 'subscript', object, index: only, ...span };
  const indexes = items.flatMap((item) => (isRange(item) ? partsOf(item) : [item]));
  if (items.some(isRange))
    refuse(
      lexer,
      'syntax',
      open,
      lexer.stop,
      'Only one slice stands between brackets: list[from:to].',
    );
  const index: Expression = { kind: 'tuple', items: indexes, start: open + 1, end: lexer.stop };
  return { kind: 'subscript', object, index, ...span };
}

interface Range {
  readonly kind: 'range';
  readonly from: Expression | null;
  readonly to: Expression | null;
}

function isRange(item: Expression | Range): item is Range {
  return item.kind === 'range';
}

function partsOf(range: Range): Expression[] {
  return [range.from, range.to].filter((part) => part !== null);
}

function parseIndex(lexer: Lexer, parse: Parse): Expression | Range {
  const from = isSign(lexer, ':') ? null : parseItem(lexer, parse);
  if (!isSign(lexer, ':')) return from ?? missingAt(lexer);
  advance(lexer);
  const to = endsBound(lexer) ? null : nested(lexer, parse);
  if (isSign(lexer, ':')) {
    const { start } = lexer;
    advance(lexer);
    if (!endsBound(lexer)) {
      nested(lexer, parse);
      const message =
        'A slice has no step: write list[from:to], or sort(list, true) for a reversed order.';
      refuse(lexer, 'slice-step', start, lexer.stop, message);
    }
  }
  return { kind: 'range', from, to };
}

function endsBound(lexer: Lexer): boolean {
  return lexer.kind === 'end' || (lexer.kind === 'operator' && ':,)]}'.includes(lexer.value));
}

/** What stands between brackets, separated by commas, and the closing bracket. */
function parseItems(
  lexer: Lexer,
  open: number,
  closer: string,
  readOne: () => void,
): { readonly isClosed: boolean; readonly commas: number } {
  let commas = 0;
  enter(lexer);
  while (!isSign(lexer, closer)) {
    if (isAtEnd(lexer) || isCloser(lexer)) {
      fault(
        lexer,
        'unclosed-bracket',
        open,
        open + 1,
        unclosedBracketMessage(closer, isAtEnd(lexer)),
      );
      lexer.nesting -= 1;
      return { isClosed: false, commas };
    }
    readOne();
    if (isSign(lexer, ',')) {
      commas += 1;
      advance(lexer);
    } else if (!isAtEnd(lexer) && !isCloser(lexer)) {
      // Reads on as if there were a comma, so that later names are known as well.
      unexpected(lexer);
      if (!startsExpression(lexer)) advance(lexer);
    }
  }
  advance(lexer);
  lexer.nesting -= 1;
  return { isClosed: true, commas };
}

/** One of several; `*items` and `**values` are refused and read as if the stars were not there. */
function parseItem(lexer: Lexer, parse: Parse): Expression {
  if (isSign(lexer, '*') || isSign(lexer, '**')) {
    refuse(
      lexer,
      'unpacking',
      lexer.start,
      lexer.end,
      `Nothing is unpacked by ${lexer.value} in expressions: name each value.`,
    );
    advance(lexer);
  }
  return parse(lexer);
}

export function parseParentheses(lexer: Lexer, parse: Parse): Expression {
  const { start } = lexer;
  advance(lexer);
  const items: Expression[] = [];
  const { commas } = parseItems(lexer, start, ')', () => {
    items.push(parseItem(lexer, parse));
  });
  const inner = items[0];
  if (items.length === 1 && commas === 0 && inner !== undefined)
    return { kind: 'parenthesized', inner, start, end: lexer.stop };
  return { kind: 'tuple', items, start, end: lexer.stop };
}

export function parseList(lexer: Lexer, parse: Parse): Expression {
  const { start } = lexer;
  advance(lexer);
  const items: Expression[] = [];
  parseItems(lexer, start, ']', () => {
    items.push(parseItem(lexer, parse));
  });
  return { kind: 'list', items, start, end: lexer.stop };
}

export function parseBraces(lexer: Lexer, parse: Parse): Expression {
  const { start } = lexer;
  advance(lexer);
  const keys: Expression[] = [];
  const entries: DictionaryEntry[] = [];
  parseItems(lexer, start, '}', () => {
    const key = parseItem(lexer, parse);
    keys.push(key);
    if (!isSign(lexer, ':')) return;
    advance(lexer);
    entries.push({ key, value: nested(lexer, parse) });
  });
  if (keys.length > 0 && entries.length === 0)
    return { kind: 'set', items: keys, start, end: lexer.stop };
  if (entries.length < keys.length)
    fault(lexer, 'syntax', start, lexer.stop, 'Each entry is written key: value.');
  return { kind: 'dictionary', entries, start, end: lexer.stop };
}

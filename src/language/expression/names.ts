import type { Argument, Expression, Member, Name, Span, Subscript } from './ast.js';
import { childrenOf } from './walk.js';

/** One step behind a name: `.member`, or `[index]`, whose `name` is the key when it is written as a text. */
export interface PathStep extends Span {
  readonly kind: 'member' | 'index';
  readonly name: string | null;
}

/** A variable that is read, and what is read of it: `tasks[0].title` is `tasks` with two steps. */
export interface ReadName extends Span {
  readonly name: string;
  readonly path: readonly PathStep[];
}

/** A function called by name; the span is the name's. */
export interface FunctionCall extends Span {
  readonly name: string;
  readonly arguments: readonly Argument[];
  /** The whole call, from the name to the closing bracket. */
  readonly call: Span;
}

/** The variables an expression reads, in the order they are written; called functions are none. */
export function namesRead(ast: Expression | null): ReadName[] {
  const found: ReadName[] = [];
  if (ast !== null) collectNames(ast, [], found);
  return found;
}

function collectNames(node: Expression, path: readonly PathStep[], found: ReadName[]): void {
  switch (node.kind) {
    case 'name':
      found.push({ name: node.name, path, start: node.start, end: node.end });
      return;
    case 'member':
      collectNames(node.object, [memberStep(node), ...path], found);
      return;
    case 'subscript':
      collectNames(node.object, [indexStep(node), ...path], found);
      collectNames(node.index, [], found);
      return;
    case 'parenthesized':
      collectNames(node.inner, path, found);
      return;
    case 'call':
      if (calledName(node.callee) === null) collectNames(node.callee, [], found);
      for (const { value } of node.arguments) collectNames(value, [], found);
      return;
    default:
      for (const child of childrenOf(node)) collectNames(child, [], found);
  }
}

function memberStep({ property }: Member): PathStep {
  return { kind: 'member', name: property.name, start: property.start, end: property.end };
}

function indexStep({ index }: Subscript): PathStep {
  const name = index.kind === 'string' ? index.value : null;
  return { kind: 'index', name, start: index.start, end: index.end };
}

function calledName(callee: Expression): Name | null {
  let node = callee;
  while (node.kind === 'parenthesized') node = node.inner;
  return node.kind === 'name' ? node : null;
}

/** The functions an expression calls by name, outer ones before those in their arguments. */
export function callsIn(ast: Expression | null): FunctionCall[] {
  const found: FunctionCall[] = [];
  if (ast !== null) collectCalls(ast, found);
  return found;
}

function collectCalls(node: Expression, found: FunctionCall[]): void {
  const called = node.kind === 'call' ? calledName(node.callee) : null;
  if (node.kind === 'call' && called !== null) {
    const { name, start, end } = called;
    found.push({
      name,
      start,
      end,
      arguments: node.arguments,
      call: { start: node.start, end: node.end },
    });
  }
  for (const child of childrenOf(node)) collectCalls(child, found);
}

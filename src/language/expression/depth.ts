import type { Expression } from './ast.js';
import { childrenOf } from './walk.js';

/**
 * How deep Python's tree of the expression is, as the framework counts it: parentheses add nothing, and under
 * every name, member, index, list and operator hangs one node more.
 */
export function depthOf(node: Expression): number {
  switch (node.kind) {
    case 'parenthesized':
      return depthOf(node.inner);
    case 'name':
      return 2;
    case 'constant':
      return 'true false null'.includes(node.word) ? 2 : 1;
    case 'number':
    case 'string':
    case 'missing':
    case 'broken':
      return 1;
    case 'slice':
      return 1 + Math.max(depthOf(node.object), 1 + Math.max(0, ...bounds(node.from, node.to)));
    case 'call': {
      let deepest = depthOf(node.callee);
      for (const { name, value } of node.arguments)
        deepest = Math.max(deepest, depthOf(value) + (name === null ? 0 : 1));
      return 1 + deepest;
    }
    case 'dictionary':
    case 'set':
      return 1 + deepestOf(node, 0);
    case 'member':
    case 'subscript':
    case 'unary':
    case 'binary':
    case 'comparison':
    case 'boolean':
    case 'tuple':
    case 'list':
      return 1 + deepestOf(node, 1);
    case 'conditional':
      return 1 + deepestOf(node, 0);
    default:
      return node satisfies never;
  }
}

function deepestOf(node: Expression, least: number): number {
  let deepest = least;
  for (const child of childrenOf(node)) deepest = Math.max(deepest, depthOf(child));
  return deepest;
}

function bounds(from: Expression | null, to: Expression | null): number[] {
  return [from, to].filter((bound) => bound !== null).map(depthOf);
}

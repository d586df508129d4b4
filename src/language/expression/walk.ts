import type { Expression } from './ast.js';

/** The expressions directly inside this one, as they are written from left to right. */
export function childrenOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'name':
    case 'number':
    case 'string':
    case 'constant':
    case 'missing':
      return [];
    case 'member':
      return [node.object];
    case 'subscript':
      return [node.object, node.index];
    case 'slice':
      return [node.object, node.from, node.to].filter((part) => part !== null);
    case 'call':
      return [node.callee, ...node.arguments.map((argument) => argument.value)];
    case 'unary':
      return [node.operand];
    case 'binary':
      return [node.left, node.right];
    case 'comparison':
    case 'boolean':
      return node.operands;
    case 'conditional':
      return [node.value, node.condition, node.otherwise];
    case 'tuple':
    case 'list':
    case 'set':
      return node.items;
    case 'dictionary':
      return node.entries.flatMap(({ key, value }) => [key, value]);
    case 'parenthesized':
      return [node.inner];
    case 'broken':
      return node.parts;
    default:
      return node satisfies never;
  }
}

import type { Expression } from './ast.js';

/** A value that is known without running anything. */
export type LiteralValue =
  | string
  | number
  | boolean
  | null
  | readonly LiteralValue[]
  | { readonly [key: string]: LiteralValue };

/** The value of an expression made of literals only, `undefined` when it depends on anything. */
export function literalValue(node: Expression): LiteralValue | undefined {
  switch (node.kind) {
    case 'string':
    case 'number':
      return node.value ?? undefined;
    case 'constant':
      return constantValue(node.word);
    case 'parenthesized':
      return literalValue(node.inner);
    case 'unary': {
      const value = literalValue(node.operand);
      if (typeof value !== 'number') return undefined;
      return node.operator === '-' ? -value : node.operator === '+' ? value : undefined;
    }
    case 'list':
    case 'tuple': {
      const values = node.items.map(literalValue);
      return values.every((value) => value !== undefined) ? values : undefined;
    }
    case 'dictionary': {
      const pairs = node.entries.map(
        ({ key, value }) => [literalValue(key), literalValue(value)] as const,
      );
      const known: [string, LiteralValue][] = [];
      for (const [key, value] of pairs)
        if (typeof key === 'string' && value !== undefined) known.push([key, value]);
      return known.length === pairs.length ? Object.fromEntries(known) : undefined;
    }
    default:
      return undefined;
  }
}

function constantValue(word: string): LiteralValue | undefined {
  if (word === '...') return undefined;
  return word === 'null' || word === 'None' ? null : word === 'true' || word === 'True';
}

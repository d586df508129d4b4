import type { Definition } from '../scope/definition.js';
import type { Facts } from '../scope/facts.js';
import type { Attribute } from '../syntax/token.js';
import type { TokenCollector, TokenType } from './semanticToken.js';

/** Adds the names that an element binds, where its attributes write them. */
export function addDefinitions({ element, bound }: Facts, tokens: TokenCollector): void {
  const attributes = new Set(bound.flatMap(({ attribute }) => attribute ?? []));
  for (const attribute of attributes) {
    const base = element.tag.start + attribute.valueStart;
    for (const { index, written } of namesIn(attribute)) {
      const definition = bound.find(
        (one) => one.attribute === attribute && isWritten(one, written),
      );
      if (definition) addName(definition, base + index, written, tokens);
    }
  }
}

/** `a, b` binds two names. */
function namesIn({ value }: Attribute): { index: number; written: string }[] {
  return [...(value ?? '').matchAll(/[\w.]+/g)].map(({ index, 0: written }) => ({
    index,
    written,
  }));
}

/** Not so for names that are only made of it, such as `rows_result`. */
function isWritten({ name, scope }: Definition, written: string): boolean {
  if (written === name || written.startsWith(`${name}.`)) return true;
  return scope !== null && written === `${scope}.${name}`;
}

function addName(
  { name, scope, kind }: Definition,
  base: number,
  written: string,
  tokens: TokenCollector,
): void {
  const isWhole = written === name || scope !== null;
  const segments = [...written.matchAll(/[^.]+/g)];
  for (const [at, { index, 0: segment }] of segments.entries()) {
    const isFirst = at === 0;
    const isLast = at === segments.length - 1;
    const start = base + index;
    if (isFirst && scope !== null && !isLast && written !== name) {
      tokens.add(start, start + segment.length, 'variable', 'defaultLibrary');
      continue;
    }
    const type = isFirst && scope === null ? types[kind] : 'property';
    const modifier = isLast && isWhole ? 'declaration' : null;
    tokens.add(start, start + segment.length, type, modifier);
  }
}

const types: Record<Definition['kind'], TokenType> = {
  value: 'variable',
  rows: 'variable',
  row: 'variable',
  result: 'variable',
  function: 'function',
  component: 'class',
  parameter: 'parameter',
  python: 'variable',
};

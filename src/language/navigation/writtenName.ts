import type { Definition } from '../scope/definition.js';

/** A name as an attribute writes it. Offsets of the tag. */
export interface WrittenName {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What is bound is made of it: `rows_result` of `rows`. */
  readonly isDerived: boolean;
}

/** Where the tag of a definition writes its name, or what its name is made of; nowhere when it is implied. */
export function writtenNames(definition: Definition): readonly WrittenName[] {
  let found = known.get(definition);
  if (!found) {
    found = namesWritten(definition);
    known.set(definition, found);
  }
  return found;
}

/** Definitions stay the same while their tags do, and are asked for by every place that reads them. */
const known = new WeakMap<Definition, readonly WrittenName[]>();

function namesWritten({ name, scope, attribute }: Definition): WrittenName[] {
  if (!attribute || attribute.name === 'query') return [];
  const found: WrittenName[] = [];
  for (const { index, 0: text } of (attribute.value ?? '').matchAll(/[\w.]+/g)) {
    const start = attribute.valueStart + index;
    if (scope !== null && text === `${scope}.${name}`) {
      const from = start + scope.length + 1;
      found.push({ text: name, start: from, end: from + name.length, isDerived: false });
    } else if (text === name || text.startsWith(`${name}.`)) {
      found.push({ text: name, start, end: start + name.length, isDerived: false });
    } else if (name.startsWith(`${text}_`)) {
      found.push({ text, start, end: start + text.length, isDerived: true });
    }
  }
  return found;
}

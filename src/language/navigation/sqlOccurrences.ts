import { parameterSpans } from '../findings/rules/sqlParameters.js';
import type { Place } from '../place/place.js';
import { sqlOf } from '../project/sql/sqlOf.js';
import { childElements, type Element } from '../syntax/element.js';
import { attributeOf } from '../syntax/token.js';
import type { NamedSymbol, Occurrence } from './symbol.js';

interface Parameter {
  readonly name: string;
  /** Offsets from the element's `<`. */
  readonly start: number;
  readonly end: number;
}

/** Kept while the element stays the same: no edit touched it. */
const known = new WeakMap<Element, readonly Parameter[]>();

function parametersIn(element: Element, text: string): readonly Parameter[] {
  let found = known.get(element);
  if (!found) {
    const read = sqlOf(element, text);
    found = parameterSpans(read.sql).map(({ start, end }) => ({
      name: read.sql.slice(start, end),
      start: read.offset(start),
      end: read.offset(end - 1) + 1,
    }));
    known.set(element, found);
  }
  return found;
}

/** The parameters of a query: `:name` in its SQL, and the `q:param` that gives it a value. */
export function sqlOccurrences(
  element: Element,
  place: Place,
  text: string,
  into: Occurrence[],
): void {
  if (place.tag?.text !== 'sql') return;
  const base = element.tag.start;
  const symbol = (name: string): NamedSymbol => ({
    kind: 'sqlParameter',
    name,
    owner: String(base),
  });
  for (const { name, start, end } of parametersIn(element, text)) {
    into.push({ symbol: symbol(name), start: base + start, end: base + end, isDefinition: false });
  }
  for (const { tag } of childElements(element)) {
    const name = tag.name === 'q:param' ? attributeOf(tag, 'name') : undefined;
    if (!name?.value) continue;
    const start = tag.start + name.valueStart;
    const end = start + name.value.length;
    into.push({ symbol: symbol(name.value), start, end, isDefinition: true });
  }
}

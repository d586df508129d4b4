import { parameterSpans } from '../findings/rules/sqlParameters.js';
import type { Place } from '../place/place.js';
import { sqlOf } from '../project/sql/sqlOf.js';
import { childElements, type Element } from '../syntax/element.js';
import { attributeOf } from '../syntax/token.js';
import type { NamedSymbol, Occurrence } from './symbol.js';

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
  const read = sqlOf(element, text);
  for (const { start, end } of parameterSpans(read.sql)) {
    const from = base + read.offset(start);
    const to = base + read.offset(end - 1) + 1;
    into.push({
      symbol: symbol(read.sql.slice(start, end)),
      start: from,
      end: to,
      isDefinition: false,
    });
  }
  for (const { tag } of childElements(element)) {
    const name = tag.name === 'q:param' ? attributeOf(tag, 'name') : undefined;
    if (!name?.value) continue;
    const start = tag.start + name.valueStart;
    const end = start + name.value.length;
    into.push({ symbol: symbol(name.value), start, end, isDefinition: true });
  }
}

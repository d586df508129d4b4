import { plainValue } from '../../completion/elementNames.js';
import type { LanguageContext } from '../../completion/languageContext.js';
import { elementAround, placeOf, tokenBefore } from '../../place/elementAt.js';
import { sqlOf, type ElementSql } from '../../project/sql/sqlOf.js';
import type { Element } from '../../syntax/element.js';
import { expectedAt } from './expectedSql.js';

/** A caret in the SQL of a query. */
export interface SqlPlace {
  /** The element the SQL stands in. */
  readonly element: Element;
  /** As its attribute says; null where it does not, or by an expression. */
  readonly datasource: string | null;
  readonly sql: string;
  /** Where the caret is in `sql`. */
  readonly at: number;
  /** The offset in the document of one in `sql`. */
  offset(at: number): number;
}

/** The SQL around a caret; null where there is none. */
export function sqlPlaceAt(
  { document, catalogue }: Pick<LanguageContext, 'document' | 'catalogue'>,
  offset: number,
): SqlPlace | null {
  const token = tokenBefore(document, offset);
  if (token?.kind === 'comment' || token?.kind === 'instruction') return null;
  const element = elementAround(document, offset);
  if (!element || placeOf(element, catalogue).tag?.text !== 'sql') return null;
  const read = sqlOf(element, document.text);
  const base = element.tag.start;
  return {
    element,
    datasource: plainValue(element, 'datasource'),
    sql: read.sql,
    at: caretIn(read, offset - base),
    offset: (at) => base + read.offset(at),
  };
}

/** Whether a caret stands in SQL behind what may be the end of it: a blank typed there asks for nothing. */
export function isBehindSql(
  context: Pick<LanguageContext, 'document' | 'catalogue'>,
  offset: number,
): boolean {
  const place = sqlPlaceAt(context, offset);
  if (!place) return false;
  const found = expectedAt(place.sql, place.at);
  return !found || found.expected.kind === 'clause';
}

/** The first place in the SQL that does not stand before `source`, which counts from the element's `<`. */
function caretIn(read: ElementSql, source: number): number {
  let low = 0;
  let high = read.sql.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (read.offset(middle) < source) low = middle + 1;
    else high = middle;
  }
  return low;
}

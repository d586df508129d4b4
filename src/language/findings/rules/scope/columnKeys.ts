import { nearest } from '../../../catalogue/nearest.js';
import type { Element } from '../../../syntax/element.js';
import { attributeOf } from '../../../syntax/token.js';
import type { FactsRule } from './scopeRule.js';
import { writeFix } from './writeFix.js';

/** `<ui:column key="titel"/>` of a table over a query that returns no such column. */
export const columnKeys: FactsRule = ({ element, place }, { names, report }) => {
  if (place.name !== 'ui:table') return;
  const source = attributeOf(element.tag, 'source')?.value ?? '';
  const query = /^\s*\{\s*(\w+)\s*\}\s*$/.exec(source)?.[1];
  const columns = query === undefined ? null : names.columns(query);
  if (query === undefined || !columns) return;
  for (const column of plainColumns(element)) {
    const key = attributeOf(column.tag, 'key');
    const name = key?.value ?? '';
    if (!key || name === '' || name.includes('{') || columns.includes(name)) continue;
    const [guess] = nearest(name, columns);
    const advice =
      guess === undefined ? `There are: ${columns.join(', ')}.` : `Did you mean ${guess}?`;
    report.atValue(
      'unknown-column',
      column,
      key,
      `The query ${query} returns no column ${name}: drawing the table fails. ${advice}`,
      writeFix(column, key, guess),
    );
  }
};

/** Columns that show the field of their key; others draw what is in them. */
function plainColumns(table: Element): Element[] {
  return table.children.filter(
    (child): child is Element =>
      child.kind === 'element' &&
      child.tag.name === 'ui:column' &&
      !child.children.some((inner) => inner.kind === 'element'),
  );
}

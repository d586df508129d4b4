import { queryFields } from '../scope/queryFields.js';
import { childElements, type Element } from '../syntax/element.js';
import { endOf } from '../syntax/token.js';
import { plainValue } from './elementNames.js';
import { tablesOf } from './projectNames.js';
import type { LanguageContext } from './languageContext.js';
import { variableAt } from './variables.js';

/** The fields each row of `name` has for an expression in `element`; null where they cannot be told. */
export function columnsOf(
  context: LanguageContext,
  element: Element,
  name: string,
): readonly string[] | null {
  const source = variableAt(context, element, name)?.definition;
  return source ? fieldsOfRows(context, source.element) : null;
}

function fieldsOfRows(context: LanguageContext, element: Element): readonly string[] | null {
  const { text } = context.document;
  switch (element.tag.name) {
    case 'q:query':
      return queryFields(element, text) ?? fieldsOfStar(context, element);
    case 'q:data':
      return childElements(element).flatMap((child) => plainValue(child, 'name') ?? []);
    case 'q:loop': {
      const rows = plainValue(element, 'query');
      const outer = element.parent;
      return rows !== null && outer ? columnsOf(context, outer, rows) : null;
    }
    default:
      return null;
  }
}

/** `SELECT * FROM t`: the columns the project's SQL files declare. */
function fieldsOfStar(context: LanguageContext, query: Element): readonly string[] | null {
  const sql = query.children
    .map((child) =>
      child.kind === 'text' ? context.document.text.slice(child.start, endOf(child)) : '',
    )
    .join('');
  const name = /^\s*select\s+\*\s+from\s+(\w+)/i.exec(sql)?.[1];
  const table = tablesOf(context, plainValue(query, 'datasource')).find((one) => one.name === name);
  return table ? table.columns.map((column) => column.name) : null;
}

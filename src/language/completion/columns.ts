import { queryColumns } from '../project/sql/queryFacts.js';
import { sqlOf } from '../project/sql/sqlOf.js';
import { childElements, type Element } from '../syntax/element.js';
import { attributeOf } from '../syntax/token.js';
import { plainValue } from './elementNames.js';
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

/** The fields of the rows that `element` binds; null where they cannot be told. */
export function fieldsOfRows(context: LanguageContext, element: Element): readonly string[] | null {
  switch (element.tag.name) {
    case 'q:query': {
      const { sql } = sqlOf(element, context.document.text);
      const datasource = plainValue(element, 'datasource');
      const tables = datasource === null ? null : (context.project?.tables(datasource) ?? null);
      return queryColumns(sql, tables).columns;
    }
    case 'q:data':
      return childElements(element).flatMap((child) => plainValue(child, 'name') ?? []);
    case 'q:loop': {
      const rows = plainValue(element, 'query') ?? itemsOf(element);
      const outer = element.parent;
      return rows !== null && outer ? columnsOf(context, outer, rows) : null;
    }
    default:
      return null;
  }
}

/** `items="{rows}"`: the rows a loop goes through. */
function itemsOf(loop: Element): string | null {
  const items = attributeOf(loop.tag, 'items')?.value ?? '';
  return /^\s*\{\s*(\w+)\s*\}\s*$/.exec(items)?.[1] ?? null;
}

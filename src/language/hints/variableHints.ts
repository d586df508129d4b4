import { fieldsOfRows } from '../completion/columns.js';
import type { LanguageContext } from '../completion/languageContext.js';
import { queryColumns } from '../project/sql/queryFacts.js';
import { sqlOf } from '../project/sql/sqlOf.js';
import type { Facts } from '../scope/facts.js';
import type { Element } from '../syntax/element.js';
import { attributeOf, type Attribute } from '../syntax/token.js';
import type { Hint, HintSettings } from './hint.js';
import { inferredType } from './inferredType.js';

/** More columns than this make a line nobody reads. */
const mostColumns = 6;

/** What the names are that an element binds. */
export function variableHints(
  { element, place, ownUses }: Facts,
  settings: HintSettings,
  context: LanguageContext,
): Hint[] {
  switch (place.name) {
    case 'q:set': {
      const value = ownUses.find(({ attribute }) => attribute?.name === 'value');
      // A type that is written says it itself; several operations make something else of the value.
      const isTold = attributeOf(element.tag, 'type') ?? attributeOf(element.tag, 'operation');
      if (!settings.variableTypes || isTold || !value?.isWhole || !value.parsed.ast) return [];
      return hintBehind(element, 'name', inferredType(value.parsed.ast, element, context));
    }
    case 'q:query': {
      if (!settings.queryColumns || isListed(element, context)) return [];
      return hintBehind(element, 'name', columnsText(fieldsOfRows(context, element)));
    }
    case 'q:loop': {
      const name = attributeOf(element.tag, 'var') ? 'var' : 'query';
      if (!settings.loopVariables) return [];
      return hintBehind(element, name, columnsText(fieldsOfRows(context, element)));
    }
    default:
      return [];
  }
}

/** Whether a query's own text names its columns. */
function isListed(element: Element, { document }: LanguageContext): boolean {
  return queryColumns(sqlOf(element, document.text).sql, null).columns !== null;
}

function columnsText(columns: readonly string[] | null): string | null {
  if (columns === null || columns.length === 0) return null;
  const shown = columns.slice(0, mostColumns).join(', ');
  return columns.length > mostColumns ? `${shown}, …` : shown;
}

function hintBehind({ tag }: Element, name: string, type: string | null): Hint[] {
  const attribute = attributeOf(tag, name);
  if (type === null || !attribute?.value) return [];
  return [{ kind: 'type', offset: tag.start + endOfValue(attribute), label: `: ${type}` }];
}

function endOfValue({ value, valueStart }: Attribute): number {
  return valueStart + (value ?? '').length;
}

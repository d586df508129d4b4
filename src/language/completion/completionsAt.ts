import { addSql } from '../embedded/sql/sqlItems.js';
import { sqlPlaceAt } from '../embedded/sql/sqlPlace.js';
import { addAttributes } from './attributeItems.js';
import { addClosingTags } from './closingItems.js';
import { completionContextAt, type CompletionContext } from './completionContext.js';
import { addExpressions } from './expressionItems.js';
import { ItemList, type CompletionItem } from './item.js';
import type { LanguageContext } from './languageContext.js';
import { addTags } from './tagItems.js';
import { addValues } from './valueItems.js';

/**
 * What can be written at `offset`, in a document whatever state it is in. `snippets`: whether the editor
 * fills places in.
 */
export function completionsAt(
  context: LanguageContext,
  offset: number,
  snippets = true,
): readonly CompletionItem[] {
  const at = completionContextAt(context.document, context.catalogue, offset);
  return at.kind === 'none' ? [] : itemsFor(context, at, offset, snippets).items;
}

function itemsFor(
  context: LanguageContext,
  at: Exclude<CompletionContext, { kind: 'none' }>,
  offset: number,
  snippets: boolean,
): ItemList {
  if (at.kind === 'expression') return addExpressions(context, at, snippets);
  const list = new ItemList(at.replace, snippets);
  switch (at.kind) {
    case 'tag':
      addTags(list, context, at.container, at.inside, { lead: '', isRename: at.isRename });
      return list;
    case 'closing':
      addClosingTags(list, at);
      return list;
    case 'attribute':
      addAttributes(list, context, at);
      return list;
    case 'value':
      return valueList(context, at, offset, snippets);
    case 'text':
      if (!takesTags(list, context, at, offset)) return list;
      if (at.word === '' || isPrefix(at.word)) {
        addTags(list, context, at.container, at.inside, { lead: '<', isRename: false });
      }
      return list;
    default:
      return at satisfies never;
  }
}

/** Whether a word of text begins a tag of the framework: no word that people write does. */
const isPrefix = (word: string): boolean => /^(?:q|ui|qg|qt|test)(?::[\w-]*)?$/.test(word);

/** Adds what goes on with the SQL around a caret in text. Elsewhere text has nothing but tags. */
function takesTags(
  list: ItemList,
  context: LanguageContext,
  at: CompletionContext & { kind: 'text' },
  offset: number,
): boolean {
  if (at.inside?.tag?.text !== 'sql') return true;
  const place = sqlPlaceAt(context, offset);
  return place === null || addSql(list, context, place, offset);
}

/** Of a list only the item at the caret is written anew. */
function valueList(
  context: LanguageContext,
  at: CompletionContext & { kind: 'value' },
  offset: number,
  snippets: boolean,
): ItemList {
  const { start, end } = at.replace;
  const isPart = at.known?.type === 'list' && at.quote !== null && at.missingQuote === null;
  const before = isPart ? at.value.slice(0, offset - start) : '';
  const behind = isPart ? at.value.slice(offset - start) : '';
  const part = /[^,\s]*$/.exec(before)?.[0].length ?? 0;
  const rest = /^[^,]*/.exec(behind)?.[0].length ?? 0;
  const list = new ItemList(
    isPart ? { start: offset - part, end: offset + rest } : { start, end },
    snippets,
  );
  addValues(list, context, at);
  return list;
}

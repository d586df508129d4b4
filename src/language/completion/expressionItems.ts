import type { CatalogueAttribute } from '../catalogue/types.js';
import { expressionContextAt } from '../expression/expressionContext.js';
import type { Element } from '../syntax/element.js';
import type { CompletionContext } from './completionContext.js';
import { ItemList } from './item.js';
import { addMembers } from './memberItems.js';
import type { LanguageContext } from './languageContext.js';
import { routeParameters } from '../project/routes.js';
import { variablesAt } from './variables.js';

/** Adds what an expression can read, or read of what is before the point. */
export function addExpressions(
  context: LanguageContext,
  at: CompletionContext & { kind: 'expression' },
  snippets: boolean,
): ItemList {
  const { expression, base } = at;
  const found = expressionContextAt(expression.source, expression.caret);
  const replace = {
    start: base + expression.rawOffset(found.replace.start),
    end: base + expression.rawOffset(found.replace.end),
  };
  const list = new ItemList(replace, snippets);
  // A caret inside of an entity stands in no word.
  if (at.replace.start < replace.start || at.replace.start > replace.end) return list;
  const reader = readerOf(at);
  switch (found.kind) {
    case 'value':
      if (reader) addVariables(list, context, reader);
      addNames(list, context);
      addFunctions(list, context, expression.source, found.replace.end);
      for (const word of ['true', 'false', 'null', 'not'])
        list.add(60, { label: word, kind: 'keyword' });
      break;
    case 'operator':
      for (const word of ['and', 'or', 'in', 'not in', 'is', 'is not', 'if', 'else']) {
        list.add(10, { label: word, kind: 'keyword' });
      }
      break;
    case 'member':
      if (reader)
        addMembers(
          list,
          context,
          reader,
          pathOf(found.path, expression, found.replace.start),
          expression.source.slice(found.replace.start, found.replace.end),
        );
      break;
    case 'string':
    case 'number':
    case 'comment':
      break;
    default:
      return found satisfies never;
  }
  return list;
}

/** Adds variables as whole expressions, for values where nothing is written. */
export function addWholeExpressions(
  list: ItemList,
  context: LanguageContext,
  at: { readonly element: Element; readonly known: CatalogueAttribute | null },
  written: (text: string) => string,
): void {
  const isCondition = at.known?.type === 'condition';
  addVariables(list, context, at.element, 50, (name) => {
    const label = isCondition ? name : `{${name}}`;
    return { label, insert: written(label) };
  });
}

/** The element whose names an expression reads: that of the attribute, or the one around the text. */
function readerOf(at: CompletionContext & { kind: 'expression' }): Element | null {
  return at.element ?? at.container;
}

/** `rows[0].`: names before the point, an index passed over. */
function pathOf(
  path: readonly string[],
  { source }: { readonly source: string },
  end: number,
): readonly string[] {
  if (path.length > 0) return path;
  const indexed = /([\p{L}_]\w*)\s*\[[^[\]]*\]\s*\.\s*$/u.exec(source.slice(0, end))?.[1];
  return indexed === undefined ? [] : [indexed];
}

function addVariables(
  list: ItemList,
  context: LanguageContext,
  element: Element,
  rank = 10,
  written: ((name: string) => { label: string; insert: string }) | null = null,
): void {
  for (const { name, definition, isBefore } of variablesAt(context, element)) {
    list.add(isBefore ? rank : rank + 5, {
      kind: definition.kind === 'rows' ? 'query' : 'variable',
      description: definition.place.name,
      ...(written ? written(name) : { label: name, commitCharacters: ['.'] }),
      ...(definition.results === null
        ? {}
        : { data: { of: 'result', results: definition.results, path: [] } }),
    });
  }
}

/** Parts of its address, scopes, and what else a page has without binding it. */
function addNames(list: ItemList, { catalogue, path }: LanguageContext): void {
  for (const name of routeParameters(path ?? '')) {
    list.add(12, { label: name, kind: 'variable', description: 'address' });
  }
  for (const { name } of catalogue.scopes) {
    const commitCharacters = ['.'];
    list.add(30, { label: name, kind: 'scope', commitCharacters, data: { of: 'scope', name } });
  }
  for (const { name } of catalogue.implicitVariables) {
    list.add(35, {
      label: name,
      kind: 'variable',
      description: 'page',
      data: { of: 'implicit', name },
    });
  }
}

function addFunctions(
  list: ItemList,
  { catalogue }: LanguageContext,
  source: string,
  end: number,
): void {
  const isCalled = /^\s*\(/.test(source.slice(end));
  for (const { name, signature, maximum } of catalogue.functions) {
    const detail = signature.slice(name.length);
    const call = maximum === 0 ? `${name}()$0` : `${name}($1)$0`;
    list.add(40, {
      label: name,
      kind: 'function',
      detail,
      data: { of: 'function', name },
      ...(isCalled ? { insert: name } : { snippet: call }),
    });
  }
}

import type { Refers } from '../catalogue/types.js';
import { childElements, type Element } from '../syntax/element.js';
import { actionAround } from './actionNames.js';
import { columnsOf } from './columns.js';
import { enclosing, namesOf, plainValue } from './elementNames.js';
import type { CompletionKind } from './item.js';
import {
  componentFolders,
  componentsOf,
  datasourcesOf,
  routesOf,
  scopeKeys,
  staticFiles,
  tablesOf,
} from './projectNames.js';
import type { LanguageContext } from './languageContext.js';
import { variablesAt } from './variables.js';

/** Something a bare name in a value can mean. */
export interface Reference {
  readonly name: string;
  readonly kind: CompletionKind;
  readonly detail?: string;
  readonly description?: string;
  readonly rank?: number;
}

/** Names that `element` can mean by an attribute that refers to `refers`. */
export function referencesOf(
  context: LanguageContext,
  element: Element,
  refers: Refers,
): readonly Reference[] {
  const { document } = context;
  const declared = (attribute: string, ...tags: readonly string[]): Reference[] =>
    namesOf(document, attribute, ...tags).map((name) => ({ name, kind: 'reference' }));
  switch (refers) {
    case 'datasource':
      return datasourcesOf(context).map(({ name, driver }) => ({
        name,
        kind: 'reference',
        ...(driver === null ? {} : { description: driver }),
      }));
    case 'query':
      return variables(context, element).filter(({ kind }) => kind === 'query');
    case 'variable':
      return [
        ...variables(context, element),
        ...(element.tag.name === 'q:set' ? kept(context) : []),
      ];
    case 'function':
      return declared('name', 'q:function');
    case 'component':
      return componentsOf(context)
        .filter(({ isImported }) => !isImported)
        .map(({ name, summary }) => ({
          name,
          kind: 'component',
          ...(summary ? { description: summary.path } : {}),
        }));
    case 'componentFolder':
      return componentFolders(context).map((name) => ({ name, kind: 'folder' }));
    case 'table':
      return tablesOf(context, plainValue(element, 'datasource')).map(({ name }) => ({
        name,
        kind: 'table',
      }));
    case 'column':
      return columns(context, element);
    case 'parameter':
      return (actionAround(context, element)?.params ?? []).map(({ name, type }) => ({
        name,
        kind: 'variable',
        detail: type ?? '',
      }));
    case 'route':
      return routesOf(context).map(({ route, path }) => ({
        name: route,
        kind: 'route',
        description: path,
      }));
    case 'agent':
      return declared('name', 'q:agent');
    case 'knowledge':
      return declared('name', 'q:knowledge');
    case 'connection':
      return declared('name', 'q:websocket');
    case 'llm':
      return declared('name', 'q:llm');
    case 'tool':
      return declared('name', 'q:tool');
    case 'event':
      return declared('event', 'q:onEvent', 'q:dispatchEvent', 'qg:on');
    case 'prefab':
      return declared('name', 'qg:prefab');
    case 'behavior':
      return declared('name', 'qg:behavior');
    case 'scene':
      return declared('name', 'qg:scene');
    case 'service':
      return [
        ...[...(context.project?.services()?.values() ?? [])].map(({ name, file }): Reference => ({
          name,
          kind: 'reference',
          description: file,
        })),
        ...declared('service', 'q:invoke'),
      ];
    case 'file':
      return staticFiles(context).map((name) => ({ name, kind: 'reference' }));
    case 'elementId':
      return ids(context);
    case 'action':
    case 'module':
      return [];
    default:
      return refers satisfies never;
  }
}

function variables(context: LanguageContext, element: Element): Reference[] {
  return variablesAt(context, element).map(({ name, definition }) => ({
    name,
    kind: definition.kind === 'rows' ? 'query' : 'variable',
    description: definition.place.name,
  }));
}

/** What the project keeps beyond a page: `session.user`. */
function kept(context: LanguageContext): Reference[] {
  return ['session', 'application'].flatMap((scope) =>
    scopeKeys(context, scope).map((key) => ({
      name: `${scope}.${key}`,
      kind: 'variable' as const,
    })),
  );
}

function ids({ document }: LanguageContext): Reference[] {
  const found = new Set<string>();
  for (const token of document.tokens) {
    if (token.kind !== 'start') continue;
    const id = token.attributes.find(({ name }) => name === 'id')?.value;
    if (id && !id.includes('{')) found.add(id);
  }
  return [...found].map((name) => ({ name, kind: 'reference' }));
}

/** Columns of the table the element names, of the rows it shows, or of the data it works on. */
function columns(context: LanguageContext, element: Element): Reference[] {
  const table = plainValue(element, 'table');
  if (table !== null) {
    return tablesOf(context, plainValue(element, 'datasource'))
      .filter(({ name }) => name === table)
      .flatMap(({ columns: all }) => all)
      .map(({ name, type }) => ({ name, kind: 'column', detail: type }));
  }
  const source = enclosing(element, 'ui:table')?.tag.attributes.find(
    ({ name }) => name === 'source',
  );
  const rows = source?.value?.replaceAll(/[{}\s]/g, '');
  if (rows) {
    return (columnsOf(context, element, rows) ?? []).map((name) => ({ name, kind: 'column' }));
  }
  const data = enclosing(element, 'q:data');
  return (data ? childElements(data) : []).flatMap((child) => {
    const name = plainValue(child, 'name');
    return name === null ? [] : [{ name, kind: 'column' as const }];
  });
}

import type { SyntaxDocument } from './syntax/document.js';
import { childElements, endOfNode, type Element } from './syntax/element.js';
import { attributeOf, type Attribute } from './syntax/token.js';

export type OutlineKind =
  | 'component'
  | 'application'
  | 'job'
  | 'param'
  | 'query'
  | 'action'
  | 'function'
  | 'variable'
  | 'import'
  | 'call'
  | 'test';

/** Something with a name in a document, by offsets. */
export interface OutlineItem {
  readonly kind: OutlineKind;
  readonly name: string;
  /** What it is, shown beside the name: the tag, a type, a method. */
  readonly detail: string;
  readonly start: number;
  readonly end: number;
  /** Where to go: the name's own text, else the tag's. */
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly children: readonly OutlineItem[];
}

const kinds = new Map<string, OutlineKind>([
  ['component', 'component'],
  ['application', 'application'],
  ['job', 'job'],
  ['param', 'param'],
  ['query', 'query'],
  ['action', 'action'],
  ['function', 'function'],
  ['set', 'variable'],
  ['import', 'import'],
  ['test', 'test'],
  ...['invoke', 'data', 'llm', 'agent'].map((tag): [string, OutlineKind] => [tag, 'call']),
]);

/** Attributes that give an item its name, in this order. */
const nameAttributes = ['name', 'component', 'id', 'task'];
/** The attribute worth reading beside the name. */
const detailAttributes = ['type', 'method', 'datasource', 'from', 'returnType', 'page', 'url'];

/**
 * Components, parameters, queries, actions, functions, variables, imports, calls and tests of a document,
 * nested as they stand. Works on unfinished text; reads `q:` tags alone.
 */
export function outline(document: SyntaxDocument): OutlineItem[] {
  return itemsOf(document.roots);
}

function itemsOf(list: readonly Element[]): OutlineItem[] {
  return list.flatMap((element) => {
    const children = itemsOf(childElements(element));
    const item = itemOf(element, children);
    return item ? [item] : children;
  });
}

function itemOf(element: Element, children: OutlineItem[]): OutlineItem | null {
  const { tag } = element;
  const kind = tag.name.startsWith('q:') ? kinds.get(tag.name.slice(2)) : undefined;
  if (!kind) return null;
  const named = firstOf(element, nameAttributes);
  const detail = firstOf(element, detailAttributes);
  const nameStart = tag.start + (named?.valueStart ?? 1);
  return {
    kind,
    name: named?.value.trim() ?? tag.name,
    detail: detail === null ? tag.name : `${tag.name} · ${detail.value}`,
    start: tag.start,
    end: endOfNode(element),
    nameStart,
    nameEnd: nameStart + (named ? named.value.length : tag.name.length),
    children,
  };
}

/** The first of those attributes that says something. */
function firstOf(
  { tag }: Element,
  names: readonly string[],
): (Attribute & { readonly value: string }) | null {
  for (const name of names) {
    const attribute = attributeOf(tag, name);
    const value = attribute?.value ?? '';
    if (attribute && value.trim() !== '') return { ...attribute, value };
  }
  return null;
}

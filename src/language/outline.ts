import { elements, type Element } from './elements.js';
import { scanTags } from './scanTags.js';

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
export function outline(text: string): OutlineItem[] {
  return itemsOf(elements(scanTags(text), text.length));
}

function itemsOf(list: readonly Element[]): OutlineItem[] {
  return list.flatMap((element) => {
    const children = itemsOf(element.children);
    const item = itemOf(element, children);
    return item ? [item] : children;
  });
}

function itemOf(element: Element, children: OutlineItem[]): OutlineItem | null {
  const { open } = element;
  const kind = open.name.startsWith('q:') ? kinds.get(open.name.slice(2)) : undefined;
  if (!kind) return null;
  const attribute = (names: readonly string[]) =>
    names
      .map((name) => open.attributes.find((candidate) => candidate.name === name))
      .find((candidate) => candidate !== undefined && candidate.value.trim() !== '');
  const named = attribute(nameAttributes);
  const detail = attribute(detailAttributes)?.value;
  return {
    kind,
    name: named?.value.trim() ?? open.name,
    detail: detail === undefined ? open.name : `${open.name} · ${detail}`,
    start: open.start,
    end: element.end,
    nameStart: named?.valueStart ?? open.start + 1,
    nameEnd: named ? named.valueStart + named.value.length : open.start + 1 + open.name.length,
    children,
  };
}

import type { SyntaxDocument } from '../../../syntax/document.js';
import type { Element } from '../../../syntax/element.js';
import { attributeOf } from '../../../syntax/token.js';
import { isComponentName, valueOf } from '../../../project/summarise.js';

/** The parts of a document that others in it name. The object stays the same while nothing in it changes. */
export interface PageParts {
  readonly actions: readonly NamedPart[];
  /** Names of functions, built from the outermost level alone: others are never found. */
  readonly functions: readonly string[];
  readonly queries: readonly QueryPart[];
  /** Names of `q:llm`, `q:knowledge` by tag. */
  readonly llms: readonly string[];
  readonly knowledge: readonly string[];
  readonly ids: readonly string[];
  readonly imports: readonly ImportPart[];
  readonly params: readonly string[];
}

export interface NamedPart {
  readonly name: string;
  readonly params: readonly string[];
  readonly hasTable: boolean;
}

export interface QueryPart {
  readonly name: string;
  readonly isPaginated: boolean;
  readonly isSortable: boolean;
}

export interface ImportPart {
  readonly component: string;
  readonly from: string | null;
  readonly as: string | null;
}

const known = new WeakMap<Element, readonly Element[]>();
const last = new WeakMap<SyntaxDocument, { key: string; parts: PageParts }>();

/** The elements of a document that may name something of the project, in order. */
export function namingElements(document: SyntaxDocument): Element[] {
  return document.roots.flatMap((root) => [...within(root)]);
}

function within(element: Element): readonly Element[] {
  const kept = known.get(element);
  if (kept) return kept;
  const found: Element[] = isNaming(element) ? [element] : [];
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    for (const inner of within(child)) found.push(inner);
  }
  known.set(element, found);
  return found;
}

const html = new Set(
  'a area link img script source audio video iframe form input button select textarea'.split(' '),
);

function isNaming({ tag }: Element): boolean {
  const { name } = tag;
  if (name.startsWith('q:') || name.startsWith('ui:') || html.has(name)) return true;
  if (isComponentName(name)) return true;
  return tag.attributes.some(
    (attribute) => attribute.name === 'id' || attribute.name.startsWith('on'),
  );
}

/** What `elements` give names to. */
export function pageParts(document: SyntaxDocument, elements: readonly Element[]): PageParts {
  const parts = readParts(elements);
  const key = JSON.stringify(parts);
  const before = last.get(document);
  if (before?.key === key) return before.parts;
  last.set(document, { key, parts });
  return parts;
}

function readParts(elements: readonly Element[]): PageParts {
  const named = (tag: string, isTop = false) =>
    elements.filter(
      (element) => element.tag.name === tag && (!isTop || element.parent?.parent === null),
    );
  const names = (list: readonly Element[]) => list.flatMap((one) => valueOf(one, 'name') ?? []);
  return {
    actions: named('q:action', true).map((element) => ({
      name: valueOf(element, 'name') ?? '',
      params: names(childrenNamed(element, 'q:param')),
      hasTable: attributeOf(element.tag, 'table') !== undefined,
    })),
    functions: names(named('q:function', true)),
    queries: named('q:query').map((element) => ({
      name: valueOf(element, 'name') ?? '',
      isPaginated: isOn(element, 'paginate'),
      isSortable: isOn(element, 'sortable'),
    })),
    llms: names(named('q:llm')),
    knowledge: names(named('q:knowledge')),
    ids: elements.flatMap((element) => valueOf(element, 'id') ?? []),
    imports: named('q:import', true).flatMap((element) => {
      const component = valueOf(element, 'component');
      if (component === null) return [];
      return [{ component, from: valueOf(element, 'from'), as: valueOf(element, 'as') }];
    }),
    params: names(named('q:param', true)),
  };
}

/** The elements named `name` among the children of `element`. */
export function childrenNamed(element: Element, name: string): Element[] {
  return element.children.filter(
    (child): child is Element => child.kind === 'element' && child.tag.name === name,
  );
}

/** Whether the attribute is written `true`, as the framework reads booleans. */
export function isOn(element: Element, name: string): boolean {
  return attributeOf(element.tag, name)?.value?.toLowerCase() === 'true';
}

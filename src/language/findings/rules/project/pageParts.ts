import type { SyntaxDocument } from '../../../syntax/document.js';
import { isOn } from '../../../syntax/booleans.js';
import type { Element, Node } from '../../../syntax/element.js';
import { ListValues } from '../../../syntax/listValues.js';
import { attributeOf, type StartTag } from '../../../syntax/token.js';
import { isComponentName, valueOf } from '../../../project/summarise.js';

/** The parts of a document that others in it name. Each list stays the same object while it says the same. */
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

/** The lists of `PageParts`. */
export const partLists = [
  'actions',
  'functions',
  'queries',
  'llms',
  'knowledge',
  'ids',
  'imports',
  'params',
] as const satisfies readonly (keyof PageParts)[];

export type PartList = (typeof partLists)[number];

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

/** What an element and all in it name; made once for an element that is not edited. */
export interface Naming {
  readonly element: Element;
  /** Whether the element itself may name something of the project. */
  readonly isNaming: boolean;
  /** The same of the elements in it, where there is anything. */
  readonly inner: readonly Naming[];
  /** Elements that give names to the page, in order. */
  readonly givers: readonly Element[];
  /** Calls of components, in order. */
  readonly calls: readonly Element[];
}

const known = new WeakMap<Element, { naming: Naming | null }>();

/** What the outermost elements of a document name. */
export function namings(document: SyntaxDocument): Naming[] {
  return document.roots.flatMap((root) => namingOf(root) ?? []);
}

function namingOf(element: Element): Naming | null {
  const kept = known.get(element);
  if (kept) return kept.naming;
  const inner: Naming[] = [];
  for (const naming of innerNamings.of(element.tag, element.children, null, null)) {
    if (naming) inner.push(naming);
  }
  const naming = isNaming(element) || inner.length > 0 ? joined(element, inner) : null;
  known.set(element, { naming });
  return naming;
}

const innerNamings = new ListValues<Node, Naming | null, null, null>((child) =>
  child.kind === 'element' ? namingOf(child) : null,
);

function joined(element: Element, inner: readonly Naming[]): Naming {
  const isGiver = givingTags.has(element.tag.name) || attributeOf(element.tag, 'id') !== undefined;
  const givers = isGiver ? [element] : [];
  const calls = isComponentName(element.tag.name) ? [element] : [];
  for (const one of inner) {
    for (const giver of one.givers) givers.push(giver);
    for (const call of one.calls) calls.push(call);
  }
  return { element, isNaming: isNaming(element), inner, givers, calls };
}

const givingTags = new Set(
  'q:action q:function q:query q:llm q:knowledge q:import q:param'.split(' '),
);

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

/** What tells that nothing changed. */
interface Last {
  readonly givers: readonly (Element | StartTag)[];
  readonly areTop: readonly boolean[];
  readonly parts: PageParts;
}

const last = new WeakMap<SyntaxDocument, Last>();

/** The names that `elements` give. */
export function pageParts(document: SyntaxDocument, elements: readonly Element[]): PageParts {
  const before = last.get(document);
  if (before && areSame(elements, before)) return before.parts;
  const parts = readParts(elements);
  const kept = before ? keptLists(before.parts, parts) : parts;
  last.set(document, {
    givers: elements.map(identityOf),
    areTop: elements.map(isTop),
    parts: kept,
  });
  return kept;
}

function areSame(elements: readonly Element[], { givers, areTop }: Last): boolean {
  if (elements.length !== givers.length) return false;
  return elements.every((one, at) => identityOf(one) === givers[at] && isTop(one) === areTop[at]);
}

/** `now`, with those lists of `before` that say the same. */
function keptLists(before: PageParts, now: PageParts): PageParts {
  const lists = Object.fromEntries(
    partLists.map((list) => [list, isSame(before[list], now[list]) ? before[list] : now[list]]),
  );
  return { ...now, ...lists };
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && JSON.stringify(a) === JSON.stringify(b);
}

/** Whether it lies right in the outermost element. */
function isTop({ parent }: Element): boolean {
  return parent?.parent === null;
}

/** Actions have their parameters in them; all others are told by their tags, whatever is in them. */
function identityOf(element: Element): Element | StartTag {
  return element.tag.name === 'q:action' ? element : element.tag;
}

function readParts(elements: readonly Element[]): PageParts {
  const named = (tag: string, atTop = false) =>
    elements.filter((element) => element.tag.name === tag && (!atTop || isTop(element)));
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

import type { Catalogue } from '../catalogue/types.js';
import { placesOf, type Place } from '../place/place.js';
import type { SyntaxDocument } from '../syntax/document.js';
import type { Element } from '../syntax/element.js';
import { endOf, type StartTag } from '../syntax/token.js';
import { definitionsOf, type Definition } from './definition.js';
import { usesOf, type ExpressionUse, type LooseUse } from './expressionUse.js';

/**
 * What an element and all in it bind and read, in the order of the document. Bodies with variables of their
 * own (`regions`) are not mixed in. Made once for an element that is not edited.
 */
export interface Facts {
  readonly element: Element;
  readonly place: Place;
  /** Names for the variables around, and for those of the element's own body where it is a region. */
  readonly outward: readonly Definition[];
  /** What the element itself binds. */
  readonly bound: readonly Definition[];
  readonly definitions: readonly Definition[];
  /** Expressions of the element itself. */
  readonly ownUses: readonly ExpressionUse[];
  /** The facts of the elements in it, regions included. */
  readonly inner: readonly Facts[];
  readonly loose: readonly LooseUse[];
  /** Loops, which bind what only their query tells. */
  readonly loops: readonly Loop[];
  readonly regions: readonly Facts[];
  /** Something in it binds names that only running the page can tell. */
  readonly isOpen: boolean;
}

export interface Loop {
  readonly tag: StartTag;
  readonly place: Place;
}

/** Collects facts, keeping those of elements that were not edited. */
export class FactCollector {
  private readonly kept = new WeakMap<Element, { place: Place; facts: Facts | null }>();

  /** The facts of the outermost elements that bind or read anything. */
  of(document: SyntaxDocument, catalogue: Catalogue): Facts[] {
    const places = placesOf(catalogue);
    return document.roots.flatMap(
      (root) => this.element(root, places.enter(root.tag.name), document.text) ?? [],
    );
  }

  private element(element: Element, place: Place, text: string): Facts | null {
    const known = this.kept.get(element);
    if (known?.place === place) return known.facts;
    const inner: Facts[] = [];
    for (const child of element.children) {
      if (child.kind !== 'element') continue;
      const facts = this.element(child, place.enter(child.tag.name), text);
      if (facts) inner.push(facts);
    }
    const facts = factsOf(element, place, inner, text);
    this.kept.set(element, { place, facts });
    return facts;
  }
}

function factsOf(
  element: Element,
  place: Place,
  inner: readonly Facts[],
  text: string,
): Facts | null {
  const own = definitionsOf(element, place, (one) => bodyOf(one, text));
  const { expressions, loose } = usesOf(element, place, text);
  const isLoop = place.name === 'q:loop';
  const isQuiet = own.names.length === 0 && !own.isOpen && expressions.length === 0;
  if (isQuiet && loose.length === 0 && inner.length === 0 && !isLoop && !isRegion(place))
    return null;
  const outward = own.names.filter(({ where }) => where !== 'inside');
  const mixed = {
    definitions: [
      ...(isRegion(place) ? own.names.filter((one) => !outward.includes(one)) : own.names),
    ],
    loose: [...loose],
    loops: isLoop ? [loopOf(element.tag, place)] : [],
    regions: [] as Facts[],
    isOpen: own.isOpen,
  };
  for (const one of inner) {
    append(mixed.loose, one.loose);
    if (isRegion(one.place)) {
      mixed.regions.push(one);
      append(mixed.definitions, one.outward);
      continue;
    }
    append(mixed.definitions, one.definitions);
    append(mixed.loops, one.loops);
    append(mixed.regions, one.regions);
    if (one.isOpen) mixed.isOpen = true;
  }
  return { element, place, outward, bound: own.names, ownUses: expressions, inner, ...mixed };
}

const loops = new WeakMap<StartTag, Loop>();

/** The same object as long as the tag is the same. */
function loopOf(tag: StartTag, place: Place): Loop {
  const known = loops.get(tag);
  if (known?.place === place) return known;
  const loop = { tag, place };
  loops.set(tag, loop);
  return loop;
}

/** Not by spreading: an element may hold more than fits on the stack. */
function append<T>(list: T[], more: readonly T[]): void {
  for (const one of more) list.push(one);
}

function bodyOf({ children }: Element, text: string): string {
  return children
    .map((child) => (child.kind === 'element' ? '' : text.slice(child.start, endOf(child))))
    .join('');
}

/** Every expression in what `facts` are of, in the order of the document. */
export function* usesIn(facts: Facts): Generator<ExpressionUse> {
  yield* facts.ownUses;
  for (const inner of facts.inner) yield* usesIn(inner);
}

/** Whether the body has variables of its own. */
export function isRegion(place: Place): boolean {
  return regions.has(place.name);
}

const regions = new Set([
  'q:function',
  'q:action',
  'q:tool',
  'q:job',
  'q:thread',
  'q:onEvent',
  'q:onMessage',
  'q:onError',
]);

import type { Catalogue } from '../catalogue/types.js';
import { placesOf, type Place } from '../place/place.js';
import type { SyntaxDocument } from '../syntax/document.js';
import type { Element, Node } from '../syntax/element.js';
import { ListValues } from '../syntax/listValues.js';
import { endOf, type StartTag } from '../syntax/token.js';
import { definitionsOf, type Definition } from './definition.js';
import { usesOf, type ExpressionUse, type LooseUse } from './expressionUse.js';

/** What an element binds and reads, and what all in it does. Made once for an element that is not edited. */
export interface Facts {
  readonly element: Element;
  readonly place: Place;
  /** Names for the variables around, and for those of the element's own body where it is a region. */
  readonly outward: readonly Definition[];
  /** What the element itself binds. */
  readonly bound: readonly Definition[];
  /** Expressions of the element itself. */
  readonly ownUses: readonly ExpressionUse[];
  /** Braces without a partner in the element itself. */
  readonly loose: readonly LooseUse[];
  /** A loop binds what only its query tells. */
  readonly loop: Loop | null;
  /** The facts of the elements in it, where there are any; regions included. */
  readonly inner: readonly Facts[];
  /** It, or something in it that is no region, binds names that only running the page can tell. */
  readonly isOpen: boolean;
}

export interface Loop {
  readonly tag: StartTag;
  readonly place: Place;
}

/** The facts of the outermost elements that bind or read anything. */
export function outermostFacts(document: SyntaxDocument, catalogue: Catalogue): Facts[] {
  const places = placesOf(catalogue);
  return document.roots.flatMap(
    (root) => factsOf(root, places.enter(root.tag.name), document.text) ?? [],
  );
}

const kept = new WeakMap<Element, { place: Place; facts: Facts | null }>();

function factsOf(element: Element, place: Place, text: string): Facts | null {
  const known = kept.get(element);
  if (known?.place === place) return known.facts;
  const inner: Facts[] = [];
  for (const facts of innerFacts.of(element.tag, element.children, place, text)) {
    if (facts) inner.push(facts);
  }
  const facts = joined(element, place, inner, text);
  kept.set(element, { place, facts });
  return facts;
}

const innerFacts = new ListValues<Node, Facts | null, Place, string>((child, place, text) =>
  child.kind === 'element' ? factsOf(child, place.enter(child.tag.name), text) : null,
);

function joined(
  element: Element,
  place: Place,
  inner: readonly Facts[],
  text: string,
): Facts | null {
  const own = definitionsOf(element, place, (one) => bodyOf(one, text));
  const { expressions, loose } = usesOf(element, place, text);
  const loop = place.name === 'q:loop' ? loopOf(element.tag, place) : null;
  const isQuiet = own.names.length === 0 && !own.isOpen && expressions.length + loose.length === 0;
  if (isQuiet && inner.length === 0 && !loop && !isRegion(place)) return null;
  return {
    element,
    place,
    outward: own.names.filter(({ where }) => where !== 'inside'),
    bound: own.names,
    ownUses: expressions,
    loose,
    loop,
    inner,
    isOpen: own.isOpen || inner.some((one) => one.isOpen && !isRegion(one.place)),
  };
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

function bodyOf({ children }: Element, text: string): string {
  return children
    .map((child) => (child.kind === 'element' ? '' : text.slice(child.start, endOf(child))))
    .join('');
}

/** Every expression in what `facts` are of, in the order of the document. */
export function usesIn(facts: Facts): readonly ExpressionUse[] {
  const found: ExpressionUse[] = [];
  addUses(facts, found);
  return found;
}

function addUses(facts: Facts, into: ExpressionUse[]): void {
  for (const use of facts.ownUses) into.push(use);
  for (const inner of facts.inner) addUses(inner, into);
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

import { placesOf, type Place } from '../place/place.js';
import type { Catalogue } from '../catalogue/types.js';
import type { SyntaxDocument } from '../syntax/document.js';
import { endOf } from '../syntax/token.js';
import type { Element } from '../syntax/element.js';
import { definitionsOf, type Definitions } from './definition.js';
import { usesOf, type Uses } from './expressionUse.js';

/** What an element binds and reads by itself, and the same of those in it that bind or read anything. */
export interface Facts {
  readonly element: Element;
  readonly place: Place;
  readonly definitions: Definitions;
  readonly uses: Uses;
  readonly inner: readonly Facts[];
}

/** Collects facts, keeping those of elements that were not edited. */
export class FactCollector {
  private readonly kept = new WeakMap<Element, { place: Place; facts: Facts | null }>();

  /** The facts of the outermost elements; in tests of pages there are none. */
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
    const definitions = definitionsOf(element, place, (one) => bodyOf(one, text));
    const uses = usesOf(element, place, text);
    const isEmpty =
      inner.length === 0 &&
      definitions.names.length === 0 &&
      !definitions.isOpen &&
      uses.expressions.length === 0 &&
      uses.loose.length === 0 &&
      !isRegion(place);
    const facts = isEmpty ? null : { element, place, definitions, uses, inner };
    this.kept.set(element, { place, facts });
    return facts;
  }
}

function bodyOf({ children }: Element, text: string): string {
  return children
    .map((child) => (child.kind === 'element' ? '' : text.slice(child.start, endOf(child))))
    .join('');
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

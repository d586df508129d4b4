import type { Catalogue } from '../catalogue/types.js';
import type { SyntaxDocument } from '../syntax/document.js';
import { endOfNode, type Element } from '../syntax/element.js';
import { endOf, type Token } from '../syntax/token.js';
import { placesOf, type Place } from './place.js';

/** The token in which a caret at `offset` stands, the one before it between two; undefined at the beginning. */
export function tokenBefore(document: SyntaxDocument, offset: number): Token | undefined {
  const { tokens } = document;
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const token = tokens[middle];
    if (token && token.start < offset) low = middle + 1;
    else high = middle;
  }
  return tokens[low - 1];
}

/** The innermost element whose body holds a caret at `offset`; its own tags are not its body. */
export function elementAround(document: SyntaxDocument, offset: number): Element | null {
  let token = tokenBefore(document, offset);
  // The nearest start tag before is that of the element, or of one inside of it.
  while (token && (token.kind !== 'start' || endOf(token) > offset)) {
    token = document.tokens[token.index - 1];
  }
  let element = token?.kind === 'start' ? token.element : null;
  while (element && !holds(element, offset)) element = element.parent;
  return element;
}

function holds(element: Element, offset: number): boolean {
  if (element.tag.isEmpty || endOf(element.tag) > offset) return false;
  return offset <= (element.endTag?.start ?? endOfNode(element));
}

/** The place of `element` by the names around it. */
export function placeOf(element: Element, catalogue: Catalogue): Place {
  const names: string[] = [];
  for (let at: Element | null = element; at; at = at.parent) names.push(at.tag.name);
  let place: Place | null = null;
  for (const name of names.reverse()) place = (place ?? placesOf(catalogue)).enter(name);
  // The loop ran at least once: `element` has a name.
  return place ?? placesOf(catalogue).enter(element.tag.name);
}

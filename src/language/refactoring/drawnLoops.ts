import { placeOf } from '../place/elementAt.js';
import type { Catalogue } from '../catalogue/types.js';
import type { Place } from '../place/place.js';
import { childElements, type Element, type Node } from '../syntax/element.js';
import { attributeOf } from '../syntax/token.js';
import { isFlow } from './drawnNodes.js';

/** The names a `q:loop` gives to each round when it is drawn. */
export function roundNames({ tag }: Element): string[] {
  const value = (name: string): string => attributeOf(tag, name)?.value ?? '';
  const query = value('query');
  // The number of a round is counted where there are items alone.
  const isRange = query === '' && (value('type') === 'range' || value('items') === '');
  return [value('var') || query, isRange ? '' : value('index')].filter((name) => name !== '');
}

/** The innermost `q:loop` around an element that gives a name to its rounds, up to `within` and with it. */
export function loopGiving(
  name: string,
  from: Element,
  catalogue: Catalogue,
  within: Element | null = null,
): Element | null {
  for (let at: Element | null = from; at; at = at.parent) {
    const isLoop = at !== from && placeOf(at, catalogue).reading.name === 'q:loop';
    if (isLoop && roundNames(at).includes(name)) return at;
    if (at === within) return null;
  }
  return null;
}

/** The loops among nodes that would run before a component of them is drawn. */
export function runLoops(nodes: readonly Node[], parent: Place): Element[] {
  return nodes.flatMap((node): Element[] => {
    if (node.kind !== 'element') return [];
    const place = parent.enter(node.tag.name);
    if (!isFlow(place)) return [];
    const inner = runLoops(childElements(node), place);
    return place.reading.name === 'q:loop' ? [node, ...inner] : inner;
  });
}

import { placeOf } from '../place/elementAt.js';
import type { Catalogue } from '../catalogue/types.js';
import type { Element } from '../syntax/element.js';
import { attributeOf } from '../syntax/token.js';

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

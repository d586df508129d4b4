import type { Element } from '../syntax/element.js';
import type { CompletionContext } from './completionContext.js';
import type { ItemList } from './item.js';

/** Names that could be ended in `container`, the nearest first: anything else crosses what it holds. */
export function closingNames(container: Element | null): string[] {
  const names = new Set<string>();
  for (let at = container; at; at = at.parent) names.add(at.tag.name);
  return [...names];
}

/** Adds end tags behind a `</`. */
export function addClosingTags(
  list: ItemList,
  context: CompletionContext & { kind: 'closing' },
): void {
  for (const [rank, name] of closingNames(context.container).entries()) {
    list.add(rank, { label: name, kind: 'tag', insert: context.isClosed ? name : `${name}>` });
  }
}

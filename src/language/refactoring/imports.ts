import { placesOf } from '../place/place.js';
import { childElements, endOfNode, startOf, type Element } from '../syntax/element.js';
import { attributeOf } from '../syntax/token.js';
import type { LanguageContext } from '../completion/languageContext.js';

/** A `q:import` of a component that counts: a child of the outermost element. */
export interface Import {
  readonly element: Element;
  /** What calls go by. */
  readonly name: string;
  readonly component: string;
  readonly from: string;
  /** As it is written. */
  readonly text: string;
}

/** The component that a page is; null for other files, and for broken ones. */
export function componentOf({ document, catalogue }: LanguageContext): Element | null {
  const [root, ...others] = document.roots;
  if (!root || others.length > 0) return null;
  const { name } = placesOf(catalogue).enter(root.tag.name).reading;
  return name === 'q:component' ? root : null;
}

/** The imports of components that count in a page, in order. Of those with one name the last is in force. */
export function importsOf(context: LanguageContext): Import[] {
  const root = componentOf(context);
  if (!root) return [];
  const { text } = context.document;
  const inside = placesOf(context.catalogue).enter(root.tag.name);
  return childElements(root).flatMap((element): Import[] => {
    if (inside.enter(element.tag.name).name !== 'q:import') return [];
    const component = attributeOf(element.tag, 'component')?.value;
    if (!component) return [];
    const alias = attributeOf(element.tag, 'as')?.value;
    return [
      {
        element,
        name: alias ? alias : component,
        component,
        from: attributeOf(element.tag, 'from')?.value ?? '',
        text: text.slice(startOf(element), endOfNode(element)),
      },
    ];
  });
}

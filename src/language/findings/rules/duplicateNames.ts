import type { Element } from '../../syntax/element.js';
import type { Attribute } from '../../syntax/token.js';
import { attributeNamed, valueOf } from '../reads.js';
import type { ElementContext, ElementRule } from '../rule.js';

/** Names of one kind in one tag: the first or the last one counts, and nobody says so. */
export const duplicateNames: ElementRule = (element, context) => {
  const tag = context.place.read;
  if (!tag || tag.prefix === 'test') return;
  const kinds = new Map<string, Map<string, Element>>();
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    const name = context.place.enter(child.tag.name).reading.name ?? '';
    const attribute = nameOf(child, name);
    if (!attribute || valueOf(attribute) === '') continue;
    const names = kinds.get(name) ?? new Map<string, Element>();
    kinds.set(name, names);
    const first = names.get(valueOf(attribute));
    if (first) report(child, attribute, first, context);
    else names.set(valueOf(attribute), child);
  }
};

function nameOf(element: Element, name: string): Attribute | undefined {
  switch (name) {
    case 'q:param':
    case 'q:function':
    case 'q:action':
    case 'q:query':
      return attributeNamed(element, 'name');
    default:
      return undefined;
  }
}

function report(
  element: Element,
  attribute: Attribute,
  first: Element,
  { report: to }: ElementContext,
): void {
  const value = valueOf(attribute);
  const message = `Another <${element.tag.name}> here is called "${value}": only one of them counts.`;
  to.atValue('duplicate-name', element, attribute, message, {
    related: [
      { anchor: first.tag, start: 0, end: first.tag.length, message: 'The first of that name' },
    ],
  });
}

import type { Element } from '../../syntax/element.js';
import type { Attribute } from '../../syntax/token.js';
import { localOf } from '../../syntax/names.js';
import { attributeNamed, valueOf } from '../reads.js';
import type { ElementContext, ElementRule } from '../rule.js';

/** Names of one kind in one tag: the first or the last one counts, and nobody says so. */
export const duplicateNames: ElementRule = (element, context) => {
  const tag = context.place.read;
  if (!tag || tag.prefix === 'test') return;
  const kinds = new Map<string, Map<string, Element>>();
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    if (!named.has(localOf(child.tag.name))) continue;
    const kind = context.place.enter(child.tag.name).reading.name ?? '';
    const attribute = named.has(localOf(kind)) ? attributeNamed(child, 'name') : undefined;
    const value = attribute ? valueOf(attribute) : '';
    if (!attribute || value === '') continue;
    let names = kinds.get(kind);
    if (!names) kinds.set(kind, (names = new Map<string, Element>()));
    const first = names.get(value);
    if (first) report(child, attribute, first, context);
    else names.set(value, child);
  }
};

/** Without their prefix. */
const named = new Set(['param', 'function', 'action', 'query']);

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

import type { Place } from '../../place/place.js';
import type { Element } from '../../syntax/element.js';
import { addAttribute } from '../fixes.js';
import { said } from '../reads.js';
import type { ElementContext, ElementRule } from '../rule.js';

/** Queries in a transaction without a datasource, their own or the transaction's. */
export const transactionQueries: ElementRule = (element, context) => {
  const { place } = context;
  if (place.reading.name !== 'q:transaction' || isInside(place)) return;
  look(element, place, said(element, 'datasource') !== '', context);
};

function isInside(place: Place): boolean {
  for (let at = place.parent; at; at = at.parent) {
    if (at.reading.name === 'q:transaction') return true;
  }
  return false;
}

function look(element: Element, place: Place, isGiven: boolean, context: ElementContext): void {
  if (isGiven) return;
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    const inner = place.enter(child.tag.name);
    const { name } = inner.reading;
    if (name === 'q:query' && said(child, 'datasource', 'source') === '') {
      const message = `<${child.tag.name}> needs a datasource, here or on the transaction: the file is refused.`;
      context.report.atName('missing-attribute', child, message, {
        fixes: () => [
          {
            title: 'Add datasource to the transaction',
            edits: addAttribute(element, 'datasource', ''),
          },
          { title: 'Add datasource', edits: addAttribute(child, 'datasource', '') },
        ],
      });
    }
    look(child, inner, name === 'q:transaction' && said(child, 'datasource') !== '', context);
  }
}

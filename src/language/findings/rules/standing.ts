import type { Place } from '../../place/place.js';
import type { ElementRule } from '../rule.js';

/** Tags that the parser takes where they are of no use. */
export const standing: ElementRule = (element, { place, report }) => {
  const { name } = element.tag;
  const tag = place.read;
  const around = placeAround(place);
  if (!tag || !place.parent) return;
  if (tag.name === 'ui:theme' && isInComponent(place)) {
    const message =
      'A theme works in an application of type "ui" only: the page fails when it is shown.';
    report.atName('theme-in-page', element, message);
  } else if (place.reading.as === 'widget' && tag.parents.length > 0) {
    const parent = around?.reading.name ?? '';
    // A dropdown lists options as a menu does.
    const isRight =
      tag.parents.includes(parent) || (tag.name === 'ui:option' && parent === 'ui:dropdown');
    if (isRight) return;
    const message = `<${name}> belongs in ${tag.parents.map((one) => `<${one}>`).join(' or ')}.`;
    report.atName('misplaced-widget', element, message);
  } else if (declarations.has(tag.name) && isInBody(place.parent)) {
    const message = `<${name}> is never found in <${place.parent.name}>: declare it right in the component.`;
    report.atName('unfound-declaration', element, message);
  } else if (tag.name === 'q:slot') {
    const inside = slotHiddenBy(place);
    if (!inside) return;
    const message = `A slot in <${inside.name}> is never filled, and its default is not shown either: only HTML elements may stand around it.`;
    report.atName('lost-slot', element, message);
  }
};

/** What keeps the framework from finding a slot: it looks for one through HTML elements alone. */
function slotHiddenBy(place: Place): Place | null {
  for (let at = place.parent; at?.parent; at = at.parent) {
    if (at.reading.as !== 'markup') return at;
  }
  return null;
}

const declarations = new Set(['q:action', 'q:function', 'q:import']);

/** The nearest element around that is no branch and no loop. */
function placeAround(place: Place): Place | null {
  let at = place.parent;
  while (at && /^q:(?:if|else|elseif|loop)$/.test(at.reading.name ?? '')) at = at.parent;
  return at;
}

function isInBody({ reading }: Place): boolean {
  if (reading.as === 'branch') return true;
  return /^q:(?:if|loop|transaction|action)$/.test(reading.name ?? '');
}

function isInComponent(place: Place): boolean {
  let at: Place = place;
  while (at.parent) at = at.parent;
  return at.reading.name === 'q:component';
}

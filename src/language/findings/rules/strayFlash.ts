import type { Place } from '../../place/place.js';
import type { ElementRule } from '../rule.js';

/** A flash is for the page after an action; outside of one the parser refuses it. */
export const strayFlash: ElementRule = (element, { place, report }) => {
  if (place.reading.name !== 'q:flash' || !isLookedAt(place)) return;
  const message =
    'A flash works in a <q:action> only: the file is refused. On a page, write <q:redirect url="…" flash="…"/>.';
  report.atName('stray-flash', element, message);
};

const bodies = new Set([
  'q:if',
  'q:else',
  'q:elseif',
  'q:loop',
  'q:function',
  'q:schedule',
  'q:thread',
  'q:job',
]);

/** Whether the parser looks for a flash there, and no action is around. */
function isLookedAt(place: Place): boolean {
  for (let at = place.parent; at; at = at.parent) {
    const { as, name } = at.reading;
    if (as === 'root') return name === 'q:component';
    const isMarkup = as === 'markup' || as === 'widget' || as === 'call';
    if (!isMarkup && !bodies.has(name ?? '')) return false;
  }
  return false;
}

import type { Place } from './place.js';

/** Tags the parser looks through for statements: they are drawn, and so is what they hold. */
const lookedThrough = new Set(['q:if', 'q:else', 'q:elseif', 'q:loop']);
const drawn = new Set(['q:if', 'q:loop', 'q:slot', 'q:import', 'q:else', 'q:elseif']);

/** Widgets that are none to the framework's renderer: themes are for compiled windows. */
const notDrawn = new Set(['ui:theme', 'ui:color']);

/** Whether an element is taken for a statement that runs, and not for one that is drawn. */
export function isRunStatement({ reading }: Place): boolean {
  const name = reading.name ?? '';
  return reading.as === 'statement' ? !drawn.has(name) : notDrawn.has(name);
}

/**
 * The places around `place` that the parser looks through from the component on, the innermost first; null
 * where it does not look: in functions, actions, slots, other kinds of files.
 */
export function lookedThroughTo(place: Place): Place[] | null {
  const around: Place[] = [];
  for (let at = place.parent; at; at = at.parent) {
    const { as, name } = at.reading;
    if (as === 'root') return name === 'q:component' ? around : null;
    if (as === 'part' || as === 'unread' || as === 'dropped' || as === 'refused') return null;
    if (as === 'statement' && !lookedThrough.has(name ?? '')) return null;
    if (notDrawn.has(name ?? '')) return null;
    around.push(at);
  }
  return null;
}

/** Whether an element is drawn as it stands: HTML, a widget, the call of a component. */
export function isDrawn({ reading }: Place): boolean {
  if (reading.as === 'widget') return !notDrawn.has(reading.name ?? '');
  return reading.as === 'markup' || reading.as === 'call';
}

import type { Place } from '../place/place.js';
import type { Element, Node } from '../syntax/element.js';

/** An element with its place. */
export interface PlacedElement {
  readonly element: Element;
  readonly place: Place;
}

/** The elements among `nodes`, whose parent has that place, and all in them. */
export function* elementsIn(nodes: readonly Node[], parent: Place): Generator<PlacedElement> {
  for (const node of nodes) {
    if (node.kind !== 'element') continue;
    const place = parent.enter(node.tag.name);
    yield { element: node, place };
    yield* elementsIn(node.children, place);
  }
}

const flow = new Set(['q:if', 'q:elseif', 'q:else', 'q:loop']);

/** Whether an element chooses or repeats what it holds. */
export function isFlow({ reading }: Place): boolean {
  return flow.has(reading.name ?? '') && reading.as !== 'unread' && reading.as !== 'part';
}

/** Whether an element is drawn where it stands: HTML, calls, widgets, and what chooses or repeats such. */
export function isDrawnHere(place: Place): boolean {
  const { as } = place.reading;
  return as === 'markup' || as === 'call' || as === 'widget' || isFlow(place);
}

/** Whether what stands in an element of that place may be drawn: in markup, calls, branches, the component itself. */
export function holdsDrawn(place: Place): boolean {
  const { as, name } = place.reading;
  if (as === 'markup') return place.name !== 'script' && place.name !== 'style';
  return as === 'call' || isFlow(place) || (as === 'root' && name === 'q:component');
}

/**
 * Whether what stands in an element of that place is run before the page is drawn: nothing but `q:if` and
 * `q:loop` is between it and the component.
 */
export function isRunThrough(place: Place): boolean {
  if (place.parent === null) return place.reading.name === 'q:component';
  return isFlow(place) && isRunThrough(place.parent);
}

/** Whether a component is called among `nodes` with nothing but `q:if` and `q:loop` around it. */
export function hasBareCall(nodes: readonly Node[], parent: Place): boolean {
  return nodes.some((node) => {
    if (node.kind !== 'element') return false;
    const place = parent.enter(node.tag.name);
    if (place.reading.as === 'call') return true;
    return isFlow(place) && hasBareCall(node.children, place);
  });
}

/** The framework runs `q:if` and `q:loop` of the component's own body, and fails at calls it meets there. */
export const bareCallRefusal =
  'The framework stops at a component that is called directly in a q:if or q:loop of the page’s top level.';

/** Whether a slot is among `nodes`: the framework finds slots in HTML alone. */
export function holdsSlot(nodes: readonly Node[], parent: Place): boolean {
  for (const { place } of elementsIn(nodes, parent)) if (place.name === 'q:slot') return true;
  return false;
}

export const slotRefusal = 'A q:slot is filled only where nothing but HTML is around it.';

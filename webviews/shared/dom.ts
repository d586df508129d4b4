export type Child = Node | string | null;

/** An element with attributes and children; text goes in as text, never as HTML. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly Child[] = [],
): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A part of a page: redrawn only when `data` changed. */
export interface Part {
  readonly id: string;
  readonly data: unknown;
  readonly draw: () => Node;
}

const drawn = new WeakMap<Element, string>();

/**
 * Brings `root` to show these parts in this order. Parts whose data is the same keep their elements, and
 * the focus stays on the control with the same id, so that a live update takes nothing from under a
 * person's fingers.
 */
export function show(root: HTMLElement, parts: readonly Part[]): void {
  const focused = document.activeElement?.id;
  const next = parts.map((part) => {
    const data = JSON.stringify(part.data);
    const old = root.querySelector(`:scope > [data-part="${part.id}"]`);
    if (old !== null && drawn.get(old) === data) return old;
    const fresh = element('section', { 'data-part': part.id }, [part.draw()]);
    drawn.set(fresh, data);
    return fresh;
  });
  const same =
    next.length === root.children.length && next.every((part, at) => root.children[at] === part);
  if (same) return;
  root.replaceChildren(...next);
  if (focused !== undefined && focused !== '') document.getElementById(focused)?.focus();
}

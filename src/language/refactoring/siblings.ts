import type { TextChange } from '../syntax/document.js';
import { endOfNode, startOf, type Element, type Node } from '../syntax/element.js';

/** Whether a node is text that is drawn: white space alone is not. */
export function isText(node: Node | undefined): boolean {
  return node?.kind === 'cdata' || (node?.kind === 'text' && !node.isBlank);
}

/** What stands on one side of a node up to the next element: comments fall out, its texts are one text. */
function run(parent: Element, node: Node, step: 1 | -1): Node[] {
  const { children } = parent;
  const found: Node[] = [];
  for (let at = children.indexOf(node) + step; ; at += step) {
    const one = children[at];
    if (!one || one.kind === 'element') return found;
    found.push(one);
  }
}

/** Whether text is drawn next to a node, before or behind it. */
export function touchesText(parent: Element, first: Node, last: Node): boolean {
  return run(parent, first, -1).some(isText) || run(parent, last, 1).some(isText);
}

/**
 * White space beside an element that would become part of a text standing in its place. The framework passes
 * over white space between elements, and keeps that of texts.
 */
export function spaceBeside(
  element: Element,
  { startsWithText, endsWithText }: { startsWithText: boolean; endsWithText: boolean },
): TextChange[] {
  const { parent } = element;
  if (!parent) return [];
  const sides = [
    ...(startsWithText ? [run(parent, element, -1)] : []),
    ...(endsWithText ? [run(parent, element, 1)] : []),
  ];
  return sides.flatMap((side) =>
    side.some(isText)
      ? []
      : side
          .filter((node) => node.kind === 'text')
          .map((node) => ({ start: startOf(node), end: endOfNode(node), text: '' })),
  );
}

/**
 * An element's children without the white space at both ends that is not drawn; null where that cannot be
 * left out, because comments in it would stand in a text.
 */
export function innerNodes(element: Element): readonly Node[] | null {
  const { children, parent } = element;
  const front = edgeOf(children);
  const back = edgeOf([...children].reverse());
  const isBesideText = parent !== null && touchesText(parent, element, element);
  if (isBesideText && (front.hasComment || back.hasComment)) return null;
  return children.slice(front.space, Math.max(front.space, children.length - back.space));
}

/** How many nodes of white space there are before what is drawn, or before a comment. */
function edgeOf(nodes: readonly Node[]): { readonly space: number; readonly hasComment: boolean } {
  const element = nodes.findIndex(({ kind }) => kind === 'element');
  const edge = element < 0 ? nodes : nodes.slice(0, element);
  if (edge.some(isText)) return { space: 0, hasComment: false };
  const other = edge.findIndex(({ kind }) => kind !== 'text');
  return { space: other < 0 ? edge.length : other, hasComment: other >= 0 };
}

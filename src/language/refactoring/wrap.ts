import { placeOf } from '../place/elementAt.js';
import type { SyntaxDocument, TextChange } from '../syntax/document.js';
import type { Node } from '../syntax/element.js';
import {
  bareCallRefusal,
  elementsIn,
  hasBareCall,
  holdsDrawn,
  holdsSlot,
  isDrawnHere,
  isRunThrough,
  slotRefusal,
} from './drawnNodes.js';
import { moveIn, unitOf } from './indentation.js';
import { indentAt, lineEndOf } from './lines.js';
import { markedNodes, type MarkedNodes } from './markedNodes.js';
import {
  offered,
  refused,
  type Changes,
  type Marked,
  type Offer,
  type Refactoring,
} from './refactoring.js';
import { isText, touchesText } from './siblings.js';

/** What is marked in a `q:if`, whose condition holds until another is written. */
export const wrapInIf: Refactoring = {
  kind: 'refactor.rewrite.wrap.if',
  offer: (marked) => wrapping(marked, 'Wrap in q:if', 'q:if', () => 'condition="true"'),
};

/** What is marked in a `q:loop`, which goes round once until another range is written. */
export const wrapInLoop: Refactoring = {
  kind: 'refactor.rewrite.wrap.loop',
  offer: (marked) =>
    wrapping(
      marked,
      'Wrap in q:loop',
      'q:loop',
      ({ text }) => `type="range" var="${freshName(text)}" from="1" to="1"`,
    ),
};

function wrapping(
  marked: Marked,
  title: string,
  tag: string,
  attributes: (document: SyntaxDocument) => string,
): Offer | null {
  const nodes = markedNodes(marked);
  if (!nodes) return null;
  const refusal = refusalOf(nodes, marked);
  if (refusal === undefined) return null;
  if (refusal !== null) return refused(title, refusal);
  const { document } = marked.context;
  return offered(title, () => wrapped(document, nodes, tag, attributes(document)));
}

/** Why not; null where it can be done, undefined where it is not to be thought of. */
function refusalOf(
  { parent, nodes }: MarkedNodes,
  { context: { catalogue } }: Marked,
): string | null | undefined {
  const place = placeOf(parent, catalogue);
  if (!holdsDrawn(place)) return undefined;
  // What stands in the component itself beside its elements is never drawn.
  if (parent.parent === null && nodes.some(isText)) return undefined;
  if (nodes.some((node) => isBranch(node)) || isBranch(nextElement(parent.children, nodes))) {
    return undefined;
  }
  if (holdsSlot(nodes, place)) return slotRefusal;
  for (const one of elementsIn(nodes, place)) if (!isDrawnHere(one.place)) return undefined;
  return isRunThrough(place) && hasBareCall(nodes, place) ? bareCallRefusal : null;
}

function isBranch(node: Node | undefined): boolean {
  return node?.kind === 'element' && /^(?:\w+:)?else(?:if)?$/.test(node.tag.name);
}

function nextElement(children: readonly Node[], nodes: readonly Node[]): Node | undefined {
  const last = nodes.at(-1);
  const at = last ? children.indexOf(last) : -1;
  return children.slice(at + 1).find(({ kind }) => kind === 'element');
}

function wrapped(
  document: SyntaxDocument,
  { parent, nodes, start, end }: MarkedNodes,
  tag: string,
  attributes: string,
): Changes {
  const { text } = document;
  const [first, last] = [nodes[0], nodes.at(-1)];
  const hasText = !first || !last || nodes.some(isText) || touchesText(parent, first, last);
  const indent = indentAt(text, start);
  const isLine = text.slice(text.lastIndexOf('\n', start - 1) + 1, start) === indent;
  const opening = `<${tag} ${attributes}>`;
  const closing = `</${tag}>`;
  if (hasText || !isLine) {
    return { edits: [insertion(start, opening), insertion(end, closing)] };
  }
  const unit = unitOf(indent);
  const line = lineEndOf(text) + indent;
  return {
    edits: [
      insertion(start, opening + line + unit),
      ...moveIn(document, start, end, unit),
      insertion(end, line + closing),
    ],
  };
}

function insertion(at: number, text: string): TextChange {
  return { start: at, end: at, text };
}

/** A name that the page does not use. */
function freshName(text: string): string {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? 'n' : `n${count}`;
    if (!new RegExp(`\\b${name}\\b`).test(text)) return name;
  }
}

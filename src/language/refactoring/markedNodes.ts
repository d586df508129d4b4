import { elementAround, tokenBefore } from '../place/elementAt.js';
import type { SyntaxDocument } from '../syntax/document.js';
import { endOfNode, startOf, type Element, type Node } from '../syntax/element.js';
import type { Marked } from './refactoring.js';
import { isText } from './siblings.js';

/** Whole nodes that stand side by side in an element. */
export interface MarkedNodes {
  readonly parent: Element;
  /** Without white space at either end that is not drawn; at least one. */
  readonly nodes: readonly Node[];
  readonly start: number;
  readonly end: number;
}

/** The nodes that a selection holds, where it holds no piece of one; null elsewhere, and in a page that is broken. */
export function markedNodes({ context: { document }, start, end }: Marked): MarkedNodes | null {
  if (document.pairingProblems.length > 0) return null;
  const { text } = document;
  while (start < end && /\s/.test(text[start] ?? '')) start += 1;
  while (start < end && /\s/.test(text[end - 1] ?? '')) end -= 1;
  if (start === end) return null;
  let parent = elementAround(document, start);
  while (parent && end > bodyEnd(parent)) parent = parent.parent;
  if (!parent) return null;
  const { children } = parent;
  const nodes = children.filter((node) => startOf(node) < end && endOfNode(node) > start);
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (!first || !last || !nodes.every((node) => isIn(node, start, end, text))) return null;
  const from = edgeOfText(children, children.indexOf(first), -1);
  const to = edgeOfText(children, children.indexOf(last), 1);
  const whole = children.slice(from, to + 1);
  return {
    parent,
    nodes: whole,
    start: startOf(whole[0] ?? first),
    end: endOfNode(whole.at(-1) ?? last),
  };
}

/** Where the text ends that a node is part of: what is drawn of it begins and ends with its white space. */
function edgeOfText(children: readonly Node[], at: number, step: 1 | -1): number {
  if (!isText(children[at])) return at;
  let edge = at;
  for (
    let next = children[at + step];
    next && next.kind !== 'element';
    next = children[edge + step]
  ) {
    edge += step;
  }
  return edge;
}

/** White space around a text is no part of what is marked. */
function isIn(node: Node, start: number, end: number, text: string): boolean {
  const from = startOf(node);
  const to = endOfNode(node);
  if (node.kind !== 'text') return from >= start && to <= end;
  return text.slice(from, start).trim() === '' && text.slice(end, to).trim() === '';
}

/** The element in one of whose tags a caret stands; null elsewhere, and in a page that is broken. */
export function markedElement({ context: { document }, start, end }: Marked): Element | null {
  if (document.pairingProblems.length > 0) return null;
  const token = tokenBefore(document, start + 1);
  if (!token || end > endOfTag(document, token.index)) return null;
  if (token.kind === 'start') return token.element;
  return token.kind === 'end' ? elementAround(document, token.start) : null;
}

function endOfTag({ tokens }: SyntaxDocument, index: number): number {
  const token = tokens[index];
  return token ? token.start + token.length : 0;
}

function bodyEnd(element: Element): number {
  return element.endTag?.start ?? endOfNode(element);
}

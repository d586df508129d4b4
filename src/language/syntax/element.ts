import { endOf, type CData, type Comment, type Doctype, type EndTag } from './token.js';
import type { Instruction, RawText, StartTag, Text } from './token.js';

/** What an element may hold, in order. */
export type Node = Element | Text | RawText | Comment | CData | Instruction | Doctype;

/**
 * An element: its start tag and what belongs to it by the names of the tags. The object stays the same
 * while neither it nor anything in it is edited, so whatever is derived from it alone can be kept.
 */
export interface Element {
  readonly kind: 'element';
  readonly tag: StartTag;
  /** Null for an empty element, and for one that is never closed. */
  readonly endTag: EndTag | null;
  readonly children: readonly Node[];
  /** Changes when only something around the element was edited. */
  parent: Element | null;
  /** Levels of elements in it, itself included. */
  readonly height: number;
  /** Whether every tag in it has its partner in it. */
  readonly isBalanced: boolean;
}

/** Tags without a partner, and partners of different names. */
export interface PairingProblem {
  readonly code: 'unclosed-element' | 'stray-end-tag' | 'mismatched-end-tag';
  /** The tag to mark; of a mismatch the end tag. */
  readonly tag: StartTag | EndTag;
  /** Of a mismatch: the element it was taken to end. Of an unclosed one: itself. */
  readonly element: Element | null;
}

/** Offset of the element's `<`. */
export function startOf(node: Node): number {
  return node.kind === 'element' ? node.tag.start : node.start;
}

/** Offset after a node. An element that is never closed ends with what is in it. */
export function endOfNode(node: Node): number {
  return node.kind === 'element' ? endOf(lastTokenOf(node)) : endOf(node);
}

/** The last token that belongs to `element`. */
export function lastTokenOf(element: Element): StartTag | EndTag | Exclude<Node, Element> {
  let at = element;
  while (!at.endTag) {
    const last = at.children.at(-1);
    if (!last) return at.tag;
    if (last.kind !== 'element') return last;
    at = last;
  }
  return at.endTag;
}

/** The elements among an element's children. */
export function childElements(element: Element): Element[] {
  return element.children.filter((child) => child.kind === 'element');
}

import { isSpace } from '../syntax/characters.js';
import { endOfNode, startOf, type Element, type Node } from '../syntax/element.js';
import { endOf } from '../syntax/token.js';
import { isBranch, keepsBlankText, stripsText } from './elementKinds.js';

/** Something an element holds that is not white space between others. */
export interface Item {
  readonly node: Node;
  readonly start: number;
  readonly end: number;
}

/** What stands before an item, or after the last one; it may be empty. */
export interface Gap {
  readonly start: number;
  readonly end: number;
  /** White space nobody sees: the framework drops it, whatever it is. */
  isFree: boolean;
}

/** What an element holds: a gap before each item, and one at the end. */
export interface Content {
  readonly items: readonly Item[];
  readonly gaps: readonly Gap[];
}

/**
 * What `parent` holds, or for null the document. White space is free where all text up to the next elements
 * is blank. Next to text it is a part of it, and it stays. In what is broken none is free.
 */
export function contentOf(parent: Element | null, nodes: readonly Node[], text: string): Content {
  const strips = parent !== null && stripsText(parent);
  const isFixed = isBroken(parent, nodes) || (parent !== null && keepsBlankText(parent));
  const items: Item[] = [];
  const gaps: Gap[] = [];
  let start = parent ? endOf(parent.tag) : 0;
  const gapTo = (end: number): void => {
    gaps.push({ start, end, isFree: !isFixed && isWhiteSpace(text, start, end) });
  };
  for (const node of nodes) {
    const item = itemOf(node, text, strips);
    if (!item) continue;
    gapTo(item.start);
    items.push(item);
    start = item.end;
  }
  gapTo(parent ? (parent.endTag?.start ?? endOfNode(parent)) : text.length);
  if (!isFixed) fixBesideText(items, gaps, text, strips);
  return { items, gaps };
}

/** Whether a tag somewhere in it has no partner, or what stands right in it is not as it should be. */
function isBroken(parent: Element | null, nodes: readonly Node[]): boolean {
  if (parent && (!parent.isBalanced || parent.tag.problems.length > 0)) return true;
  return nodes.some((node) =>
    node.kind === 'element' ? !node.isBalanced : node.problems.length > 0,
  );
}

/** Null for white space. */
function itemOf(node: Node, text: string, strips: boolean): Item | null {
  let start = startOf(node);
  let end = endOfNode(node);
  if (node.kind !== 'text') return { node, start, end };
  if (node.isBlank && isWhiteSpace(text, start, end)) return null;
  while (strips && isSpace(text.charCodeAt(start))) start += 1;
  while (strips && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return { node, start, end };
}

function isWhiteSpace(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && isSpace(text.charCodeAt(at))) at += 1;
  return at >= end;
}

/** Takes what stands in one run of text with something to see. */
function fixBesideText(
  items: readonly Item[],
  gaps: readonly Gap[],
  text: string,
  strips: boolean,
): void {
  let first = 0;
  let isRunSeen = false;
  for (let at = 0; at <= items.length; at += 1) {
    const item = items[at];
    if (item && (item.node.kind !== 'element' || isBranch(item.node))) {
      isRunSeen ||= isSeen(item);
      continue;
    }
    if (isRunSeen && strips) fixInside(gaps.slice(first, at + 1), items.slice(first, at), text);
    else if (isRunSeen) fix(gaps.slice(first, at + 1));
    first = at + 1;
    isRunSeen = false;
  }
}

/** SQL is moved by its first line only when that is all there is of it. */
function fixInside(gaps: readonly Gap[], run: readonly Item[], text: string): void {
  fix(gaps.slice(1, -1));
  const isOnOneLine = run.every(({ start, end }) => !/[\r\n]/.test(text.slice(start, end)));
  if (!isOnOneLine) fix(gaps.slice(0, 1));
}

function isSeen({ node }: Item): boolean {
  return node.kind === 'text' || node.kind === 'cdata' || node.kind === 'raw';
}

function fix(gaps: readonly Gap[]): void {
  for (const gap of gaps) gap.isFree = false;
}

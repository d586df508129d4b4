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

const whiteSpace = /^[ \t\r\n]*$/;

/**
 * What `parent` holds, or for null the document. White space is free where all text up to the next elements
 * is blank. Next to text it is a part of it, and it stays. In what is broken none is free.
 */
export function contentOf(parent: Element | null, nodes: readonly Node[], text: string): Content {
  const strips = parent !== null && stripsText(parent);
  const items = nodes.flatMap((node) => itemOf(node, text, strips));
  const from = parent ? endOf(parent.tag) : 0;
  const to = parent ? (parent.endTag?.start ?? endOfNode(parent)) : text.length;
  const gaps = Array.from({ length: items.length + 1 }, (_, at): Gap => {
    const start = items[at - 1]?.end ?? from;
    const end = items[at]?.start ?? to;
    return { start, end, isFree: whiteSpace.test(text.slice(start, end)) };
  });
  if (isBroken(parent, nodes) || (parent && keepsBlankText(parent))) fix(gaps);
  else fixBesideText(items, gaps, text, strips);
  return { items, gaps };
}

/** Whether a tag somewhere in it has no partner, or what stands right in it is not as it should be. */
function isBroken(parent: Element | null, nodes: readonly Node[]): boolean {
  if (parent && (!parent.isBalanced || parent.tag.problems.length > 0)) return true;
  return nodes.some((node) =>
    node.kind === 'element' ? !node.isBalanced : node.problems.length > 0,
  );
}

function itemOf(node: Node, text: string, strips: boolean): Item[] {
  const start = startOf(node);
  const end = endOfNode(node);
  if (node.kind !== 'text') return [{ node, start, end }];
  const written = text.slice(start, end);
  if (whiteSpace.test(written)) return [];
  if (!strips) return [{ node, start, end }];
  const [lead = ''] = /^[ \t\r\n]*/.exec(written) ?? [];
  const [trail = ''] = /[ \t\r\n]*$/.exec(written) ?? [];
  return [{ node, start: start + lead.length, end: end - trail.length }];
}

/** Takes what stands in one run of text with something to see. */
function fixBesideText(
  items: readonly Item[],
  gaps: readonly Gap[],
  text: string,
  strips: boolean,
): void {
  let first = 0;
  for (let at = 0; at <= items.length; at += 1) {
    const item = items[at];
    if (item && (item.node.kind !== 'element' || isBranch(item.node))) continue;
    const run = items.slice(first, at);
    if (run.some(isSeen)) {
      const edges = gaps.slice(first, at + 1);
      if (strips) fixInside(edges, run, text);
      else fix(edges);
    }
    first = at + 1;
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

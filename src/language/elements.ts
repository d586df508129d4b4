import type { Scan, Tag } from './scanTags.js';

/** An element with its children, paired by name; one that is never closed ends with its parent. */
export interface Element {
  readonly open: Tag;
  /** Null for `<x/>`, void elements and what is not closed. */
  close: Tag | null;
  /** Offset after the element. */
  end: number;
  readonly children: Element[];
}

const voids = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** Deeper elements become children of this level: the framework stops at about 165, callers recurse. */
const deepest = 500;

/** The elements of a scan as trees. A closing tag without its opening one is passed over. */
export function elements(scan: Scan, textLength: number): Element[] {
  const roots: Element[] = [];
  const open: Element[] = [];
  /** How many of each name are open, so that a stray closing tag costs nothing. */
  const counts = new Map<string, number>();
  const leave = (end: number, close: Tag | null): string | undefined => {
    const element = open.pop();
    if (!element) return undefined;
    element.end = end;
    element.close = close;
    counts.set(element.open.name, (counts.get(element.open.name) ?? 1) - 1);
    return element.open.name;
  };
  for (const tag of scan.tags) {
    if (tag.kind === 'close') {
      if ((counts.get(tag.name) ?? 0) === 0) continue;
      while (open.at(-1)?.open.name !== tag.name) leave(tag.start, null);
      leave(tag.end, tag);
      continue;
    }
    const element: Element = { open: tag, close: null, end: tag.end, children: [] };
    (open[Math.min(open.length, deepest) - 1]?.children ?? roots).push(element);
    if (tag.kind === 'self' || voids.has(tag.name)) continue;
    open.push(element);
    counts.set(tag.name, (counts.get(tag.name) ?? 0) + 1);
  }
  while (open.length > 0) leave(textLength, null);
  return roots;
}

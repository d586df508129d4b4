import type { SyntaxDocument } from './syntax/document.js';
import { childElements, endOfNode, type Element } from './syntax/element.js';
import { endOf, type StartTag } from './syntax/token.js';

/** A stretch of a document, by offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * What a selection at `offset` grows to, the smallest first: a value, an attribute, a tag, what an element
 * holds, the element, and so on outwards.
 */
export function growingRanges(document: SyntaxDocument, offset: number): Stretch[] {
  const ranges: Stretch[] = [];
  let inside = document.roots;
  for (;;) {
    const element = inside.find((one) => one.tag.start <= offset && offset <= endOfNode(one));
    if (!element) break;
    ranges.unshift(...rangesOf(element, offset));
    inside = childElements(element);
  }
  return ranges.filter(({ start, end }, at) => {
    const larger = ranges[at + 1];
    return start <= offset && offset <= end && !(larger?.start === start && larger.end === end);
  });
}

function rangesOf(element: Element, offset: number): Stretch[] {
  const { tag, endTag } = element;
  const whole = { start: tag.start, end: endOfNode(element) };
  if (offset < endOf(tag))
    return [...inTag(tag, offset), { start: tag.start, end: endOf(tag) }, whole];
  if (endTag && offset > endTag.start) return [{ start: endTag.start, end: endOf(endTag) }, whole];
  return [{ start: endOf(tag), end: endTag?.start ?? whole.end }, whole];
}

function inTag(tag: StartTag, offset: number): Stretch[] {
  for (const { name, start, end, value, valueStart } of tag.attributes) {
    const at = tag.start;
    if (offset < at + start || offset > at + end) continue;
    const whole = { start: at + start, end: at + end };
    if (value === null || offset < at + valueStart) {
      return [{ start: at + start, end: at + start + name.length }, whole];
    }
    return [{ start: at + valueStart, end: at + valueStart + value.length }, whole];
  }
  return [{ start: tag.start + 1, end: tag.start + 1 + tag.name.length }];
}

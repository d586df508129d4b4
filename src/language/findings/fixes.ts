import { endOf, type Attribute } from '../syntax/token.js';
import type { Element } from '../syntax/element.js';
import type { FixEdit } from './finding.js';

/** Writes another name in the start tag, and in the end tag where there is one. */
export function renameElement({ tag, endTag }: Element, name: string): FixEdit[] {
  const edits = [{ start: tag.start + 1, end: tag.start + 1 + tag.name.length, text: name }];
  if (endTag) {
    const start = endTag.start + 2;
    edits.push({ start, end: start + endTag.name.length, text: name });
  }
  return edits;
}

/** Writes another name for an attribute. */
export function renameAttribute(
  { tag }: Element,
  { start, name }: Attribute,
  to: string,
): FixEdit[] {
  const at = tag.start + start;
  return [{ start: at, end: at + name.length, text: to }];
}

/** Takes an attribute away, with the white space before it. */
export function removeAttribute(element: Element, attribute: Attribute, text: string): FixEdit[] {
  const { tag } = element;
  let start = tag.start + attribute.start;
  while (/\s/.test(text[start - 1] ?? '')) start -= 1;
  return [{ start, end: tag.start + attribute.end, text: '' }];
}

/** Writes an attribute behind those there are. */
export function addAttribute({ tag }: Element, name: string, value: string): FixEdit[] {
  const last = tag.attributes.at(-1);
  const at = tag.start + (last ? last.end : 1 + tag.name.length);
  return [{ start: at, end: at, text: ` ${name}="${value}"` }];
}

/** Writes another value between the quotes; quotes come where there were none. */
export function setValue({ tag }: Element, attribute: Attribute, value: string): FixEdit[] {
  const start = tag.start + attribute.valueStart;
  if (attribute.value === null) return [{ start, end: start, text: `="${value}"` }];
  const text = attribute.quote === null ? `"${value}"` : value;
  return [{ start, end: start + attribute.value.length, text }];
}

/** Takes the whole element away. */
export function removeElement({ tag, endTag }: Element): FixEdit[] {
  return [{ start: tag.start, end: endOf(endTag ?? tag), text: '' }];
}

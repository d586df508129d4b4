import type { Span } from '../expression/ast.js';
import { elementAround, tokenBefore } from '../place/elementAt.js';
import type { SyntaxDocument } from '../syntax/document.js';
import type { Element } from '../syntax/element.js';
import { endOf, type EndTag, type StartTag } from '../syntax/token.js';

/** The names of a start tag and its end tag, `q:` and all, when a caret at `offset` stands in one of them. */
export function linkedNames(document: SyntaxDocument, offset: number): readonly Span[] | null {
  const element = elementOfTagAt(document, offset);
  // Another name is a mistake that is being mended: each end by itself.
  if (!element?.endTag || element.endTag.name !== element.tag.name) return null;
  const names = [nameOf(element.tag), nameOf(element.endTag)];
  return names.some(({ start, end }) => start <= offset && offset <= end) ? names : null;
}

/**
 * Where the partner of a tag begins to be named: the end tag's name from a start tag, else the start tag's;
 * from the body of an element that of its start tag. Null where there is none.
 */
export function matchingTag(document: SyntaxDocument, offset: number): number | null {
  const element = elementOfTagAt(document, offset) ?? elementAround(document, offset);
  if (!element) return null;
  const isInStart = element.tag.start <= offset && offset <= endOf(element.tag);
  if (!isInStart) return nameOf(element.tag).start;
  return element.endTag ? nameOf(element.endTag).start : null;
}

/** The element in whose start or end tag a caret stands; between two tags the one behind. */
function elementOfTagAt(document: SyntaxDocument, offset: number): Element | null {
  const before = tokenBefore(document, offset);
  const behind = document.tokens[(before?.index ?? -1) + 1];
  for (const token of behind?.start === offset ? [behind, before] : [before]) {
    if (token?.kind === 'start') return token.element;
    if (token?.kind === 'end') return elementEndedBy(document, token);
  }
  return null;
}

function elementEndedBy(document: SyntaxDocument, tag: EndTag): Element | null {
  // What lies just before an end tag is the element's own tag, or something in it.
  const around = elementAround(document, tag.start);
  return around?.endTag === tag ? around : null;
}

function nameOf(tag: StartTag | EndTag): Span {
  const start = tag.start + (tag.kind === 'start' ? 1 : 2);
  return { start, end: start + tag.name.length };
}

import { elementAround, tokenBefore } from '../place/elementAt.js';
import type { SyntaxDocument, TextChange } from '../syntax/document.js';
import type { Element } from '../syntax/element.js';
import { endOf, type StartTag } from '../syntax/token.js';
import { contentOf } from './content.js';
import { isPreformatted, keepsBlankText, stripsText } from './elementKinds.js';
import type { FormatOptions } from './formatOptions.js';
import { indentationAt, indentationEnd, lineStart } from './lines.js';

/** The change that puts an end tag, whose `>` was typed before `offset`, below its start tag. */
export function formatTypedTag(document: SyntaxDocument, offset: number): TextChange[] {
  const { text } = document;
  const token = tokenBefore(document, offset);
  if (token?.kind !== 'end' || endOf(token) !== offset) return [];
  if (token.start !== indentationEnd(text, offset)) return [];
  const element = elementAround(document, token.start);
  if (element?.endTag !== token || isInPreformatted(element)) return [];
  const last = contentOf(element, element.children, text).gaps.at(-1);
  if (last?.isFree !== true) return [];
  return indented(text, offset, indentationAt(text, element.tag.start));
}

/** The change that indents the line that was begun before `offset`; none where its white space is seen. */
export function formatTypedLine(
  document: SyntaxDocument,
  options: FormatOptions,
  offset: number,
): TextChange[] {
  const { text } = document;
  const rest = text.slice(indentationEnd(text, offset), indentationEnd(text, offset) + 2);
  const token = tokenBefore(document, offset);
  if (token?.kind === 'start' && endOf(token) > offset) {
    if (isInAttribute(token, offset - token.start)) return [];
    const base = indentationAt(text, token.start);
    return indented(text, offset, /^(?:>|\/>)/.test(rest) ? base : base + options.unit);
  }
  if (token?.kind !== 'text' || !token.isBlank) return [];
  const element = elementAround(document, offset);
  if (!element) return indented(text, offset, '');
  if (isInPreformatted(element) || keepsBlankText(element) || stripsText(element)) return [];
  const base = indentationAt(text, element.tag.start);
  return indented(text, offset, rest === '</' ? base : base + options.unit);
}

function indented(text: string, offset: number, indentation: string): TextChange[] {
  if (indentationAt(text, offset) === indentation) return [];
  const start = lineStart(text, offset);
  return [{ start, end: indentationEnd(text, offset), text: indentation }];
}

function isInAttribute({ attributes }: StartTag, offset: number): boolean {
  return attributes.some(({ start, end }) => start < offset && offset < end);
}

function isInPreformatted(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parent) if (isPreformatted(at)) return true;
  return false;
}

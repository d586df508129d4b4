import { endOfNode, startOf, type Element } from '../syntax/element.js';
import type { TextChange } from '../syntax/document.js';

/** Takes an element away, and its line where nothing else stands in it. */
export function removeWithLine(element: Element, text: string): TextChange {
  let start = startOf(element);
  const end = endOfNode(element);
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start -= 1;
  const isAlone = text[start - 1] === '\n' && /^[ \t]*(?:\r?\n|$)/.test(text.slice(end, end + 200));
  if (!isAlone) return { start: startOf(element), end, text: '' };
  return { start: text[start - 2] === '\r' ? start - 2 : start - 1, end, text: '' };
}

/** What a line begins with up to its first letter; of the line that holds `offset`. */
export function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

/** How the lines of a text end. */
export function lineEndOf(text: string): string {
  const at = text.indexOf('\n');
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}

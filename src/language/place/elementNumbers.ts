import { endOf, type StartTag } from '../syntax/token.js';
import { endOfNode, type Element } from '../syntax/element.js';
import type { SyntaxDocument } from '../syntax/document.js';

/**
 * Elements by the number of their start tag in the file, from 0: what a drawn page says of where its parts
 * come from.
 */
export function elementsByNumber(
  syntax: SyntaxDocument,
  numbers: readonly number[],
): ({ start: number; end: number } | null)[] {
  const tags = syntax.tokens.filter((token): token is StartTag => token.kind === 'start');
  return numbers.map((number) => {
    const tag = tags[number];
    return tag ? { start: tag.start, end: endOf(tag) } : null;
  });
}

/** The number of the innermost element around `offset`, and those of the elements around it, innermost first. */
export function elementNumbersAt(syntax: SyntaxDocument, offset: number): number[] {
  const around: Element[] = [];
  let level: readonly Element[] = syntax.roots;
  for (;;) {
    const inside = level.find((one) => one.tag.start <= offset && offset < endOfNode(one));
    if (!inside) break;
    around.unshift(inside);
    level = inside.children.filter((child) => child.kind === 'element');
  }
  if (around.length === 0) return [];
  const numbers = new Map<StartTag, number>();
  for (const token of syntax.tokens) if (token.kind === 'start') numbers.set(token, numbers.size);
  return around.flatMap(({ tag }) => numbers.get(tag) ?? []);
}

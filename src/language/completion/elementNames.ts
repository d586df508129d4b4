import type { SyntaxDocument } from '../syntax/document.js';
import type { Element } from '../syntax/element.js';
import { attributeOf } from '../syntax/token.js';

/** Every element written `name`, in order. */
export function elementsNamed(document: SyntaxDocument, ...names: readonly string[]): Element[] {
  const found: Element[] = [];
  for (const token of document.tokens) {
    if (token.kind === 'start' && token.element && names.includes(token.name)) {
      found.push(token.element);
    }
  }
  return found;
}

/** What those elements are called by `attribute`, each name once. */
export function namesOf(
  document: SyntaxDocument,
  attribute: string,
  ...names: readonly string[]
): string[] {
  const found = new Set<string>();
  for (const { tag } of elementsNamed(document, ...names)) {
    const name = attributeOf(tag, attribute)?.value;
    if (name && !name.includes('{')) found.add(name);
  }
  return [...found];
}

/** The nearest element around `element` written so, itself included. */
export function enclosing(element: Element | null, ...names: readonly string[]): Element | null {
  for (let at = element; at; at = at.parent) if (names.includes(at.tag.name)) return at;
  return null;
}

/** The value of an attribute that is there and says something without braces. */
export function plainValue(element: Element | null, attribute: string): string | null {
  const value = element ? attributeOf(element.tag, attribute)?.value : null;
  return value && !value.includes('{') ? value : null;
}

import type { SyntaxDocument } from '../syntax/document.js';
import type { Element, Node } from '../syntax/element.js';
import { attributeOf } from '../syntax/token.js';

interface Known {
  readonly at: readonly Node[];
  readonly byName: ReadonlyMap<string, readonly Element[]>;
}

/** Kept until the next edit: one answer about a document asks often. */
const known = new WeakMap<SyntaxDocument, Known>();

/** Every element written with one of those names, in order. */
export function elementsNamed(
  document: SyntaxDocument,
  ...names: readonly string[]
): readonly Element[] {
  let kept = known.get(document);
  if (kept?.at !== document.nodes) {
    kept = { at: document.nodes, byName: byName(document) };
    known.set(document, kept);
  }
  const { byName: all } = kept;
  const [first = '', ...others] = names;
  const found = all.get(first) ?? [];
  if (!others.some((name) => all.has(name))) return found;
  const more = others.flatMap((name) => all.get(name) ?? []);
  return [...found, ...more].sort((a, b) => a.tag.start - b.tag.start);
}

function byName({ tokens }: SyntaxDocument): Map<string, Element[]> {
  const found = new Map<string, Element[]>();
  for (const token of tokens) {
    if (token.kind !== 'start' || !token.element) continue;
    const same = found.get(token.name);
    if (same) same.push(token.element);
    else found.set(token.name, [token.element]);
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

import type { SyntaxDocument } from './document.js';
import { childElements, type Element } from './element.js';
import { frameworkPrefixes, prefixOf } from './names.js';
import type { SyntaxProblem } from './problems.js';
import type { Attribute, Token } from './token.js';

/** Namespaces of the framework by the prefixes it declares itself. */
export const namespaces = {
  q: 'https://quantum.lang/ns',
  ui: 'https://quantum.lang/ui',
  qg: 'https://quantum.lang/game',
  qt: 'https://quantum.lang/terminal',
  qtest: 'https://quantum.lang/testing',
} as const;

/**
 * Prefixes without a declaration. The framework declares its own on the first element, unless the text
 * `xmlns:PREFIX=` occurs anywhere at all; it does so by the end of that element's start tag, which must
 * therefore hold no `>` in a value.
 */
export function namespaceProblems(
  document: SyntaxDocument,
  notable: readonly Token[],
): SyntaxProblem[] {
  const { text, roots, dialect } = document;
  const declares = text.includes('xmlns:');
  const problems = dialect === 'page' ? rootProblems(roots, text, declares) : [];
  // Without a declaration anywhere the framework declares whatever prefix of its own an element has.
  if (!declares && !notable.some(needsDeclaration)) return problems;
  const bound = new Set<string>(['xml']);
  for (const prefix of dialect === 'test' ? ['q', 'test'] : frameworkPrefixes) {
    if (dialect === 'test' || injects(text, prefix, declares)) bound.add(prefix);
  }
  for (const element of roots) visit(element, bound, problems);
  return problems;
}

function needsDeclaration(token: Token): boolean {
  return token.kind === 'start' && token.prefixes.length > 0;
}

function injects(text: string, prefix: string, declares: boolean): boolean {
  if (declares && text.includes(`xmlns:${prefix}=`)) return false;
  if (text.includes(`<${prefix}:`) || text.includes(`</${prefix}:`)) return true;
  const type = { qg: 'game', qt: 'terminal', ui: 'ui' }[prefix];
  return type !== undefined && text.includes(`type="${type}"`);
}

function rootProblems(
  [root]: readonly Element[],
  text: string,
  declares: boolean,
): SyntaxProblem[] {
  const attribute = root?.tag.attributes.find(({ value }) => value?.includes('>'));
  if (!root || !attribute) return [];
  const declaresAny = [...frameworkPrefixes].some((prefix) => injects(text, prefix, declares));
  return declaresAny ? [valueProblem('root-greater-than', root, attribute)] : [];
}

function visit(element: Element, outer: ReadonlySet<string>, problems: SyntaxProblem[]): void {
  const { tag } = element;
  let bound = outer;
  for (const attribute of tag.attributes) {
    if (prefixOf(attribute.name) !== 'xmlns') continue;
    const prefix = attribute.name.slice(6);
    const isReserved = prefix === 'xml' || prefix === 'xmlns';
    if ((attribute.value ?? '') === '' || isReserved) {
      problems.push(valueProblem('bad-namespace', element, attribute));
    }
    bound = new Set([...bound, prefix]);
  }
  const own = prefixOf(tag.name);
  if (own !== '' && !bound.has(own)) {
    const start = tag.start + 1;
    problems.push({ code: 'unbound-prefix', start, end: start + tag.name.length, element });
  }
  for (const { name, start } of tag.attributes) {
    const prefix = prefixOf(name);
    if (prefix === '' || prefix === 'xmlns' || bound.has(prefix)) continue;
    const at = tag.start + start;
    problems.push({ code: 'unbound-prefix', start: at, end: at + name.length, element });
  }
  for (const child of childElements(element)) visit(child, bound, problems);
}

function valueProblem(
  code: 'root-greater-than' | 'bad-namespace',
  element: Element,
  attribute: Attribute,
): SyntaxProblem {
  const { start } = element.tag;
  return { code, start: start + attribute.start, end: start + attribute.end, element };
}

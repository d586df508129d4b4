import type { LanguageContext } from '../completion/languageContext.js';
import type { Definition } from '../scope/definition.js';
import { definitionsNamed, reaches, type Region } from '../scope/region.js';
import type { Element } from '../syntax/element.js';
import type { NamedSymbol } from './symbol.js';
import { writtenNames, type WrittenName } from './writtenName.js';

/** What a name means in an element, and the part of it that is the symbol's own name; null when nothing binds it. */
export function resolve(
  name: string,
  element: Element,
  region: Region,
  context: LanguageContext,
): { symbol: NamedSymbol; written: string } | null {
  const definition = definitionsNamed(region, name).find((one) => reaches(one, element));
  if (!definition) return null;
  const owner = region.definitions.has(name) ? region : (region.outer ?? region);
  const [written] = writtenNames(definition);
  const plain = { text: name, start: 0, end: 0, isDerived: false };
  return {
    symbol: symbolOf(definition, written ?? plain, owner, context),
    written: written?.text ?? name,
  };
}

/** The symbol of a definition in its region. */
export function symbolOf(
  { scope, kind, element }: Definition,
  { text }: WrittenName,
  { facts }: Region,
  { path }: LanguageContext,
): NamedSymbol {
  if (scope !== null) return { kind: 'scoped', name: text, owner: scope };
  if (kind === 'function') return { kind: 'function', name: text, owner: '' };
  if (kind === 'parameter' && element.parent?.parent === null && path !== null) {
    if (element.parent === facts.element) return { kind: 'prop', name: text, owner: path };
  }
  return { kind: 'variable', name: text, owner: String(facts.element.tag.start) };
}

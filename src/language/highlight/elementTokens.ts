import { tagsNamed } from '../catalogue/lookups.js';
import type { Catalogue } from '../catalogue/types.js';
import type { LanguageContext } from '../completion/languageContext.js';
import { parameterSpans } from '../findings/rules/sqlParameters.js';
import type { Place } from '../place/place.js';
import { sqlOf } from '../project/sql/sqlOf.js';
import type { Element } from '../syntax/element.js';
import { attributeOf } from '../syntax/token.js';
import { TokenCollector, type SemanticToken, type TokenType } from './semanticToken.js';

type Surroundings = Pick<LanguageContext, 'document' | 'catalogue'>;

const kept = new WeakMap<Element, { place: Place; tokens: readonly SemanticToken[] }>();

/**
 * What is told by elements alone: calls, tags that do not exist, parameters of SQL. Counted from the start
 * of `element`, and made once for one that is not edited.
 */
export function elementTokens(
  element: Element,
  place: Place,
  context: Surroundings,
): readonly SemanticToken[] {
  const known = kept.get(element);
  if (known?.place === place) return known.tokens;
  const collector = new TokenCollector(element.tag.start);
  const type = typeOfName(place, context.catalogue);
  if (type !== null) addNames(element, type, collector);
  if (place.tag?.text === 'sql') addParameters(element, context.document.text, collector);
  if (place.name === 'q:param' && place.parent?.tag?.text === 'sql') {
    addDeclaration(element, collector);
  }
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    const inner = elementTokens(child, place.enter(child.tag.name), context);
    collector.addAll(inner, child.tag.start);
  }
  const { tokens } = collector;
  kept.set(element, { place, tokens });
  return tokens;
}

/** Null for tags that are what they look like. */
function typeOfName(place: Place, catalogue: Catalogue): TokenType | null {
  if (place.kind === 'call') return 'class';
  if (place.kind === 'html' || place.read) return null;
  const exists = tagsNamed(catalogue, place.name).some(({ removed }) => removed === null);
  return exists ? null : 'unknownTag';
}

function addNames({ tag, endTag }: Element, type: TokenType, tokens: TokenCollector): void {
  tokens.add(tag.start + 1, tag.start + 1 + tag.name.length, type);
  if (!endTag) return;
  tokens.add(endTag.start + 2, endTag.start + 2 + endTag.name.length, type);
}

function addParameters(element: Element, text: string, tokens: TokenCollector): void {
  const found = sqlOf(element, text);
  const base = element.tag.start;
  for (const { start, end } of parameterSpans(found.sql)) {
    tokens.add(base + found.offset(start), base + found.offset(end - 1) + 1, 'parameter');
  }
}

/** The name that a parameter of a query gives to its value. */
function addDeclaration({ tag }: Element, tokens: TokenCollector): void {
  const name = attributeOf(tag, 'name');
  if (!name?.value || !/^\w+$/.test(name.value)) return;
  const start = tag.start + name.valueStart;
  tokens.add(start, start + name.value.length, 'parameter', 'declaration');
}

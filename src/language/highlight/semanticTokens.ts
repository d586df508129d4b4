import type { LanguageContext } from '../completion/languageContext.js';
import { placesOf } from '../place/place.js';
import { elementTokens } from './elementTokens.js';
import { nameTokens } from './nameTokens.js';
import { TokenCollector, type SemanticToken } from './semanticToken.js';

/** The words of a document whose colour only their meaning tells, in order and apart from each other. */
export function semanticTokens(context: LanguageContext): SemanticToken[] {
  const { document, catalogue, names } = context;
  const tokens = new TokenCollector(0);
  const places = placesOf(catalogue);
  for (const root of document.roots) {
    const found = elementTokens(root, places.enter(root.tag.name), context);
    tokens.addAll(found, root.tag.start);
  }
  // Tests bind no names.
  if (document.dialect !== 'test') {
    for (const root of names.outermost()) {
      tokens.addAll(nameTokens(root, catalogue, document.text), root.facts.element.tag.start);
    }
  }
  return [...tokens.tokens].sort((a, b) => a.start - b.start);
}

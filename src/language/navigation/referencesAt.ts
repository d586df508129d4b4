import type { LanguageContext } from '../completion/languageContext.js';
import { occurrenceAt, occurrencesIn } from './occurrencesIn.js';
import { documentsNaming, type PlacedDocument, type ReadDocument } from './projectDocuments.js';
import { isSameSymbol, type NamedSymbol, type Occurrence } from './symbol.js';

/** What one document says of a symbol. */
export interface DocumentReferences extends PlacedDocument {
  readonly occurrences: readonly Occurrence[];
}

/** The places of one document that name what stands at `offset`. */
export function highlightsAt(context: LanguageContext, offset: number): readonly Occurrence[] {
  const at = occurrenceAt(context, offset);
  return at ? ofSymbol(context, at.symbol) : [];
}

/** Every place of the project that names what stands at `offset`, its own document first. */
export async function referencesAt(
  context: LanguageContext,
  offset: number,
  read: ReadDocument,
): Promise<DocumentReferences[]> {
  const at = occurrenceAt(context, offset);
  return at ? referencesTo(at.symbol, context, read) : [];
}

/** Every place of the project of `context` that names `symbol`. */
export async function referencesTo(
  symbol: NamedSymbol,
  context: LanguageContext,
  read: ReadDocument,
): Promise<DocumentReferences[]> {
  const documents = await documentsNaming(symbol, context, read);
  return documents.map((document) => ({
    ...document,
    occurrences: ofSymbol(document.context, symbol),
  }));
}

function ofSymbol(context: LanguageContext, symbol: NamedSymbol): readonly Occurrence[] {
  return occurrencesIn(context).filter((one) => isSameSymbol(one.symbol, symbol));
}

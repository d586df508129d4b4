import type { LanguageContext } from '../completion/languageContext.js';
import { definitionsIn, occurrenceAt } from './occurrencesIn.js';
import { documentsNaming, type PlacedDocument, type ReadDocument } from './projectDocuments.js';
import type { Occurrence } from './symbol.js';

/** A place in a document. */
export interface Target extends PlacedDocument {
  readonly start: number;
  readonly end: number;
}

/** Where what stands at a place is made. */
export interface Definitions {
  /** What was asked about. */
  readonly origin: Occurrence;
  readonly targets: readonly Target[];
}

/** Where what stands at `offset` is made; null where nothing is named. */
export async function definitionsAt(
  context: LanguageContext,
  offset: number,
  read: ReadDocument,
): Promise<Definitions | null> {
  const origin = occurrenceAt(context, offset);
  if (!origin) return null;
  const { symbol } = origin;
  if (symbol.kind === 'component' || symbol.kind === 'page') {
    const file = symbol.owner === context.path ? context : await read(symbol.owner);
    return { origin, targets: file ? [fileTarget(symbol.owner, file)] : [] };
  }
  const documents = await documentsNaming(symbol, context, read);
  const targets = documents.flatMap(({ path, context: of }) =>
    definitionsIn(of, symbol).map(({ start, end }) => ({ path, context: of, start, end })),
  );
  return { origin, targets };
}

/** A whole file: the name of its outermost tag. */
export function fileTarget(path: string, context: LanguageContext): Target {
  const [root] = context.document.roots;
  const start = root ? root.tag.start + 1 : 0;
  return { path, context, start, end: start + (root?.tag.name.length ?? 0) };
}

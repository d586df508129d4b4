import { documentSymbols, foldingRanges, selectionRanges } from '../structure.js';
import type { FeatureContext } from './feature.js';

/** Outline, folding, and growing a selection. */
export function offerStructure({ connection, document }: FeatureContext): void {
  connection.onDocumentSymbol(({ textDocument }) => {
    const page = document(textDocument.uri);
    return page?.kind === 'page' ? documentSymbols(page) : [];
  });
  connection.onFoldingRanges(({ textDocument }) => {
    const page = document(textDocument.uri);
    return page?.kind === 'page' ? foldingRanges(page) : [];
  });
  connection.onSelectionRanges(({ textDocument, positions }) => {
    const page = document(textDocument.uri);
    return page?.kind === 'page' ? selectionRanges(page, positions) : [];
  });
}

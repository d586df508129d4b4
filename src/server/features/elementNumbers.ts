import type { Range } from 'vscode-languageserver';
import { elementNumbersAt, elementsByNumber } from '../../language/place/elementNumbers.js';
import {
  elementPlaces,
  elementNumbers,
  type ElementPlacesParams,
  type PlaceInDocument,
} from '../../protocol/languageServer.js';
import { rangeIn } from '../positions.js';
import type { FeatureContext } from './feature.js';

/** Where the parts of a drawn page come from, and which part a place of the source draws. */
export function offerElementNumbers({ connection, document }: FeatureContext): void {
  connection.onRequest(
    elementPlaces,
    ({ textDocument, elements }: ElementPlacesParams): (Range | null)[] => {
      const page = document(textDocument.uri);
      if (page?.kind !== 'page') return elements.map(() => null);
      return elementsByNumber(page.syntax, elements).map((span) => span && rangeIn(page, span));
    },
  );
  connection.onRequest(elementNumbers, ({ textDocument, position }: PlaceInDocument): number[] => {
    const page = document(textDocument.uri);
    if (page?.kind !== 'page') return [];
    return elementNumbersAt(page.syntax, page.lines.offsetAt(position, page.text));
  });
}

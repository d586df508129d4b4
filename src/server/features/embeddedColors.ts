import type { ColorInformation, ColorPresentation } from 'vscode-languageserver';
import { cssRegionAt, cssRegionsIn } from '../../language/embedded/css/cssRegions.js';
import { offsetsIn, rangeIn } from '../positions.js';
import type { EmbeddedServices } from './embeddedServices.js';
import type { FeatureContext } from './feature.js';

/** The colours of the CSS in a page, and the ways to write another one. */
export function offerColors(
  { connection, document }: FeatureContext,
  services: EmbeddedServices,
): void {
  connection.onDocumentColor(async ({ textDocument }): Promise<ColorInformation[]> => {
    const page = document(textDocument.uri);
    if (page?.kind !== 'page') return [];
    if (cssRegionsIn(page.syntax).length === 0) return [];
    const css = await services.css();
    // While it was loaded the page may have changed: what is told is about the page as it is now.
    return cssRegionsIn(page.syntax).flatMap((region) =>
      css.colors(region).map(({ color, ...span }) => ({ color, range: rangeIn(page, span) })),
    );
  });
  connection.onColorPresentation(async ({ textDocument, color, range }) => {
    const page = document(textDocument.uri);
    if (page?.kind !== 'page') return [];
    const span = offsetsIn(page, range);
    const region = cssRegionAt(page.syntax, span.start);
    if (!region) return [];
    const presentations = (await services.css()).presentations(region, span, color);
    return presentations.map(({ label }): ColorPresentation => {
      return { label, textEdit: { range, newText: label } };
    });
  });
}

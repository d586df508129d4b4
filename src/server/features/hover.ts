import { MarkupKind, type Hover } from 'vscode-languageserver';
import { hoverConfiguration } from '../../language/configuration/hoverConfiguration.js';
import { cssRegionAt } from '../../language/embedded/css/cssRegions.js';
import { htmlNameAt } from '../../language/embedded/html/htmlPlace.js';
import { hoverAt, type Hover as Known } from '../../language/hover/hoverAt.js';
import { rangeIn } from '../positions.js';
import type { PageDocument } from '../openDocument.js';
import type { EmbeddedServices } from './embeddedServices.js';
import type { FeatureContext } from './feature.js';

/** What is known of what stands at a place. */
export function offerHover(
  { connection, document, project }: FeatureContext,
  services: EmbeddedServices,
): void {
  connection.onHover(async ({ textDocument, position }): Promise<Hover | null> => {
    const opened = document(textDocument.uri);
    if (!opened) return null;
    const offset = opened.lines.offsetAt(position, opened.text);
    const found =
      opened.kind === 'page'
        ? (hoverAt(opened.context(project(opened)), offset) ??
          (await embeddedHover(opened, offset, services)))
        : hoverConfiguration(opened.text, offset);
    if (!found) return null;
    const contents = { kind: MarkupKind.Markdown, value: found.markdown };
    return { contents, range: rangeIn(opened, found) };
  });
}

/** What the services of CSS and HTML know of a place. */
async function embeddedHover(
  { syntax, catalogue }: PageDocument,
  offset: number,
  services: EmbeddedServices,
): Promise<Known | null> {
  // A pointer is over the character behind it.
  const region = cssRegionAt(syntax, offset + 1);
  if (region) return (await services.css()).hover(region, offset);
  const at = htmlNameAt(syntax, catalogue, offset);
  const markdown = at && (await services.html()).describe(at.name);
  return at && markdown ? { start: at.start, end: at.end, markdown } : null;
}

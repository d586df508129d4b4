import type { Catalogue } from '../../catalogue/types.js';
import { completionContextAt } from '../../completion/completionContext.js';
import { isMarkup } from '../../completion/tagItems.js';
import { placeOf, tokenBefore } from '../../place/elementAt.js';
import type { SyntaxDocument } from '../../syntax/document.js';
import type { HtmlName } from './htmlFacts.js';

/** Whether HTML could be written at a caret: only then its facts are worth loading. */
export function takesHtml(document: SyntaxDocument, catalogue: Catalogue, offset: number): boolean {
  const at = completionContextAt(document, catalogue, offset);
  switch (at.kind) {
    case 'tag':
    case 'text':
      return at.inside !== null && isMarkup(at.inside);
    case 'attribute':
    case 'value':
      return at.place.kind === 'html';
    case 'closing':
    case 'expression':
    case 'none':
      return false;
    default:
      return at satisfies never;
  }
}

/** A name of HTML with its place in the document. */
export interface HtmlNameAt {
  readonly name: HtmlName;
  readonly start: number;
  readonly end: number;
}

/** The name of HTML over which a pointer at `offset` is; null where there is none. */
export function htmlNameAt(
  document: SyntaxDocument,
  catalogue: Catalogue,
  offset: number,
): HtmlNameAt | null {
  const tag = tokenBefore(document, offset + 1);
  if (tag?.kind !== 'start' || !tag.element) return null;
  if (placeOf(tag.element, catalogue).kind !== 'html') return null;
  const element = tag.name;
  const at = offset - tag.start;
  const found = (name: HtmlName, start: number, length: number): HtmlNameAt => ({
    name,
    start: tag.start + start,
    end: tag.start + start + length,
  });
  if (at >= 1 && at <= element.length) return found({ element }, 1, element.length);
  for (const { name, start, value, valueStart } of tag.attributes) {
    if (at >= start && at < start + name.length)
      return found({ element, attribute: name }, start, name.length);
    if (value !== null && at >= valueStart && at < valueStart + value.length)
      return found({ element, attribute: name, value }, valueStart, value.length);
  }
  return null;
}

import type { LinkedEditingRanges, Position } from 'vscode-languageserver';
import { linkedNames, matchingTag } from '../../language/tags/matchingTags.js';
import { matchingTag as request, type PlaceInDocument } from '../../protocol/languageServer.js';
import { rangeIn } from '../positions.js';
import type { FeatureContext } from './feature.js';

/** What may stand in the name of a tag, `q:` and all. */
const tagName = '[\\w:.\\-]+';

/** The names of a start tag and its end tag as one, and the way between them. */
export function offerTags({ connection, document }: FeatureContext): void {
  connection.languages.onLinkedEditingRange(
    ({ textDocument, position }): LinkedEditingRanges | null => {
      const page = document(textDocument.uri);
      if (page?.kind !== 'page') return null;
      const names = linkedNames(page.syntax, page.lines.offsetAt(position, page.text));
      if (!names) return null;
      return { ranges: names.map((name) => rangeIn(page, name)), wordPattern: tagName };
    },
  );
  connection.onRequest(request, ({ textDocument, position }: PlaceInDocument): Position | null => {
    const page = document(textDocument.uri);
    if (page?.kind !== 'page') return null;
    const found = matchingTag(page.syntax, page.lines.offsetAt(position, page.text));
    return found === null ? null : page.lines.positionAt(found);
  });
}

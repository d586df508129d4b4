import {
  DocumentHighlightKind,
  ErrorCodes,
  ResponseError,
  type DocumentHighlight,
  type Location,
  type LocationLink,
  type Position,
} from 'vscode-languageserver';
import { definitionsAt } from '../../language/navigation/definitionsAt.js';
import { highlightsAt, referencesAt } from '../../language/navigation/referencesAt.js';
import type { PageDocument } from '../openDocument.js';
import type { OtherPages } from '../otherPages.js';
import { rangeIn } from '../positions.js';
import type { FeatureContext } from './feature.js';

interface Asked {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

/** Where names are made, and where they are used. */
export function offerNavigation(context: FeatureContext): void {
  const { connection } = context;
  connection.onDefinition(async (asked, token): Promise<LocationLink[] | Location[] | null> => {
    const at = placeOf(context, asked);
    if (!at) return null;
    const found = await definitionsAt(at.page.context(at.project), at.offset, at.pages.read);
    if (!found || token.isCancellationRequested) return null;
    const originSelectionRange = rangeIn(at.page, found.origin);
    const targets = found.targets.map((target) => {
      const page = at.pages.of(target.context);
      return { uri: page.uri, range: rangeIn(page, target) };
    });
    if (context.client().textDocument?.definition?.linkSupport !== true) return targets;
    return targets.map(({ uri, range }) => ({
      originSelectionRange,
      targetUri: uri,
      targetRange: range,
      targetSelectionRange: range,
    }));
  });
  connection.onReferences(async (asked, token): Promise<Location[] | null> => {
    const at = placeOf(context, asked);
    if (!at) return null;
    const found = await referencesAt(at.page.context(at.project), at.offset, at.pages.read);
    if (token.isCancellationRequested) return null;
    return found.flatMap(({ context: of, occurrences }) => {
      const page = at.pages.of(of);
      return occurrences
        .filter(({ isDefinition }) => asked.context.includeDeclaration || !isDefinition)
        .map((one) => ({ uri: page.uri, range: rangeIn(page, one) }));
    });
  });
  connection.onDocumentHighlight((asked): DocumentHighlight[] | null => {
    const at = placeOf(context, asked);
    if (!at) return null;
    return highlightsAt(at.page.context(at.project), at.offset).map((one) => ({
      range: rangeIn(at.page, one),
      kind: one.isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
  });
}

/** The page that was asked about, and where in it; null for any other document. */
export function placeOf(
  { document, project, otherPages }: FeatureContext,
  { textDocument, position }: Asked,
): {
  readonly page: PageDocument;
  readonly offset: number;
  readonly pages: OtherPages;
  readonly project: ReturnType<FeatureContext['project']>;
} | null {
  const page = document(textDocument.uri);
  if (page?.kind !== 'page') return null;
  const offset = page.lines.offsetAt(position, page.text);
  return { page, offset, pages: otherPages(page), project: project(page) };
}

/** What an editor shows as the reason why something was not done. */
export function refusal(reason: string): ResponseError {
  return new ResponseError(ErrorCodes.InvalidRequest, reason);
}

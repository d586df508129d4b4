import type { SemanticTokens, SemanticTokensOptions } from 'vscode-languageserver';
import { semanticTokens } from '../../language/highlight/semanticTokens.js';
import {
  tokenModifiers,
  tokenTypes,
  type SemanticToken,
} from '../../language/highlight/semanticToken.js';
import type { PageDocument } from '../openDocument.js';
import { offsetsIn } from '../positions.js';
import { tokenData, tokenEdits } from '../tokenData.js';
import type { FeatureContext } from './feature.js';

/** What an editor is told of the colours it may ask for. */
export const semanticTokensProvider: SemanticTokensOptions = {
  legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
  full: { delta: true },
  range: true,
};

/**
 * Colours that only meaning knows: of all of a page, of a part of it, or what changed since the last answer.
 * @param placed resolves once it is known whose document it is
 */
export function offerSemanticTokens(
  { connection, document, project }: FeatureContext,
  placed: (uri: string) => Promise<void>,
): void {
  const { semanticTokens: asked } = connection.languages;
  const answers = new WeakMap<PageDocument, SemanticTokens>();
  let count = 0;

  const pageAt = async (uri: string): Promise<PageDocument | null> => {
    await placed(uri);
    const opened = document(uri);
    return opened?.kind === 'page' ? opened : null;
  };
  const tokensOf = (page: PageDocument): SemanticToken[] =>
    semanticTokens(page.context(project(page)));
  const answer = (page: PageDocument): SemanticTokens => {
    count += 1;
    const made = { resultId: String(count), data: tokenData(tokensOf(page), page.lines) };
    answers.set(page, made);
    return made;
  };

  asked.on(async ({ textDocument }) => {
    const page = await pageAt(textDocument.uri);
    return page ? answer(page) : { data: [] };
  });
  asked.onDelta(async ({ textDocument, previousResultId }) => {
    const page = await pageAt(textDocument.uri);
    if (!page) return { data: [] };
    const before = answers.get(page);
    const now = answer(page);
    if (before?.resultId !== previousResultId) return now;
    return { resultId: now.resultId, edits: tokenEdits(before.data, now.data) };
  });
  asked.onRange(async ({ textDocument, range }) => {
    const page = await pageAt(textDocument.uri);
    if (!page) return { data: [] };
    const { start, end } = offsetsIn(page, range);
    const within = tokensOf(page).filter((token) => token.end > start && token.start < end);
    return { data: tokenData(within, page.lines) };
  });
}

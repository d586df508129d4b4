import type { DocumentLink } from 'vscode-languageserver';
import { documentLinks } from '../../language/links/documentLinks.js';
import { rangeIn } from '../positions.js';
import type { FeatureContext } from './feature.js';

/** What the attributes of a page lead to, to click on. */
export function offerDocumentLinks(context: FeatureContext): void {
  const { connection, document, project, otherPages } = context;
  connection.onDocumentLinks(({ textDocument }): DocumentLink[] => {
    const page = document(textDocument.uri);
    if (page?.kind !== 'page') return [];
    const pages = otherPages(page);
    return documentLinks(page.context(project(page))).map(({ target, ...at }) => ({
      range: rangeIn(page, at),
      target: 'url' in target ? target.url : pages.uriOf(target.path),
    }));
  });
}

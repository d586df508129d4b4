import { relatedFiles } from '../../language/navigation/relatedFiles.js';
import { relatedFiles as request, type RelatedFile } from '../../protocol/languageServer.js';
import type { FeatureContext } from './feature.js';

/** Tests, layouts, style sheets and pages that belong to a page. */
export function offerRelatedFiles(context: FeatureContext): void {
  const { connection, document, project, otherPages } = context;
  connection.onRequest(
    request,
    async ({ textDocument }: { textDocument: { uri: string } }): Promise<RelatedFile[]> => {
      const page = document(textDocument.uri);
      const view = page && project(page);
      const path = page?.surroundings.path ?? null;
      if (page?.kind !== 'page' || !view || path === null) return [];
      const pages = otherPages(page);
      const found: RelatedFile[] = [];
      for (const { kind, path: file, start } of relatedFiles(path, view)) {
        const read = kind === 'style' ? null : await pages.read(file);
        const position = read ? pages.of(read).lines.positionAt(start) : { line: 0, character: 0 };
        found.push({ kind, path: file, uri: pages.uriOf(file), position });
      }
      return found;
    },
  );
}

import type { RenameFile, WorkspaceEdit } from 'vscode-languageserver';
import type { Rename } from '../../language/navigation/rename.js';
import type { OtherPages } from '../otherPages.js';
import { changeOf, editOfAll, type DocumentChange } from '../workspaceEdit.js';
import type { FeatureContext } from './feature.js';

/** Changes of many documents, and a file that is renamed, as the client can take them. */
export function editOfPages(
  { documents, file }: Rename,
  pages: OtherPages,
  { client, document }: FeatureContext,
): WorkspaceEdit {
  const changes = changesOfPages(documents, pages, document);
  const canRename =
    client().workspace?.workspaceEdit?.resourceOperations?.includes('rename') === true;
  const moves: RenameFile[] =
    file && file.from !== file.to && canRename
      ? [{ kind: 'rename', oldUri: pages.uriOf(file.from), newUri: pages.uriOf(file.to) }]
      : [];
  return editOfAll(client(), changes, moves);
}

/** Changes of many documents. */
export function changesOfPages(
  documents: Rename['documents'],
  pages: OtherPages,
  openDocument: FeatureContext['document'],
): DocumentChange[] {
  return documents.map(({ context, edits }) => {
    const page = pages.of(context);
    return changeOf(page, edits, openDocument(page.uri) !== null);
  });
}

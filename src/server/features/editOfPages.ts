import type { RenameFile, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Rename } from '../../language/navigation/rename.js';
import type { OtherPages } from '../otherPages.js';
import { rangeIn } from '../positions.js';
import type { FeatureContext } from './feature.js';

/** Changes of many documents, and a file that is renamed, as the client can take them. */
export function editOfPages(
  { documents, file }: Rename,
  pages: OtherPages,
  { client, document }: FeatureContext,
): WorkspaceEdit {
  const edits = documents.map(({ context, edits: changes }): TextDocumentEdit => {
    const page = pages.of(context);
    // A file that is not open has no version to compare with.
    const version = document(page.uri) ? page.version : null;
    return {
      textDocument: { uri: page.uri, version },
      edits: changes.map(({ text, ...at }) => ({ range: rangeIn(page, at), newText: text })),
    };
  });
  const capabilities = client().workspace?.workspaceEdit;
  if (capabilities?.documentChanges !== true) {
    return {
      changes: Object.fromEntries(
        edits.map(({ textDocument, edits: of }) => [
          textDocument.uri,
          of.flatMap((edit) => ('newText' in edit ? [edit] : [])),
        ]),
      ),
    };
  }
  const canRename = capabilities.resourceOperations?.includes('rename') === true;
  const move: RenameFile[] =
    file && file.from !== file.to && canRename
      ? [{ kind: 'rename', oldUri: pages.uriOf(file.from), newUri: pages.uriOf(file.to) }]
      : [];
  return { documentChanges: [...edits, ...move] };
}

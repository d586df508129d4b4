import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  ClientCapabilities,
  RenameFile,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { FixEdit } from '../language/findings/finding.js';
import type { OpenDocument } from './openDocument.js';
import { rangeIn } from './positions.js';

/** Changes of one document; `version` is null of one that is not open: there is none to compare with. */
export interface DocumentChange {
  readonly uri: string;
  readonly version: number | null;
  readonly edits: TextEdit[];
}

/** Changes of a document, for one that is open with the version it must still have. */
export function changeOf(
  document: OpenDocument,
  edits: readonly FixEdit[],
  isOpen: boolean,
): DocumentChange {
  return {
    uri: document.uri,
    version: isOpen ? document.version : null,
    edits: edits.map((edit) => ({ range: rangeIn(document, edit), newText: edit.text })),
  };
}

/** Changes of documents, and files that are renamed, as the client can take them. */
export function editOfAll(
  { workspace }: ClientCapabilities,
  changes: readonly DocumentChange[],
  moves: readonly RenameFile[] = [],
): WorkspaceEdit {
  if (workspace?.workspaceEdit?.documentChanges !== true) {
    return { changes: Object.fromEntries(changes.map(({ uri, edits }) => [uri, edits])) };
  }
  const documents = changes.map(({ uri, version, edits }) => ({
    textDocument: { uri, version },
    edits,
  }));
  return { documentChanges: [...documents, ...moves] };
}

/** Edits of a document, with the version they are for, where the editor can check that it still holds. */
export function editOf(
  client: ClientCapabilities,
  document: OpenDocument,
  edits: readonly FixEdit[],
): WorkspaceEdit {
  return editOfAll(client, [changeOf(document, edits, true)]);
}

/** Whether an edit may make files of the project around `document`. */
export function canCreate(client: ClientCapabilities, document: OpenDocument): boolean {
  const { workspaceEdit } = client.workspace ?? {};
  return (
    document.surroundings.root !== null &&
    workspaceEdit?.documentChanges === true &&
    workspaceEdit.resourceOperations?.includes('create') === true
  );
}

/** Edits of a document, and a file that they make. Null when the editor cannot do that. */
export function editWithFile(
  client: ClientCapabilities,
  document: OpenDocument,
  edits: readonly FixEdit[],
  creates: { readonly path: string; readonly text: string } | undefined,
): WorkspaceEdit | null {
  const edit = editOf(client, document, edits);
  if (!creates) return edit;
  const { root } = document.surroundings;
  if (root === null || !canCreate(client, document)) return null;
  const uri = pathToFileURL(path.join(root, creates.path)).href;
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      {
        textDocument: { uri, version: null },
        edits: [{ range: { start, end: start }, newText: creates.text }],
      },
      ...(edits.length > 0 ? (edit.documentChanges ?? []) : []),
    ],
  };
}

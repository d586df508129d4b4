import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ClientCapabilities, WorkspaceEdit } from 'vscode-languageserver';
import type { FixEdit } from '../language/findings/finding.js';
import type { OpenDocument } from './openDocument.js';
import { rangeIn } from './positions.js';

/** Edits of a document, with the version they are for, where the editor can check that it still holds. */
export function editOf(
  client: ClientCapabilities,
  document: OpenDocument,
  edits: readonly FixEdit[],
): WorkspaceEdit {
  const { uri, version } = document;
  const changes = edits.map((edit) => ({ range: rangeIn(document, edit), newText: edit.text }));
  return client.workspace?.workspaceEdit?.documentChanges === true
    ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
    : { changes: { [uri]: changes } };
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

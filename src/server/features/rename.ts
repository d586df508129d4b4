import type {
  PrepareRenameResult,
  RenameFile,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import {
  renameAt,
  renamedAt,
  RenameRefused,
  type Rename,
} from '../../language/navigation/rename.js';
import type { OtherPages } from '../otherPages.js';
import { rangeIn } from '../positions.js';
import type { FeatureContext } from './feature.js';
import { placeOf, refusal } from './navigation.js';

/** Other names for what has one, everywhere at once. */
export function offerRename(context: FeatureContext): void {
  const { connection } = context;
  connection.onPrepareRename((asked): PrepareRenameResult | null => {
    const at = placeOf(context, asked);
    if (!at) return null;
    const found = unlessRefused(() => renamedAt(at.page.context(at.project), at.offset));
    return {
      range: rangeIn(at.page, found),
      placeholder: at.page.text.slice(found.start, found.end),
    };
  });
  connection.onRenameRequest(async (asked): Promise<WorkspaceEdit | null> => {
    const at = placeOf(context, asked);
    if (!at) return null;
    const page = at.page.context(at.project);
    const rename = await renameAt(page, at.offset, asked.newName, at.pages.read).catch(refused);
    return workspaceEdit(rename, at.pages, context);
  });
}

function unlessRefused<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    return refused(error);
  }
}

/** @throws always: a refusal as an answer, any other error as it is */
function refused(error: unknown): never {
  throw error instanceof RenameRefused ? refusal(error.message) : error;
}

function workspaceEdit(
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

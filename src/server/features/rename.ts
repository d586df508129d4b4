import type { PrepareRenameResult, WorkspaceEdit } from 'vscode-languageserver';
import { renameAt, renamedAt, RenameRefused } from '../../language/navigation/rename.js';
import { rangeIn } from '../positions.js';
import type { FeatureContext } from './feature.js';
import { placeOf, refusal } from './navigation.js';
import { editOfPages } from './editOfPages.js';
import type { OwnMoves } from './ownMoves.js';

/** Other names for what has one, everywhere at once. */
export function offerRename(context: FeatureContext, ownMoves: OwnMoves): void {
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
    const edit = editOfPages(rename, at.pages, context);
    ownMoves.add(edit);
    return edit;
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

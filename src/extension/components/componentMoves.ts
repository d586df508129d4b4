import path from 'node:path';
import * as vscode from 'vscode';
import type { ComponentsNode } from './componentRows.js';
import { movesInto, type MoveRefusal } from './movesInto.js';

/**
 * Moves what the rows stand for into the folder of `target`. The editor asks the language server what else has to
 * change, has a person agree to it once, and does all of it as one step that can be undone.
 * @returns where the first of them is now, from the root; undefined when the person backed out
 * @throws why the rows cannot go there
 */
export async function moveRows(
  rows: readonly ComponentsNode[],
  target: ComponentsNode | undefined,
): Promise<string | undefined> {
  const moves = movesInto(rows, target);
  if ('reason' in moves) throw new Error(refusals[moves.reason](moves.name));
  const root = vscode.Uri.file(rows[0]?.rootPath ?? '');
  const edit = new vscode.WorkspaceEdit();
  for (const { from, to } of moves) {
    const place = vscode.Uri.joinPath(root, to);
    // What is no component is not among the rows.
    if (await isThere(place)) throw new Error(refusals['name-taken'](path.posix.basename(to)));
    edit.renameFile(vscode.Uri.joinPath(root, from), place);
  }
  return (await vscode.workspace.applyEdit(edit)) ? moves[0]?.to : undefined;
}

async function isThere(place: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(place).then(
    () => true,
    () => false,
  );
}

const refusals: Record<MoveRefusal['reason'], (name: string) => string> = {
  'no-folder': () => vscode.l10n.t('Drop on a folder, or on a file of the folder.'),
  'is-project': (name) =>
    vscode.l10n.t('“{0}” is a project: its files can be moved, it cannot.', name),
  'other-project': (name) =>
    vscode.l10n.t('“{0}” belongs to another project, whose pages would lose it.', name),
  'into-itself': (name) => vscode.l10n.t('The folder “{0}” cannot go into itself.', name),
  'there-already': (name) => vscode.l10n.t('All of it is in “{0}” already.', name),
  'same-name': (name) => vscode.l10n.t('Two of the chosen are called “{0}”.', name),
  'name-taken': (name) => vscode.l10n.t('A “{0}” is there already.', name),
  outside: (name) =>
    vscode.l10n.t(
      'The framework does not look into “{0}”: nothing there is a page or called.',
      name,
    ),
};

import * as vscode from 'vscode';

/**
 * The command of a row in the tree `viewId`. It has no arguments: VS Code lets go of those when the row is drawn
 * anew, which may lie between the click and the command; the row is taken from the view's selection instead.
 */
export function rowClick(viewId: string, title: string): vscode.Command {
  return { command: idOf(viewId), title };
}

/** Runs `command` with the row that was clicked, or on which Enter was pressed. */
export function registerRowClick<Node>(
  viewId: string,
  view: vscode.TreeView<Node>,
  command: string,
): vscode.Disposable {
  // While the tree is read anew its selection is empty for a moment.
  let newest: Node | undefined;
  return vscode.Disposable.from(
    view.onDidChangeSelection(({ selection }) => {
      newest = selection[0] ?? newest;
    }),
    vscode.commands.registerCommand(idOf(viewId), () =>
      vscode.commands.executeCommand(command, view.selection[0] ?? newest),
    ),
  );
}

/** Not declared in the manifest: only rows name it. */
function idOf(viewId: string): string {
  return `_${viewId}.click`;
}

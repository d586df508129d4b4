import * as vscode from 'vscode';

/**
 * The row the keyboard is on. Arrow keys move the focus without selecting, and `TreeView.activeItem` is
 * not in the stable API; so the focused row's selection is toggled, seen, and toggled back.
 */
export async function focusedNode<Node>(view: vscode.TreeView<Node>): Promise<Node | undefined> {
  const before = view.selection;
  await vscode.commands.executeCommand('list.toggleSelection');
  const after = view.selection;
  const changed =
    after.find((node) => !before.includes(node)) ?? before.find((node) => !after.includes(node));
  if (changed !== undefined) await vscode.commands.executeCommand('list.toggleSelection');
  return changed;
}

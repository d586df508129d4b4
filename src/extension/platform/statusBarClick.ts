import * as vscode from 'vscode';
import type { Disposable } from './signal.js';

export interface StatusBarClick extends Disposable {
  /** What the item shows from now on, and a click on it hands over. */
  subject: number | undefined;
}

/**
 * Runs `command` with what an item of the status bar shows. The item's own command has no arguments: VS Code lets go
 * of those when the item changes, which may be before it runs the command.
 */
export function statusBarClick(item: vscode.StatusBarItem, command: string): StatusBarClick {
  const id = `_${item.id}.click`;
  item.command = id;
  const registered = vscode.commands.registerCommand(id, () =>
    vscode.commands.executeCommand(command, click.subject),
  );
  const click: StatusBarClick = { subject: undefined, dispose: () => void registered.dispose() };
  return click;
}

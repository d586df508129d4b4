import * as vscode from 'vscode';
import type { MadeUpName } from '../../protocol/languageServer.js';

/** Asks for a better name for what a code action made, once that is done. */
export class MadeUpNames {
  private place: readonly [vscode.Uri, vscode.Position] | null = null;

  /** The action, with a question for the name that it makes up; itself where it makes none up. */
  asking(
    asked: vscode.CodeAction,
    resolved: vscode.CodeAction | null | undefined,
  ): vscode.CodeAction | null | undefined {
    const { renameAt } = ((resolved as { data?: unknown } | null | undefined)?.data ??
      {}) as Partial<MadeUpName>;
    const [document] = resolved?.edit?.entries().findLast(([, edits]) => edits.length > 0) ?? [];
    if (!resolved || !renameAt || !document) return resolved;
    this.place = [document, new vscode.Position(renameAt.line, renameAt.character)];
    // Without arguments: VS Code lets go of them with the list of actions, which may be before it runs the command.
    resolved.command = { command: 'quantum.nameWhatWasMade', title: asked.title };
    return resolved;
  }

  /** Opens the question where the last action that was carried out made up a name. */
  async ask(): Promise<void> {
    if (this.place) await vscode.commands.executeCommand('editor.action.rename', this.place);
  }
}

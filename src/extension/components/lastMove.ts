import * as vscode from 'vscode';
import type { Disposable } from '../platform/signal.js';

interface Moved {
  /** Stands for all that was moved with it: the editor keeps them as one step. */
  readonly file: vscode.Uri;
  readonly projectId: number;
}

/** The last move of the view, for as long as taking it back is the next thing that undoing in its file does. */
export class LastMove implements Disposable {
  #moved: Moved | undefined;
  readonly #listening: vscode.Disposable;

  constructor(private readonly onChange: (isThere: boolean) => void) {
    this.#listening = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && document.uri.toString() === this.#moved?.file.toString())
        this.#set(undefined);
    });
  }

  note(moved: Moved): void {
    this.#set(moved);
  }

  /** Takes the move back, with all that followed it. @returns the project; undefined when there is no move */
  async undo(): Promise<number | undefined> {
    const moved = this.#moved;
    if (!moved) return undefined;
    this.#set(undefined);
    // The editor knows its steps by the file they are about.
    await vscode.window.showTextDocument(moved.file);
    await vscode.commands.executeCommand('undo');
    return moved.projectId;
  }

  dispose(): void {
    this.#listening.dispose();
  }

  #set(moved: Moved | undefined): void {
    this.#moved = moved;
    this.onChange(moved !== undefined);
  }
}

// Another extension: keeps what it can read of every terminal that is opened, in the folder of the window.
import { appendFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';

export function activate({ subscriptions }) {
  subscriptions.push(
    vscode.window.onDidOpenTerminal(({ creationOptions }) => {
      const [folder] = vscode.workspace.workspaceFolders ?? [];
      if (folder === undefined) return;
      const file = path.join(folder.uri.fsPath, 'terminals.jsonl');
      appendFileSync(file, `${JSON.stringify(creationOptions)}\n`);
    }),
  );
}

import * as vscode from 'vscode';
import type { Location, Position } from 'vscode-languageclient/node';

/** What the language server answers for editors to carry out. */
export function registerEditorCommands(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('quantum.showReferences', showReferences),
  );
}

/** The peek at `position`; what comes over the wire is no object of the editor yet. */
async function showReferences(
  uri: string,
  position: Position,
  locations: readonly Location[],
): Promise<void> {
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    vscode.Uri.parse(uri),
    positionOf(position),
    locations.map(
      ({ uri: file, range }) =>
        new vscode.Location(
          vscode.Uri.parse(file),
          new vscode.Range(positionOf(range.start), positionOf(range.end)),
        ),
    ),
  );
}

function positionOf({ line, character }: Position): vscode.Position {
  return new vscode.Position(line, character);
}

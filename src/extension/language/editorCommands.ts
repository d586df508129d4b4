import * as vscode from 'vscode';
import type { Location, Position } from 'vscode-languageclient/node';
import { matchingTag, type LinePlace } from '../../protocol/languageServer.js';
import type { CommandRegistry } from '../platform/reporter.js';
import type { AskServer } from './askServer.js';
import { goToRelatedFile, goToTest } from './relatedFiles.js';

/** What the language server answers for editors to carry out. */
export function registerEditorCommands(
  context: vscode.ExtensionContext,
  reporter: CommandRegistry,
  ask: AskServer,
): void {
  context.subscriptions.push(
    reporter.register('quantum.showReferences', (uri, position, locations) =>
      showReferences(uri as string, position as Position, locations as readonly Location[]),
    ),
    reporter.register('quantum.goToMatchingTag', () => goToMatchingTag(ask)),
    reporter.register('quantum.goToTest', () => goToTest(ask)),
    reporter.register('quantum.goToRelatedFile', () => goToRelatedFile(ask)),
  );
}

/** The caret goes to the partner of the tag it stands in. */
async function goToMatchingTag(ask: AskServer): Promise<void> {
  const editor = pageEditor();
  if (!editor) return;
  const place = await ask<LinePlace>(matchingTag, {
    textDocument: { uri: editor.document.uri.toString() },
    position: editor.selection.active,
  });
  if (!place) return;
  const position = positionOf(place);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(new vscode.Range(position, position));
}

function pageEditor(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.languageId === 'quantum' ? editor : undefined;
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

function positionOf({ line, character }: LinePlace): vscode.Position {
  return new vscode.Position(line, character);
}

import * as vscode from 'vscode';
import { relatedFiles, type RelatedFile } from '../../protocol/languageServer.js';
import type { AskServer } from './askServer.js';

/** Opens the test of the page that is being edited; asks which where there are several. */
export async function goToTest(ask: AskServer): Promise<void> {
  const tests = (await related(ask)).filter(({ kind }) => kind === 'test');
  if (tests.length > 0) return open(tests);
  const make = vscode.l10n.t('New Test…');
  const none = vscode.l10n.t('No test visits this page.');
  const chosen = await vscode.window.showInformationMessage(none, make);
  if (chosen === make) await vscode.commands.executeCommand('quantum.newTest');
}

/** Opens what belongs to the file that is being edited; asks which where it is more than one. */
export async function goToRelatedFile(ask: AskServer): Promise<void> {
  const files = await related(ask);
  if (files.length > 0) return open(files);
  await vscode.window.showInformationMessage(vscode.l10n.t('Nothing belongs to this file.'));
}

async function related(ask: AskServer): Promise<readonly RelatedFile[]> {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId !== 'quantum') return [];
  const textDocument = { uri: document.uri.toString() };
  return (await ask<RelatedFile[]>(relatedFiles, { textDocument })) ?? [];
}

async function open(files: readonly RelatedFile[]): Promise<void> {
  const file = files.length === 1 ? files[0] : await chosen(files);
  if (!file) return;
  const { line, character } = file.position;
  const position = new vscode.Position(line, character);
  await vscode.window.showTextDocument(vscode.Uri.parse(file.uri), {
    selection: new vscode.Range(position, position),
  });
}

async function chosen(files: readonly RelatedFile[]): Promise<RelatedFile | undefined> {
  const items = files.map((file) => ({
    label: file.path.slice(file.path.lastIndexOf('/') + 1),
    description: kindText(file.kind),
    detail: file.path,
    file,
  }));
  const options = { matchOnDetail: true, placeHolder: vscode.l10n.t('Which file?') };
  return (await vscode.window.showQuickPick(items, options))?.file;
}

function kindText(kind: RelatedFile['kind']): string {
  switch (kind) {
    case 'test':
      return vscode.l10n.t('Test');
    case 'layout':
      return vscode.l10n.t('Layout');
    case 'style':
      return vscode.l10n.t('Style sheet');
    case 'page':
      return vscode.l10n.t('Page');
  }
}

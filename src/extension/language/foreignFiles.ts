import * as vscode from 'vscode';
import { ownership } from '../../language/ownership.js';
import { configuredFolderAbove } from '../../workspace/configuredFolder.js';

/** kdb+'s language, as its extensions call it; without one a `.q` file that is not ours is plain text. */
const kdbLanguages = ['q', 'kdb', 'kdb+'];

/**
 * Whether an open `.q` document is Quantum's. The suffix is kdb+'s as well: a document that is not ours is
 * handed to its own language, and ours does nothing with it. An empty one may still become ours.
 * `handedBack` keeps what was: a person who then says "Quantum" in the status bar is not overruled.
 */
export async function keepIfOurs(
  document: vscode.TextDocument,
  handedBack: Set<string>,
): Promise<boolean> {
  if (document.languageId !== 'quantum') return false;
  if (handedBack.has(document.uri.toString())) return true;
  const text = document.getText();
  if (document.uri.scheme !== 'file' || text.trim() === '') return true;
  const below = (await configuredFolderAbove(document.uri.fsPath)) !== null;
  if (ownership(text, below) === 'quantum') return true;
  handedBack.add(document.uri.toString());
  const known = await vscode.languages.getLanguages();
  const language = kdbLanguages.find((name) => known.includes(name)) ?? 'plaintext';
  await vscode.languages.setTextDocumentLanguage(document, language);
  return false;
}

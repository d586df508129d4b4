import { doComplete } from '@vscode/emmet-helper';
import type { CompletionItem, Position } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** Pages are XML: `<br />`. */
const preferences = { 'output.selfClosingStyle': 'xhtml' };

/** What the abbreviation before `position` stands for; `line` is all of its line. */
export function abbreviations(line: string, position: Position): CompletionItem[] {
  // Positions are kept by blank lines: only the line itself is looked at.
  const text = `${'\n'.repeat(position.line)}${line}`;
  const document = TextDocument.create('', 'html', 0, text);
  return doComplete(document, position, 'html', { preferences })?.items ?? [];
}

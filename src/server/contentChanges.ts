import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { OpenDocument } from './openDocument.js';

/** Applies what an editor says was changed: each change counts in the text the one before it left. */
export function applyChanges(
  document: OpenDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number,
): OpenDocument {
  for (const change of changes) {
    if ('range' in change) {
      const start = document.lines.offsetAt(change.range.start, document.text);
      const end = document.lines.offsetAt(change.range.end, document.text);
      const [from, to] = start <= end ? [start, end] : [end, start];
      document.edit({ start: from, end: to, text: change.text });
    } else {
      document.edit(replacing(document.text, change.text));
    }
  }
  document.version = version;
  return document;
}

/** The change that makes `old` into `text`, without what both begin and end with. */
function replacing(old: string, text: string): { start: number; end: number; text: string } {
  const most = Math.min(old.length, text.length);
  let start = 0;
  while (start < most && old.charCodeAt(start) === text.charCodeAt(start)) start += 1;
  let same = 0;
  while (
    same < most - start &&
    old.charCodeAt(old.length - 1 - same) === text.charCodeAt(text.length - 1 - same)
  ) {
    same += 1;
  }
  return { start, end: old.length - same, text: text.slice(start, text.length - same) };
}

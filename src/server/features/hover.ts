import { MarkupKind, type Hover } from 'vscode-languageserver';
import { hoverConfiguration } from '../../language/configuration/hoverConfiguration.js';
import type { OpenDocument } from '../openDocument.js';
import { rangeIn } from '../positions.js';
import type { FeatureContext } from './feature.js';

/** What is known of what stands at a place. */
export function offerHover({ connection, document }: FeatureContext): void {
  connection.onHover(({ textDocument, position }): Hover | null => {
    const opened = document(textDocument.uri);
    if (!opened) return null;
    const found = knownAt(opened, opened.lines.offsetAt(position, opened.text));
    if (!found) return null;
    const contents = { kind: MarkupKind.Markdown, value: found.markdown };
    return { contents, range: rangeIn(opened, found) };
  });
}

function knownAt(
  document: OpenDocument,
  offset: number,
): { markdown: string; start: number; end: number } | null {
  return document.kind === 'configuration'
    ? (hoverConfiguration(document.text, offset) ?? null)
    : null;
}

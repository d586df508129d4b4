import { MarkupKind, type Hover } from 'vscode-languageserver';
import { hoverConfiguration } from '../../language/configuration/hoverConfiguration.js';
import { hoverAt } from '../../language/hover/hoverAt.js';
import { rangeIn } from '../positions.js';
import type { FeatureContext } from './feature.js';

/** What is known of what stands at a place. */
export function offerHover({ connection, document, project }: FeatureContext): void {
  connection.onHover(({ textDocument, position }): Hover | null => {
    const opened = document(textDocument.uri);
    if (!opened) return null;
    const offset = opened.lines.offsetAt(position, opened.text);
    const found =
      opened.kind === 'page'
        ? hoverAt(opened.context(project(opened)), offset)
        : hoverConfiguration(opened.text, offset);
    if (!found) return null;
    const contents = { kind: MarkupKind.Markdown, value: found.markdown };
    return { contents, range: rangeIn(opened, found) };
  });
}

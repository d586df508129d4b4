import { InlayHintKind, type InlayHint } from 'vscode-languageserver';
import { defaultHints, type Hint } from '../../language/hints/hint.js';
import { hintsIn } from '../../language/hints/hintsIn.js';
import type { InlayHintSettings } from '../../protocol/languageServer.js';
import type { PageDocument } from '../openDocument.js';
import { offsetsIn } from '../positions.js';
import type { FeatureContext } from './feature.js';

/** What the text does not say by itself, for the lines that are seen. */
export function offerInlayHints(
  { connection, document, project }: FeatureContext,
  settings: () => InlayHintSettings,
): void {
  connection.languages.inlayHint.on(({ textDocument, range }): InlayHint[] => {
    const page = document(textDocument.uri);
    if (page?.kind !== 'page') return [];
    const wanted = { ...defaultHints, ...settings() };
    return hintsIn(page.context(project(page)), offsetsIn(page, range), wanted).map((hint) =>
      shown(hint, page),
    );
  });
}

/** Asks for all that is shown anew: a setting is another one. */
export function refreshInlayHints({ connection, client }: FeatureContext): void {
  if (client().workspace?.inlayHint?.refreshSupport !== true) return;
  connection.languages.inlayHint
    .refresh()
    .catch((error: unknown) => connection.console.error(String(error)));
}

function shown({ kind, offset, label }: Hint, { lines }: PageDocument): InlayHint {
  return {
    position: lines.positionAt(offset),
    label,
    ...(kind === 'route'
      ? { paddingLeft: true }
      : { kind: kind === 'type' ? InlayHintKind.Type : InlayHintKind.Parameter }),
    ...(kind === 'parameter' ? { paddingRight: true } : {}),
  };
}

import { scriptAt } from '../../language/embedded/script/scriptAt.js';
import {
  embeddedScript,
  type EmbeddedScript,
  type PlaceInDocument,
} from '../../protocol/languageServer.js';
import type { FeatureContext } from './feature.js';

/** The scripts of pages, for an editor that asks its own JavaScript about them. */
export function offerScripts({ connection, document }: FeatureContext): void {
  connection.onRequest(embeddedScript, (asked: PlaceInDocument): EmbeddedScript | null => {
    const page = document(asked.textDocument.uri);
    if (page?.kind !== 'page') return null;
    const script = scriptAt(page.syntax, page.lines.offsetAt(asked.position, page.text));
    if (!script) return null;
    const { line, character } = page.lines.positionAt(script.start);
    return { text: '\n'.repeat(line) + ' '.repeat(character) + script.text };
  });
}

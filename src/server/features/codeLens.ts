import { CodeLensRefreshRequest, type CodeLens, type Location } from 'vscode-languageserver';
import { lensesIn, titleOf, usesOfLens, type Lens } from '../../language/lenses/lensesIn.js';
import { sendLensesIn } from '../../language/lenses/sendLenses.js';
import { generateTest, openTryOut, showReferences } from '../../protocol/languageServer.js';
import { offsetsIn, rangeIn } from '../positions.js';
import type { FeatureContext } from './feature.js';

interface LensData {
  readonly uri: string;
  readonly kind: Lens['kind'];
}

/** How often what a page defines is used, counted when the line is seen, and what can be asked for. `isWanted`: by the client. */
export function offerCodeLens(context: FeatureContext, isWanted: () => boolean): void {
  const { connection, document, project, otherPages } = context;
  connection.onCodeLens(({ textDocument }): CodeLens[] => {
    const page = document(textDocument.uri);
    if (page?.kind !== 'page' || !isWanted()) return [];
    const pageContext = page.context(project(page));
    const counted = lensesIn(pageContext).map((lens): CodeLens => {
      const data: LensData = { uri: page.uri, kind: lens.kind };
      return { range: rangeIn(page, lens), data };
    });
    const sent = sendLensesIn(pageContext).flatMap(({ action, function: name, ...lens }) => {
      const range = rangeIn(page, lens);
      const place = { uri: page.uri, action, function: name };
      if (name !== null)
        return [{ range, command: { title: 'Call…', command: openTryOut, arguments: [place] } }];
      return [
        { range, command: { title: 'Send…', command: openTryOut, arguments: [place] } },
        { range, command: { title: 'Generate Test', command: generateTest, arguments: [place] } },
      ];
    });
    return [...counted, ...sent];
  });
  connection.onCodeLensResolve(async (lens): Promise<CodeLens> => {
    const { uri, kind } = lens.data as LensData;
    const page = document(uri);
    if (page?.kind !== 'page') return lens;
    const pages = otherPages(page);
    const asked = { kind, ...offsetsIn(page, lens.range) };
    const uses = await usesOfLens(asked, page.context(project(page)), pages.read);
    const locations = uses.flatMap(({ context: of, occurrences }): Location[] => {
      const user = pages.of(of);
      return occurrences.map((one) => ({ uri: user.uri, range: rangeIn(user, one) }));
    });
    const title = titleOf(asked, uses);
    return {
      ...lens,
      command: { title, command: showReferences, arguments: [uri, lens.range.start, locations] },
    };
  });
}

/** Asks for all lenses anew: what is used where is another matter now, or whether that is shown. */
export function refreshCodeLens({ connection, client }: FeatureContext): void {
  if (client().workspace?.codeLens?.refreshSupport !== true) return;
  connection
    .sendRequest(CodeLensRefreshRequest.type)
    .catch((error: unknown) => connection.console.error(String(error)));
}

import type { SyntaxDocument, TextChange } from '../syntax/document.js';
import { endOfNode, startOf } from '../syntax/element.js';
import { localOf } from '../syntax/names.js';
import { importsOf, type Import } from './imports.js';
import { removeWithLine } from './lines.js';
import { offered, type Refactoring } from './refactoring.js';

/**
 * The imports of a page in order, by their folders and names: without those that no call goes by, and of
 * several with one name the one that is in force. They stay where imports are; comments stay where they are.
 */
export const organizeImports: Refactoring = {
  kind: 'source.organizeImports',
  offer: ({ context }) => {
    const { document } = context;
    if (document.pairingProblems.length > 0) return null;
    const imports = importsOf(context);
    if (imports.length === 0) return null;
    const edits = editsOf(imports, kept(imports, document), document.text);
    return edits.length === 0 ? null : offered('Organize imports', () => ({ edits }));
  },
};

function kept(imports: readonly Import[], document: SyntaxDocument): Import[] {
  const called = calledNames(document);
  const inForce = new Map<string, Import>();
  for (const one of imports) if (called.has(one.name)) inForce.set(one.name, one);
  return [...inForce.values()].sort(
    (a, b) =>
      compare(a.from, b.from) || compare(a.component, b.component) || compare(a.name, b.name),
  );
}

/** The names of tags that may be calls. */
function calledNames({ tokens }: SyntaxDocument): Set<string> {
  const names = new Set<string>();
  for (const token of tokens) if (token.kind === 'start') names.add(localOf(token.name));
  return names;
}

function editsOf(
  places: readonly Import[],
  inOrder: readonly Import[],
  text: string,
): TextChange[] {
  return places.flatMap(({ element, text: old }, at): TextChange[] => {
    const one = inOrder[at];
    if (!one) return [removeWithLine(element, text)];
    if (one.text === old) return [];
    return [{ start: startOf(element), end: endOfNode(element), text: one.text }];
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

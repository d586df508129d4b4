import { importingRoot, importText } from '../../project/writtenImport.js';
import type { SyntaxDocument } from '../../syntax/document.js';
import { childElements, type Element } from '../../syntax/element.js';
import { endOf } from '../../syntax/token.js';
import type { RenameEdit } from '../rename.js';
import type { ComponentPlace } from './fileMove.js';

/** A call that finds its component by an import alone. */
export interface NeededImport {
  readonly tag: string;
  readonly place: ComponentPlace;
}

/**
 * The first imports of a document as far as they are what `addedImports` would write, for components that are
 * found without them: taken out, and put in again by the move back.
 * @param needless imports that could go, with what they would be written for
 */
export function needlessImports(
  document: SyntaxDocument,
  needless: ReadonlyMap<Element, NeededImport>,
): readonly Element[] {
  const root = importingRoot(document);
  if (!root) return [];
  const children = childElements(root);
  let count = children.findIndex((child) => !needless.has(child));
  if (count < 0) count = children.length;
  for (; count > 0; count -= 1) {
    const first = children.slice(0, count);
    const written = writing(
      document,
      root,
      first.flatMap((one) => needless.get(one) ?? []),
      children[count],
    );
    if (document.text.startsWith(written, endOf(root.tag))) return first;
  }
  return [];
}

/** Imports for `needed`, as the first lines of the document, in place of those that `go`. */
export function addedImports(
  document: SyntaxDocument,
  needed: readonly NeededImport[],
  go: readonly Element[],
): RenameEdit[] {
  const root = importingRoot(document);
  if (!root || needed.length + go.length === 0) return [];
  const start = endOf(root.tag);
  const last = go.at(-1)?.tag;
  const next = childElements(root)[go.length];
  const text = writing(document, root, needed, next);
  return [{ start, end: last ? endOf(last) : start, text }];
}

function writing(
  { text }: SyntaxDocument,
  { tag }: Element,
  needed: readonly NeededImport[],
  next: Element | undefined,
): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const space = next && /\n([ \t]*)$/.exec(text.slice(endOf(tag), next.tag.start))?.[1];
  return [...needed]
    .sort((a, b) => (a.tag < b.tag ? -1 : 1))
    .map(
      (one) => `${lineEnd}${space ?? '  '}${importText(one.place.name, one.place.folder, one.tag)}`,
    )
    .join('');
}

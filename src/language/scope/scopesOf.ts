import type { Catalogue } from '../catalogue/types.js';
import type { SyntaxDocument } from '../syntax/document.js';
import type { Node } from '../syntax/element.js';
import { LiveScope, type DocumentScope } from './documentScope.js';
import { outermostFacts, type Facts } from './facts.js';

/** An outermost element with what is bound in it. */
export interface Outermost {
  readonly facts: Facts;
  readonly scope: DocumentScope;
}

interface Known {
  readonly catalogue: Catalogue;
  readonly path: string | null;
  at: readonly Node[];
  roots: readonly { readonly facts: Facts; readonly scope: LiveScope }[];
}

const known = new WeakMap<SyntaxDocument, Known>();

/**
 * The outermost elements of a document that bind or read anything, as it is now. One for all who ask, and
 * kept up as the document is edited. `path`: from the project's root; `[id].q` binds a name.
 */
export function scopesOf(
  document: SyntaxDocument,
  catalogue: Catalogue,
  path: string | null,
): readonly Outermost[] {
  let kept = known.get(document);
  if (kept?.catalogue !== catalogue || kept.path !== path) {
    kept = { catalogue, path, at: [], roots: [] };
    known.set(document, kept);
  }
  if (kept.at === document.nodes) return kept.roots;
  const { text } = document;
  const before = kept.roots;
  kept.at = document.nodes;
  kept.roots = outermostFacts(document, catalogue).map((facts, at) => {
    const scope = before[at]?.scope;
    const isFollowed = scope?.follow(facts, text) === true;
    return { facts, scope: isFollowed ? scope : new LiveScope(facts, { catalogue, path }, text) };
  });
  return kept.roots;
}

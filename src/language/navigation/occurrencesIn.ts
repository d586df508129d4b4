import type { LanguageContext } from '../completion/languageContext.js';
import { placesOf, type Place } from '../place/place.js';
import type { SyntaxDocument } from '../syntax/document.js';
import type { Element, Node } from '../syntax/element.js';
import { attributeOccurrences } from './attributeOccurrences.js';
import { componentOccurrences } from './componentOccurrences.js';
import { nameOccurrences } from './nameOccurrences.js';
import { sqlOccurrences } from './sqlOccurrences.js';
import type { Occurrence } from './symbol.js';

interface Known {
  readonly at: readonly Node[];
  readonly revision: number;
  readonly path: string | null;
  readonly occurrences: readonly Occurrence[];
}

const known = new WeakMap<SyntaxDocument, Known>();

/** Every place of a document where something is named, in order and apart from each other. */
export function occurrencesIn(context: LanguageContext): readonly Occurrence[] {
  const { document, path } = context;
  const revision = context.project?.revision ?? -1;
  const kept = known.get(document);
  if (kept?.at === document.nodes && kept.revision === revision && kept.path === path) {
    return kept.occurrences;
  }
  const found: Occurrence[] = [];
  const places = placesOf(context.catalogue);
  // First what is bound: attributes that bind a name may refer to one as well.
  for (const root of context.names.outermost()) nameOccurrences(root, context, found);
  for (const root of document.roots) ofElement(root, places.enter(root.tag.name), context, found);
  const occurrences = apart(found);
  known.set(document, { at: document.nodes, revision, path, occurrences });
  return occurrences;
}

/** The place where something is named that holds a caret at `offset`; undefined where nothing is. */
export function occurrenceAt(context: LanguageContext, offset: number): Occurrence | undefined {
  return occurrencesIn(context).find(({ start, end }) => start <= offset && offset <= end);
}

function ofElement(
  element: Element,
  place: Place,
  context: LanguageContext,
  into: Occurrence[],
): void {
  attributeOccurrences(element, place, context, into);
  componentOccurrences(element, place, context, into);
  sqlOccurrences(element, place, context.document.text, into);
  for (const child of element.children) {
    if (child.kind === 'element') ofElement(child, place.enter(child.tag.name), context, into);
  }
}

/** In order; of two in one place the first that was found counts. */
function apart(found: readonly Occurrence[]): Occurrence[] {
  const sorted = [...found].sort((a, b) => a.start - b.start);
  const left: Occurrence[] = [];
  for (const one of sorted) if (one.start >= (left.at(-1)?.end ?? 0)) left.push(one);
  return left;
}

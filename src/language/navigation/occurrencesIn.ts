import type { LanguageContext } from '../completion/languageContext.js';
import { placesOf, type Place } from '../place/place.js';
import type { SyntaxDocument } from '../syntax/document.js';
import { endOfNode, type Element, type Node } from '../syntax/element.js';
import { attributeOccurrences } from './attributeOccurrences.js';
import { componentOccurrences } from './componentOccurrences.js';
import { nameOccurrences, type NamesLook } from './nameOccurrences.js';
import { sqlOccurrences } from './sqlOccurrences.js';
import { isSameSymbol, type NamedSymbol, type Occurrence, type SymbolKind } from './symbol.js';

interface Known {
  readonly at: readonly Node[];
  readonly revision: number;
  readonly path: string | null;
  readonly occurrences: readonly Occurrence[];
}

const known = new WeakMap<SyntaxDocument, Known>();

/** Every place of a document where something is named, in order and apart from each other. */
export function occurrencesIn(context: LanguageContext): readonly Occurrence[] {
  const kept = keptIn(context);
  if (kept) return kept;
  const { document, path } = context;
  const revision = context.project?.revision ?? -1;
  const occurrences = found(context, everything);
  known.set(document, { at: document.nodes, revision, path, occurrences });
  return occurrences;
}

/** The same as far as it was found before, so that what looks for less need not. */
function keptIn({ document, path, project }: LanguageContext): readonly Occurrence[] | null {
  const kept = known.get(document);
  const revision = project?.revision ?? -1;
  const holds = kept?.at === document.nodes && kept.revision === revision && kept.path === path;
  return holds ? kept.occurrences : null;
}

/** The place where something is named that holds a caret at `offset`; undefined where nothing is. */
export function occurrenceAt(context: LanguageContext, offset: number): Occurrence | undefined {
  // Only what the caret stands in can name something there.
  const holds = (element: Element): boolean =>
    element.tag.start <= offset && offset <= endOfNode(element);
  const near = keptIn(context) ?? found(context, { ...everything, holds });
  return near.find(({ start, end }) => start <= offset && offset <= end);
}

/** Where a document makes `symbol`, in order. */
export function definitionsIn(context: LanguageContext, symbol: NamedSymbol): Occurrence[] {
  const tags = madeByTags.has(symbol.kind);
  const all = keptIn(context) ?? found(context, { ...everything, reads: false, tags });
  return all.filter((one) => one.isDefinition && isSameSymbol(one.symbol, symbol));
}

/** What tags make by attributes of theirs; all else is made by what binds names. */
const madeByTags: ReadonlySet<SymbolKind> = new Set([
  'action',
  'alias',
  'component',
  'declared',
  'sqlParameter',
]);

/** What is looked at. */
interface Look extends NamesLook {
  /** Whether names in tags and attributes are. */
  readonly tags: boolean;
}

const everything: Look = { holds: () => true, reads: true, tags: true };

function found(context: LanguageContext, look: Look): readonly Occurrence[] {
  const into: Occurrence[] = [];
  const places = placesOf(context.catalogue);
  // First what is bound: attributes that bind a name may refer to one as well.
  for (const root of context.names.outermost()) nameOccurrences(root, context, into, look);
  if (look.tags) {
    for (const root of context.document.roots) {
      ofElement(root, places.enter(root.tag.name), { context, into, look });
    }
  }
  return apart(into);
}

interface At {
  readonly context: LanguageContext;
  readonly into: Occurrence[];
  readonly look: Look;
}

function ofElement(element: Element, place: Place, at: At): void {
  const { context, into, look } = at;
  if (!look.holds(element)) return;
  attributeOccurrences(element, place, context, into);
  componentOccurrences(element, place, context, into);
  sqlOccurrences(element, place, context.document.text, into);
  for (const child of element.children) {
    if (child.kind === 'element') ofElement(child, place.enter(child.tag.name), at);
  }
}

/** In order; of two in one place the first that was found counts. */
function apart(found: readonly Occurrence[]): Occurrence[] {
  const sorted = [...found].sort((a, b) => a.start - b.start);
  const left: Occurrence[] = [];
  for (const one of sorted) if (one.start >= (left.at(-1)?.end ?? 0)) left.push(one);
  return left;
}

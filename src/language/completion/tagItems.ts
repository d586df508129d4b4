import { tagOf } from '../catalogue/lookups.js';
import type { Catalogue, CatalogueTag } from '../catalogue/types.js';
import { isInMarkup, type Place } from '../place/place.js';
import type { Element } from '../syntax/element.js';
import { closingNames } from './closingItems.js';
import { commonElements } from './htmlAttributes.js';
import type { ItemList } from './item.js';
import type { LanguageContext } from './languageContext.js';
import { componentsOf } from './projectNames.js';
import { callSnippet, elementSnippet, tagSnippet } from './tagSnippet.js';
import { isUsual, tagOrder, usualChildren } from './usage.js';

/** How what is written becomes a whole tag. */
export interface TagWriting {
  /** Before the name: `<` in text, nothing behind one that stands there. */
  readonly lead: '' | '<';
  /** Only the name is written. */
  readonly isRename: boolean;
}

/** Adds every tag that may stand in `container`, the likeliest first. */
export function addTags(
  list: ItemList,
  context: LanguageContext,
  container: Element | null,
  inside: Place | null,
  writing: TagWriting,
): void {
  const place = openPlace(container, inside);
  const isEmpty = list.replace.start === list.replace.end;
  if (writing.lead === '' && isEmpty) addClosings(list, container);
  const around = place ? [place.name, ...place.ancestors] : [];
  const usual = usualChildren(place?.name ?? '');
  const tags = orderedTags(context.catalogue);
  const first = usual.flatMap((name) => tags.filter((tag) => tag.name === name));
  for (const tag of new Set([...first, ...tags])) {
    const rank = rankOf(tag, place, context, around);
    if (rank === null) continue;
    list.add(usual.includes(tag.name) ? 4 : rank, {
      label: tag.name,
      kind: 'tag',
      description: tag.tier === 'core' ? '' : tag.tier,
      data: { of: 'tag', name: tag.name, parent: tag.context },
      ...written(tag.name, writing, tagSnippet(tag)),
    });
  }
  if (!place || !isMarkup(place)) return;
  addCalls(list, context, writing);
  for (const name of new Set([...usual, ...commonElements])) {
    if (name.includes(':')) continue;
    addElement(list, usual.includes(name) ? 6 : 60, name, writing);
  }
  for (const name of context.html?.elements ?? []) {
    // Names that the framework takes for tags of its own are no HTML.
    if (place.enter(name).kind === 'html') addElement(list, 70, name, writing);
  }
}

function addElement(list: ItemList, rank: number, name: string, writing: TagWriting): void {
  list.add(rank, {
    label: name,
    kind: 'element',
    data: { of: 'html', element: name },
    ...written(name, writing, elementSnippet(name)),
  });
}

const ordered = new WeakMap<Catalogue, readonly CatalogueTag[]>();

function orderedTags(catalogue: Catalogue): readonly CatalogueTag[] {
  let tags = ordered.get(catalogue);
  if (!tags) {
    tags = [...catalogue.tags].sort((a, b) => tagOrder(a) - tagOrder(b));
    ordered.set(catalogue, tags);
  }
  return tags;
}

/** Components of the project and those the document imports. */
function addCalls(list: ItemList, context: LanguageContext, writing: TagWriting): void {
  for (const { name, summary, isImported } of componentsOf(context)) {
    list.add(isImported ? 25 : 40, {
      label: name,
      kind: 'component',
      ...(summary
        ? {
            description: summary.path,
            data: {
              of: 'component',
              path: summary.path,
              isCalled: !isImported && !writing.isRename,
            },
          }
        : {}),
      ...written(name, writing, callSnippet(name, summary)),
    });
  }
}

function addClosings(list: ItemList, container: Element | null): void {
  for (const name of closingNames(container).slice(0, 1)) {
    list.add(2, { label: `/${name}`, kind: 'tag', insert: `/${name}>` });
  }
}

function written(
  name: string,
  { lead, isRename }: TagWriting,
  snippet: string,
): { insert: string } | { snippet: string } {
  return isRename ? { insert: name } : { snippet: `${lead}${snippet}` };
}

/** The place tags go to: an element that holds nothing and is not ended yet is still being written. */
function openPlace(container: Element | null, inside: Place | null): Place | null {
  if (container && !container.endTag && inside?.tag?.body === 'none') {
    return openPlace(container.parent, inside.parent);
  }
  return inside;
}

/** Whether HTML, widgets and calls are drawn in `place`. */
export function isMarkup(place: Place): boolean {
  if (place.kind !== 'framework') return true;
  return place.tag?.body === 'markup' || place.tag?.body === 'mixed';
}

function rankOf(
  tag: CatalogueTag,
  place: Place | null,
  context: LanguageContext,
  around: readonly string[],
): number | null {
  if (tag.removed !== null || tag.aliasOf !== null) return null;
  // Of the meanings of one name, the one that counts here.
  if (tagOf(context.catalogue, tag.name, around) !== tag) return null;
  if (!place) return rootRank(tag, context);
  if (place.tag?.children.includes(tag.name) || tag.parents.includes(place.name)) return 5;
  const isOfOwner = tag.parents.includes(ownerOf(place)?.name ?? '');
  if (isOfOwner && place.enter(tag.name).reading.as === 'statement') return 5;
  if (tag.parents.includes('*')) {
    return isGame(place, tag.prefix) ? (tag.tier === 'core' ? 20 : 30) : null;
  }
  const tier = isUsual(tag) ? -8 : tag.tier === 'core' ? 0 : tag.tier === 'ai' ? 1 : 2;
  const body = place.kind === 'framework' ? (place.tag?.body ?? 'none') : 'markup';
  const takesStatements =
    body === 'statements' || (body === 'mixed' && place.name !== 'q:slot' && !isInMarkup(place));
  if (tag.onlyIn !== null) return null;
  if (tag.isStatement && takesStatements) return 20 + tier;
  const takesMarkup = body === 'markup' || body === 'mixed';
  if (tag.mayStandInMarkup && takesMarkup) return (tag.prefix === 'q' ? 15 : 30) + tier;
  return null;
}

/** The nearest place that is no branch and no loop: a flash in a condition is one of the action around it. */
function ownerOf(place: Place): Place | null {
  let at: Place | null = place;
  while (at && /^q:(?:if|else|elseif|loop)$/.test(at.name)) at = at.parent;
  return at === place ? null : at;
}

/** What begins a document: tests in files of tests, else everything that may. */
function rootRank(tag: CatalogueTag, { document }: LanguageContext): number | null {
  if (!tag.isRoot) return null;
  const isTest = document.dialect === 'test';
  if ((tag.onlyIn === 'test') !== isTest) return null;
  return tag.tier === 'core' ? 10 : 20;
}

/** `qg:` and `qt:` belong to each other and to the applications of their kind. */
function isGame(place: Place, prefix: string): boolean {
  return place.name === 'q:application' || place.name.startsWith(`${prefix}:`);
}

import { SymbolKind, type CallHierarchyItem } from 'vscode-languageserver';
import { incomingCalls, outgoingCalls, type Calls } from '../../language/calls/callHierarchy.js';
import {
  callItemAt,
  documentItem,
  functionItem,
  type CallItem,
} from '../../language/calls/callItem.js';
import type { LanguageContext } from '../../language/completion/languageContext.js';
import type { OtherPages } from '../otherPages.js';
import { rangeIn } from '../positions.js';
import type { FeatureContext } from './feature.js';
import { placeOf } from './navigation.js';

/** What tells an item again when it is asked about: names, since offsets pass away. */
interface ItemData {
  readonly kind: CallItem['kind'];
  readonly root: string | null;
  readonly path: string | null;
}

/** Who calls a function or a component, and whom it calls. */
export function offerCallHierarchy(context: FeatureContext): void {
  const { callHierarchy } = context.connection.languages;
  callHierarchy.onPrepare(async (asked): Promise<CallHierarchyItem[] | null> => {
    const at = placeOf(context, asked);
    if (!at) return null;
    const item = await callItemAt(at.page.context(at.project), at.offset, at.pages.read);
    return item ? [shown(item, at.pages)] : null;
  });
  callHierarchy.onIncomingCalls(async ({ item }) => {
    const known = await knownItem(item, context);
    if (!known) return null;
    const calls = await incomingCalls(known.item, known.pages.read);
    return calls.map((call) => ({
      from: shown(call.item, known.pages),
      fromRanges: rangesOf(call, call.item.context, known.pages),
    }));
  });
  callHierarchy.onOutgoingCalls(async ({ item }) => {
    const known = await knownItem(item, context);
    if (!known) return null;
    const calls = await outgoingCalls(known.item, known.pages.read);
    return calls.map((call) => ({
      to: shown(call.item, known.pages),
      fromRanges: rangesOf(call, known.item.context, known.pages),
    }));
  });
}

async function knownItem(
  { uri, name, data }: CallHierarchyItem,
  { document, project, otherPages, pagesOf }: FeatureContext,
): Promise<{ item: CallItem; pages: OtherPages } | null> {
  const { kind, root, path } = data as ItemData;
  const page = document(uri);
  const isOpen = page?.kind === 'page';
  if (!isOpen && root === null) return null;
  const pages = isOpen ? otherPages(page) : pagesOf(root ?? '');
  const context = isOpen ? page.context(project(page)) : await pages.read(path ?? '');
  if (!context) return null;
  const item = kind === 'function' ? functionItem(name, context) : documentItem(context);
  return item && { item, pages };
}

function shown(
  { kind, name, path, context, selection, range }: CallItem,
  pages: OtherPages,
): CallHierarchyItem {
  const page = pages.of(context);
  const data: ItemData = { kind, root: page.surroundings.root, path };
  return {
    name,
    kind: kind === 'function' ? SymbolKind.Function : SymbolKind.Class,
    ...(path === null ? {} : { detail: path }),
    uri: page.uri,
    range: rangeIn(page, range),
    selectionRange: rangeIn(page, selection),
    data,
  };
}

function rangesOf(
  { places }: Calls,
  of: LanguageContext,
  pages: OtherPages,
): CallHierarchyItem['range'][] {
  const page = pages.of(of);
  return places.map((place) => rangeIn(page, place));
}

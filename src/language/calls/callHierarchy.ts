import type { LanguageContext } from '../completion/languageContext.js';
import { calledComponent } from '../completion/projectNames.js';
import type { Span } from '../expression/ast.js';
import type { ReadDocument } from '../navigation/projectDocuments.js';
import type { ComponentSummary } from '../project/componentSummary.js';
import { isComponentName } from '../project/summarise.js';
import { spanOf } from '../scope/expressionUse.js';
import { usesIn } from '../scope/facts.js';
import type { Element } from '../syntax/element.js';
import { documentItem, functionItem, itemAround, type CallItem } from './callItem.js';

/** Who is called, or calls; and where, by offsets of the calling document. */
export interface Calls {
  readonly item: CallItem;
  readonly places: readonly Span[];
}

/** Who calls `item`. */
export async function incomingCalls(item: CallItem, read: ReadDocument): Promise<Calls[]> {
  const { kind, name, context, path } = item;
  if (kind === 'function') {
    const calls = functionCalls(context).filter((call) => call.name === name);
    return grouped(calls, ({ element }) => itemAround(element, context));
  }
  const users = new Set(path === null ? [] : context.project?.usesOf(path).map((use) => use.path));
  const found: Calls[] = [];
  for (const user of users) {
    const calling = user === path ? context : await read(user);
    if (!calling) continue;
    const calls = componentCalls(calling).filter(({ component }) => component.path === path);
    found.push(...grouped(calls, () => documentItem(calling)));
  }
  return found;
}

/** Whom `item` calls. */
export async function outgoingCalls(item: CallItem, read: ReadDocument): Promise<Calls[]> {
  const { context, range } = item;
  const isOwn = ({ element, place }: Call): boolean =>
    range.start <= place.start &&
    place.end <= range.end &&
    itemAround(element, context)?.selection.start === item.selection.start;
  const functions = functionCalls(context).filter(isOwn);
  const found = grouped(functions, ({ name }) => functionItem(name, context));
  if (item.kind === 'function') return found;
  const calls = componentCalls(context);
  for (const component of new Set(calls.map((call) => call.component))) {
    const called = component.path === item.path ? context : await read(component.path);
    const own = calls.filter((call) => call.component === component);
    if (called) found.push(...grouped(own, () => documentItem(called)));
  }
  return found;
}

interface Call {
  readonly name: string;
  readonly element: Element;
  readonly place: Span;
}

/** Calls of the document's own functions. */
function functionCalls(context: LanguageContext): Call[] {
  return context.names.outermost().flatMap(({ facts, scope }) =>
    usesIn(facts).flatMap((use) =>
      use.calls.flatMap((call) => {
        if (!scope.names.functions.has(call.name)) return [];
        const { start, end } = spanOf(use, call);
        const base = use.anchor.start;
        const place = { start: base + start, end: base + end };
        return [{ name: call.name, element: use.element, place }];
      }),
    ),
  );
}

function componentCalls(context: LanguageContext): (Call & { component: ComponentSummary })[] {
  const known = new Map<string, ComponentSummary | null>();
  return context.document.tokens.flatMap((token) => {
    if (token.kind !== 'start' || !token.element || !isComponentName(token.name)) return [];
    const { name, element } = token;
    if (!known.has(name)) known.set(name, calledComponent(context, name));
    const component = known.get(name);
    const start = token.start + 1;
    return component
      ? [{ name, element, component, place: { start, end: start + name.length } }]
      : [];
  });
}

/** Calls that belong to one item together, in the order of the first of each. */
function grouped<T extends Call>(
  calls: readonly T[],
  itemOf: (call: T) => CallItem | null,
): Calls[] {
  const groups = new Map<number, { item: CallItem; places: Span[] }>();
  for (const call of calls) {
    const item = itemOf(call);
    if (!item) continue;
    const group = groups.get(item.selection.start) ?? { item, places: [] };
    groups.set(item.selection.start, group);
    group.places.push(call.place);
  }
  return [...groups.values()];
}

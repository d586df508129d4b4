import { elementsNamed, plainValue } from '../completion/elementNames.js';
import type { LanguageContext } from '../completion/languageContext.js';
import { calledComponent } from '../completion/projectNames.js';
import type { Span } from '../expression/ast.js';
import { occurrenceAt } from '../navigation/occurrencesIn.js';
import type { ReadDocument } from '../navigation/projectDocuments.js';
import { endOfNode, type Element } from '../syntax/element.js';
import { attributeOf, endOf } from '../syntax/token.js';

/** Something that calls and is called: a function of a page, or a page or component as a whole. */
export interface CallItem {
  readonly kind: 'function' | 'component';
  readonly name: string;
  /** Of the document that holds it; null without a project. */
  readonly path: string | null;
  readonly context: LanguageContext;
  /** Its name, and all of it. */
  readonly selection: Span;
  readonly range: Span;
}

/** What a caret at `offset` stands on that can be called; null for anything else. */
export async function callItemAt(
  context: LanguageContext,
  offset: number,
  read: ReadDocument,
): Promise<CallItem | null> {
  const symbol = occurrenceAt(context, offset)?.symbol;
  if (symbol?.kind === 'function') return functionItem(symbol.name, context);
  if (symbol?.kind === 'component' || symbol?.kind === 'alias') {
    const { path } = calledComponent(context, symbol.name) ?? { path: symbol.owner };
    const called = path === context.path ? context : await read(path);
    return called && documentItem(called);
  }
  const [root] = context.document.roots;
  const isOnRoot = root && root.tag.start <= offset && offset <= endOf(root.tag);
  return isOnRoot ? documentItem(context) : null;
}

/** The function of that name; null when the document has none. */
export function functionItem(name: string, context: LanguageContext): CallItem | null {
  const functions = elementsNamed(context.document, 'q:function', 'function');
  const element = functions.find((one) => plainValue(one, 'name') === name);
  if (!element) return null;
  const base = { kind: 'function' as const, name, path: context.path, context };
  return { ...base, selection: nameSpan(element), range: spanOf(element) };
}

/** A document as a whole. */
export function documentItem(context: LanguageContext): CallItem | null {
  const [root] = context.document.roots;
  if (!root) return null;
  const { path } = context;
  const file = path?.slice(path.lastIndexOf('/') + 1).replace(/\.q$/, '');
  const name = file ?? plainValue(root, 'name') ?? root.tag.name;
  const base = { kind: 'component' as const, name, path, context };
  return { ...base, selection: nameSpan(root), range: spanOf(root) };
}

/** The item an expression or a call in `element` belongs to. */
export function itemAround(element: Element, context: LanguageContext): CallItem | null {
  for (let at: Element | null = element; at; at = at.parent) {
    const name = /^(?:q:)?function$/.test(at.tag.name) ? plainValue(at, 'name') : null;
    if (name !== null) return functionItem(name, context);
  }
  return documentItem(context);
}

function nameSpan({ tag }: Element): Span {
  const name = attributeOf(tag, 'name');
  if (!name?.value) return { start: tag.start + 1, end: tag.start + 1 + tag.name.length };
  const start = tag.start + name.valueStart;
  return { start, end: start + name.value.length };
}

function spanOf(element: Element): Span {
  return { start: element.tag.start, end: endOfNode(element) };
}

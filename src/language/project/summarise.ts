import { startsWithQuantum } from '../ownership.js';
import { isOn, isRequired } from '../syntax/booleans.js';
import type { SyntaxDocument } from '../syntax/document.js';
import { startOf, type Element } from '../syntax/element.js';
import { localOf, prefixOf } from '../syntax/names.js';
import { attributeOf, type Attribute } from '../syntax/token.js';
import type {
  ComponentSummary,
  SummaryAction,
  SummaryCall,
  SummaryImport,
  SummaryLink,
  SummaryName,
  SummaryParam,
  SummaryQuery,
  SummaryUse,
} from './componentSummary.js';
import { cssLinksIn } from './cssLinks.js';
import { kept } from './kept.js';
import { linkOf } from './links.js';
import { scopeUses } from './scopeUses.js';

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };

/** What others need to know of the document at `path`. */
export function summarise(document: SyntaxDocument, path: string): ComponentSummary {
  const [root] = document.roots;
  const file = path.slice(path.lastIndexOf('/') + 1);
  const summary: Writable<ComponentSummary> = {
    path,
    kind: kindOf(root, document),
    name: file.replace(/\.q$/, ''),
    params: [],
    slots: [],
    actions: [],
    functions: [],
    queries: [],
    imports: [],
    calls: [],
    links: [],
    ids: [],
    uses: scopeUses(document.text),
    requiresAuth: root !== undefined && isOn(root, 'require_auth'),
    requiredRole: valueOf(root, 'require_role'),
  };
  for (const outermost of document.roots) visit(outermost, summary);
  for (const link of cssLinksIn(document)) summary.links.push({ ...link, name: kept(link.name) });
  return summary;
}

function kindOf(root: Element | undefined, document: SyntaxDocument): ComponentSummary['kind'] {
  if (document.dialect === 'test') return 'test';
  const local = root ? localOf(root.tag.name) : '';
  if (local === 'component' || local === 'application' || local === 'job') return local;
  return startsWithQuantum(document.text.slice(0, 4096)) ? 'component' : 'broken';
}

function visit(element: Element, into: Writable<ComponentSummary>): void {
  const { name } = element.tag;
  read(element, name, into);
  const id = attributeOf(element.tag, 'id')?.value;
  if (id) into.ids.push(kept(id));
  const link = linkOf(element);
  if (link) into.links.push(absolute(element, link));
  for (const child of element.children) if (child.kind === 'element') visit(child, into);
}

function read(element: Element, name: string, into: Writable<ComponentSummary>): void {
  const isTop = element.parent?.parent === null;
  switch (bareOrQuantum(name)) {
    case 'param':
      if (isTop) into.params.push(paramOf(element));
      return;
    case 'action':
      if (isTop) into.actions.push(actionOf(element));
      into.uses.push(...use(element, 'datasource', 'datasource'));
      into.uses.push(...use(element, 'table', 'table'));
      return;
    case 'function':
      if (isTop) into.functions.push(named(element, 'name'));
      return;
    case 'import':
      if (isTop && attributeOf(element.tag, 'component')) into.imports.push(importOf(element));
      return;
    case 'slot':
      into.slots.push(kept(valueOf(element, 'name') ?? 'default'));
      return;
    case 'query':
      into.queries.push(queryOf(element));
      into.uses.push(...use(element, 'datasource', 'datasource'));
      return;
    case 'transaction':
      into.uses.push(...use(element, 'datasource', 'datasource'));
      return;
    case 'invoke':
      into.uses.push(...use(element, 'service', 'service'));
      return;
  }
  if (prefixOf(name) === 'ui') into.uses.push(...use(element, 'datasource', 'datasource'));
  else if (isComponentName(name)) into.calls.push(callOf(element));
}

const bare = new Set(['param', 'action', 'function', 'import', 'slot', 'query', 'transaction']);

/** The local name of a tag of the framework that matters here; '' for every other. */
function bareOrQuantum(name: string): string {
  if (name.startsWith('q:')) return name.slice(2);
  return bare.has(name) ? name : '';
}

/** Whether a tag calls a component: a capital first, and not capitals alone. */
export function isComponentName(name: string): boolean {
  const first = name.charCodeAt(0);
  return first >= 65 && first <= 90 && name !== name.toUpperCase() && !name.includes(':');
}

/** The value of an attribute as written; null where there is none. */
export function valueOf(element: Element | undefined, name: string): string | null {
  const value = element && attributeOf(element.tag, name)?.value;
  return value === undefined || value === null ? null : kept(value);
}

/** The value of `attribute` with its place; the tag's name where it is missing. */
function named(element: Element, attribute: string): SummaryName {
  const found = attributeOf(element.tag, attribute);
  if (found?.value) return placed(element, found, found.value);
  const start = startOf(element) + 1;
  return { name: '', start, end: start + element.tag.name.length };
}

function placed(element: Element, { valueStart }: Attribute, value: string): SummaryName {
  const start = startOf(element) + valueStart;
  return { name: kept(value), start, end: start + value.length };
}

function absolute(element: Element, link: SummaryLink): SummaryLink {
  const base = startOf(element);
  return { ...link, name: kept(link.name), start: base + link.start, end: base + link.end };
}

function paramOf(element: Element): SummaryParam {
  return {
    ...named(element, 'name'),
    type: valueOf(element, 'type') ?? 'string',
    isRequired: isRequired(element),
    default: valueOf(element, 'default'),
  };
}

function actionOf(element: Element): SummaryAction {
  const params = element.children.filter(
    (child): child is Element =>
      child.kind === 'element' && bareOrQuantum(child.tag.name) === 'param',
  );
  return {
    ...named(element, 'name'),
    method: valueOf(element, 'method') ?? 'POST',
    params: params.map(paramOf),
    hasTable: attributeOf(element.tag, 'table') !== undefined,
  };
}

function importOf(element: Element): SummaryImport {
  return {
    ...named(element, 'component'),
    from: valueOf(element, 'from'),
    as: valueOf(element, 'as'),
  };
}

function callOf(element: Element): SummaryCall {
  const start = startOf(element) + 1;
  const { name, attributes } = element.tag;
  return {
    name: kept(name),
    start,
    end: start + name.length,
    props: attributes.map((attribute) => kept(attribute.name)),
    hasContent: element.children.some((child) => child.kind !== 'text' || !child.isBlank),
    isConditional: isConditional(element),
  };
}

const conditions = new Set([
  'q:if',
  'q:elseif',
  'q:else',
  'q:loop',
  'q:slot',
  'ui:list',
  'ui:table',
]);

/** Whether what stands here may not be drawn. */
export function isConditional(element: Element): boolean {
  for (let at = element.parent; at; at = at.parent)
    if (conditions.has(at.tag.name) || isComponentName(at.tag.name)) return true;
  return false;
}

function queryOf(element: Element): SummaryQuery {
  return { ...named(element, 'name'), datasource: valueOf(element, 'datasource') ?? '' };
}

function use(element: Element, kind: SummaryUse['kind'], attribute: string): SummaryUse[] {
  const found = attributeOf(element.tag, attribute);
  if (!found?.value || found.value.includes('{')) return [];
  return [{ ...placed(element, found, found.value), kind }];
}

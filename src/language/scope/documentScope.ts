import type { Catalogue } from '../catalogue/types.js';
import type { Element } from '../syntax/element.js';
import { attributeOf } from '../syntax/token.js';
import type { Definition } from './definition.js';
import type { ExpressionUse } from './expressionUse.js';
import { isRegion, type Facts } from './facts.js';
import { queryFields } from './queryFields.js';

/**
 * Where variables live together: the page, or the body of an action, a function and the like. Functions see
 * the variables of the page that calls them; actions run without the page.
 */
export interface Region {
  readonly facts: Facts;
  readonly outer: Region | null;
  readonly definitions: Map<string, Definition[]>;
  /** It may hold names that only running the page can tell. */
  isOpen: boolean;
  readonly uses: ExpressionUse[];
}

/** The variables of a document: what is bound where, and what is read. */
export interface DocumentScope {
  readonly regions: readonly Region[];
  readonly functions: ReadonlyMap<string, Definition>;
  /** Names that are set in a scope, such as `cart` of `session.cart`. */
  readonly scoped: readonly Definition[];
  readonly actions: number;
}

/** What is bound and read in a document, out of the facts of its outermost element. */
export function documentScope(root: Facts, text: string): DocumentScope {
  const functions = new Map<string, Definition>();
  const scoped: Definition[] = [];
  const regions: Region[] = [];
  let actions = 0;
  const open = (facts: Facts, outer: Region | null): Region => {
    const region = { facts, outer, definitions: new Map(), isOpen: false, uses: [] };
    regions.push(region);
    return region;
  };
  const bind = (region: Region, definition: Definition): void => {
    if (definition.scope !== null) scoped.push(definition);
    else if (definition.kind === 'function') {
      if (!functions.has(definition.name)) functions.set(definition.name, definition);
    } else if (definition.kind !== 'component') {
      const known = region.definitions.get(definition.name);
      if (known) known.push(definition);
      else region.definitions.set(definition.name, [definition]);
    }
  };
  const visit = (facts: Facts, region: Region): void => {
    const { place, definitions, uses, inner } = facts;
    if (place.name === 'q:action') actions += 1;
    const own = isRegion(place) && facts !== root ? open(facts, region) : region;
    for (const definition of definitions.names) {
      const isOutside = definition.where !== 'inside' && definition.where !== 'owner';
      bind(isOutside ? region : own, definition);
    }
    if (definitions.isOpen) region.isOpen = true;
    own.uses.push(...uses.expressions);
    bindFields(facts, own, text);
    for (const one of inner) visit(one, own);
  };
  visit(root, open(root, null));
  return { regions, functions, scoped, actions };
}

/** A loop over a query binds each of its fields as well; unknown ones may have any name. */
function bindFields({ element, place }: Facts, region: Region, text: string): void {
  if (place.name !== 'q:loop') return;
  const query = attributeOf(element.tag, 'query');
  if (!query) return;
  const fields = fieldsOf(region, query.value ?? '', text);
  if (fields === null) {
    region.isOpen = true;
    return;
  }
  for (const name of fields) {
    const known = region.definitions.get(name) ?? [];
    known.push({
      name,
      scope: null,
      kind: 'value',
      results: null,
      where: 'after',
      element,
      place,
      attribute: query,
    });
    region.definitions.set(name, known);
  }
}

/** The columns of the query that `name` is here; null when they cannot be told. */
export function fieldsOf(region: Region, name: string, text: string): readonly string[] | null {
  const definitions = definitionsNamed(region, name);
  const [only] = definitions;
  if (!only || definitions.length > 1 || only.place.name !== 'q:query') return null;
  return queryFields(only.element, text);
}

/** The definitions of a name that a region sees, its own first. */
export function definitionsNamed(region: Region, name: string): readonly Definition[] {
  const own = region.definitions.get(name);
  if (own) return own;
  return seesOuter(region) && region.outer ? definitionsNamed(region.outer, name) : [];
}

/** Every name a region sees. */
export function visibleNames(region: Region): Set<string> {
  const names = new Set(region.definitions.keys());
  if (seesOuter(region) && region.outer)
    for (const name of visibleNames(region.outer)) names.add(name);
  return names;
}

/** Whether anything may be bound that nothing here tells. */
export function mayKnowMore(region: Region): boolean {
  if (region.isOpen) return true;
  return seesOuter(region) && region.outer !== null && mayKnowMore(region.outer);
}

function seesOuter({ facts }: Region): boolean {
  return facts.place.name !== 'q:action';
}

/** Whether `inner` is `outer` or lies in it. */
export function isWithin(inner: Element, outer: Element): boolean {
  for (let at: Element | null = inner; at; at = at.parent) if (at === outer) return true;
  return false;
}

/** Names every expression of a region knows: variables of the framework itself. */
export function implicitNames(
  catalogue: Catalogue,
  region: Region,
  path: string | null,
): Set<string> {
  const isAction = region.facts.place.name === 'q:action';
  const names = new Set(catalogue.scopes.map(({ name }) => name));
  for (const { name, where } of catalogue.implicitVariables) {
    if (where === 'everywhere' || (where === 'action') === isAction) names.add(name);
  }
  for (const [, name = ''] of (path ?? '').matchAll(/\[(?:\.\.\.)?(\w+)\]/g)) names.add(name);
  return names;
}

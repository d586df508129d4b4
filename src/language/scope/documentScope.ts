import type { Catalogue } from '../catalogue/types.js';
import type { Element } from '../syntax/element.js';
import { attributeOf } from '../syntax/token.js';
import { fieldOf, type Definition } from './definition.js';
import type { Facts, Loop } from './facts.js';
import { queryFields } from './queryFields.js';

/**
 * Where variables live together: the page, or the body of an action, a function and the like. Functions see
 * the variables of the page that calls them; actions run without the page.
 */
export interface Region {
  readonly facts: Facts;
  readonly outer: Region | null;
  readonly definitions: ReadonlyMap<string, readonly Definition[]>;
  /** Names the framework itself has here. */
  readonly implicit: ReadonlySet<string>;
  /** It may hold names that only running the page can tell. */
  readonly isOpen: boolean;
}

/** The variables of a document: what is bound where. */
export interface DocumentScope {
  readonly regions: readonly Region[];
  /** Stays the same object while no name is bound otherwise than before. */
  readonly names: ScopeNames;
}

/** Names that all regions of a document share. */
export interface ScopeNames {
  readonly functions: ReadonlyMap<string, Definition>;
  /** Names that are set in a scope, such as `cart` of `session.cart`. */
  readonly scoped: readonly Definition[];
}

/** What a document's scope depends on besides its text. */
export interface ScopeSurroundings {
  readonly text: string;
  readonly catalogue: Catalogue;
  /** The document's path: `[id].q` has a parameter. */
  readonly path: string | null;
}

/**
 * What is bound where in a document, out of the facts of its outermost element. With the scope of the document
 * before an edit, what the edit left alone is taken over: the same `names` mean the same answers to
 * everything that asks for names only.
 */
export function documentScope(
  root: Facts,
  surroundings: ScopeSurroundings,
  before: DocumentScope | null = null,
): DocumentScope {
  const regions: Region[] = [];
  const open = (facts: Facts, outer: Region | null): void => {
    const region = regionOfFacts(facts, outer, surroundings, before?.regions[regions.length]);
    regions.push(region);
    for (const inner of facts.regions) open(inner, region);
  };
  open(root, null);
  const isSame =
    before?.regions.length === regions.length &&
    regions.every((region, at) => region.definitions === before.regions[at]?.definitions);
  return { regions, names: isSame ? before.names : namesOf(regions) };
}

function namesOf(regions: readonly Region[]): ScopeNames {
  const functions = new Map<string, Definition>();
  const scoped: Definition[] = [];
  for (const definition of regions.flatMap(({ facts }) => facts.definitions)) {
    if (definition.scope !== null) scoped.push(definition);
    else if (definition.kind === 'function' && !functions.has(definition.name)) {
      functions.set(definition.name, definition);
    }
  }
  return { functions, scoped };
}

function regionOfFacts(
  facts: Facts,
  outer: Region | null,
  surroundings: ScopeSurroundings,
  before: Region | undefined,
): Region {
  if (before && isSameBindings(facts, before.facts) && isSameOuter(outer, before.outer)) {
    return { ...before, facts, outer };
  }
  const definitions = new Map<string, Definition[]>();
  for (const definition of facts.definitions) {
    const { kind, scope } = definition;
    if (scope === null && kind !== 'function' && kind !== 'component') add(definitions, definition);
  }
  const fields = facts.loops.map((loop) => addFields(loop, definitions, outer, surroundings.text));
  const isOpen = facts.isOpen || fields.includes(false);
  return { facts, outer, definitions, implicit: implicitNames(facts, surroundings), isOpen };
}

function isSameBindings(now: Facts, before: Facts): boolean {
  if (now === before) return true;
  return (
    now.isOpen === before.isOpen &&
    now.place === before.place &&
    now.loops.length === before.loops.length &&
    now.loops.every((loop, at) => loop === before.loops[at]) &&
    now.definitions.length === before.definitions.length &&
    now.definitions.every((one, at) => one === before.definitions[at])
  );
}

function isSameOuter(now: Region | null, before: Region | null): boolean {
  return now?.definitions === before?.definitions;
}

function add(definitions: Map<string, Definition[]>, definition: Definition): void {
  const known = definitions.get(definition.name);
  if (known) known.push(definition);
  else definitions.set(definition.name, [definition]);
}

/** A loop over a query binds each of its fields as well. False when nobody can tell which. */
function addFields(
  loop: Loop,
  definitions: Map<string, Definition[]>,
  outer: Region | null,
  text: string,
): boolean {
  const attribute = attributeOf(loop.tag, 'query');
  const query = attribute?.value;
  if (!attribute || !query) return true;
  const bound = definitions.get(query) ?? (outer ? definitionsNamed(outer, query) : []);
  const fields = fieldsOf(bound, text);
  for (const name of fields ?? []) {
    add(definitions, fieldOf(loop, name, attribute));
  }
  return fields !== null;
}

/** The columns of the query that a name with those definitions is; null when they cannot be told. */
export function fieldsOf(
  definitions: readonly Definition[],
  text: string,
): readonly string[] | null {
  const [only] = definitions;
  if (!only || definitions.length > 1 || only.place.name !== 'q:query') return null;
  return queryFields(only.element, text);
}

/** The definitions of a name that a region sees, its own first. */
export function definitionsNamed(region: Region, name: string): readonly Definition[] {
  const own = region.definitions.get(name);
  if (own) return own;
  return seesOuter(region) && region.outer ? definitionsNamed(region.outer, name) : none;
}

const none: readonly Definition[] = [];

/** Whether `element` reads a definition: one inside of an element is there in it; loops leave theirs behind. */
export function reaches({ where, place, element: binder }: Definition, element: Element): boolean {
  return where !== 'inside' || place.name === 'q:loop' || isWithin(element, binder);
}

/** Every name a region sees. */
export function visibleNames(region: Region): Set<string> {
  const names = new Set(region.definitions.keys());
  if (seesOuter(region) && region.outer) {
    for (const name of visibleNames(region.outer)) names.add(name);
  }
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

/** The region whose variables an element's expressions read: the innermost around it. */
export function regionOf(scope: DocumentScope, element: Element): Region | null {
  const around = scope.regions.filter(({ facts }) => isWithin(element, facts.element));
  return around.at(-1) ?? null;
}

function implicitNames(facts: Facts, { catalogue, path }: ScopeSurroundings): Set<string> {
  const isAction = facts.place.name === 'q:action';
  const names = new Set(catalogue.scopes.map(({ name }) => name));
  for (const { name, where } of catalogue.implicitVariables) {
    if (where === 'everywhere' || (where === 'action') === isAction) names.add(name);
  }
  for (const [, name = ''] of (path ?? '').matchAll(/\[(?:\.\.\.)?(\w+)\]/g)) names.add(name);
  return names;
}

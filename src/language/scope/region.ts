import type { Catalogue } from '../catalogue/types.js';
import { routeParameters } from '../project/routes.js';
import type { Element } from '../syntax/element.js';
import type { Definition } from './definition.js';
import { isRegion, type Facts, type Loop } from './facts.js';
import { NameTable } from './nameTable.js';
import { queryFields } from './queryFields.js';
import { QueryLoops } from './queryLoops.js';

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

/** What a document's scope depends on besides its text. */
export interface ScopeSurroundings {
  readonly catalogue: Catalogue;
  /** The document's path: `[id].q` has a parameter. */
  readonly path: string | null;
}

/** What an edit takes out of a region and puts in; what is in both only moved. */
export class RegionEdit {
  readonly removed = new Set<Definition>();
  readonly added = new Set<Definition>();
  readonly removedLoops = new Set<Loop>();
  readonly addedLoops = new Set<Loop>();

  remove(facts: Facts, definitions: readonly Definition[]): void {
    for (const one of definitions) this.removed.add(one);
    if (facts.loop) this.removedLoops.add(facts.loop);
  }

  add(facts: Facts, definitions: readonly Definition[]): void {
    for (const one of definitions) this.added.add(one);
    if (facts.loop) this.addedLoops.add(facts.loop);
  }
}

/** A region that follows its document. */
export class LiveRegion implements Region {
  readonly definitions = new Map<string, readonly Definition[]>();
  readonly implicit: ReadonlySet<string>;
  private readonly bound = new NameTable();
  private readonly fields = new NameTable();
  private readonly loops = new QueryLoops();

  constructor(
    public facts: Facts,
    readonly outer: LiveRegion | null,
    surroundings: ScopeSurroundings,
  ) {
    this.implicit = implicitNames(facts, surroundings);
  }

  get isOpen(): boolean {
    return this.facts.isOpen || this.loops.isOpen;
  }

  /** The queries that loops here go over. */
  get queriesLooped(): Iterable<string> {
    return this.loops.queries;
  }

  /**
   * Takes an edit in. `around`: names of regions around it that are bound otherwise now. Returns the names
   * that are bound otherwise here.
   */
  change(edit: RegionEdit, around: ReadonlySet<string>, text: string): Set<string> {
    const names = this.bound.change(plain(edit.removed), plain(edit.added));
    const again = this.loops.loopsOver([...names, ...around]);
    const gone = this.loops.remove([...edit.removedLoops, ...again]);
    const left = [...again].filter((loop) => !edit.removedLoops.has(loop));
    const come = this.loops.add(new Set([...left, ...edit.addedLoops]), (query) =>
      fieldsOf(this.bound.get(query) ?? this.outerBound(query), text),
    );
    for (const name of this.fields.change(new Set(gone), new Set(come))) names.add(name);
    for (const name of names) {
      const all = [...(this.bound.get(name) ?? []), ...(this.fields.get(name) ?? [])];
      if (all.length > 0) this.definitions.set(name, all);
      else this.definitions.delete(name);
    }
    return names;
  }

  private outerBound(name: string): readonly Definition[] {
    return this.outer ? definitionsNamed(this.outer, name) : none;
  }
}

/** Without functions and what is set in a scope: these belong to the document. */
function plain(definitions: ReadonlySet<Definition>): Set<Definition> {
  const variables = new Set<Definition>();
  for (const one of definitions) {
    if (one.scope === null && one.kind !== 'function' && one.kind !== 'component') {
      variables.add(one);
    }
  }
  return variables;
}

/** What an element binds in its own body, for a region; else what it binds. */
export function boundInside(facts: Facts): readonly Definition[] {
  const { place, bound, outward } = facts;
  return isRegion(place) ? bound.filter((one) => !outward.includes(one)) : bound;
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

function implicitNames(facts: Facts, { catalogue, path }: ScopeSurroundings): Set<string> {
  const isAction = facts.place.name === 'q:action';
  const names = new Set(catalogue.scopes.map(({ name }) => name));
  for (const { name, where } of catalogue.implicitVariables) {
    if (where === 'everywhere' || (where === 'action') === isAction) names.add(name);
  }
  for (const name of routeParameters(path ?? '')) names.add(name);
  return names;
}

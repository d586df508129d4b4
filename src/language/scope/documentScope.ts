import { sameEnds } from '../syntax/listValues.js';
import type { Element } from '../syntax/element.js';
import type { Definition } from './definition.js';
import { isRegion, type Facts } from './facts.js';
import { NameTable } from './nameTable.js';
import {
  boundInside,
  isWithin,
  LiveRegion,
  RegionEdit,
  type Region,
  type ScopeSurroundings,
} from './region.js';

/** Names that all regions of a document share. */
export interface ScopeNames {
  /** By its name the one that counts: the first. */
  readonly functions: ReadonlyMap<string, Definition>;
  /** Names that are set in a scope, such as `cart` of `session.cart`. */
  readonly scoped: readonly Definition[];
}

/** The variables of an outermost element: what is bound where. It follows its document. */
export interface DocumentScope {
  readonly regions: readonly Region[];
  /** Another object whenever any name is bound otherwise than before. */
  readonly names: ScopeNames;
  /** Counts the edits after which anything was bound otherwise. */
  readonly version: number;
  /** The region whose body `facts` are of; undefined where they are of no region. */
  regionAt(facts: Facts): Region | undefined;
  /** The names that are bound otherwise than at that version; of a function: `name()`. Null: any may be. */
  changedSince(version: number): ReadonlySet<string> | null;
}

/** Follows its document: after an edit only what it touched is looked at. */
export class LiveScope implements DocumentScope {
  version = 0;
  private readonly byFacts = new Map<Facts, LiveRegion>();
  private readonly functions = new NameTable();
  private readonly scoped = new NameTable();
  private readonly changes: { readonly version: number; readonly names: ReadonlySet<string> }[] =
    [];
  /** The last question after changes, and its answer. */
  private told: { readonly since: number; readonly names: ReadonlySet<string> | null } | null =
    null;
  private open: readonly boolean[] = [];
  private ordered: readonly LiveRegion[] | null = null;
  private shared: ScopeNames | null = null;

  constructor(
    private root: Facts,
    private readonly surroundings: ScopeSurroundings,
    text: string,
  ) {
    const change = new Change();
    this.enter(root, null, change);
    this.take(change, text);
  }

  get regions(): readonly Region[] {
    return this.live();
  }

  get names(): ScopeNames {
    this.shared ??= {
      functions: firstsOf(this.functions),
      scoped: [...this.scoped.entries().values()].flat(),
    };
    return this.shared;
  }

  regionAt(facts: Facts): Region | undefined {
    return this.byFacts.get(facts);
  }

  changedSince(version: number): ReadonlySet<string> | null {
    if (this.told?.since === version) return this.told.names;
    const oldest = this.changes[0]?.version ?? this.version + 1;
    let names: Set<string> | null = null;
    if (version >= oldest - 1) {
      names = new Set();
      for (const change of this.changes) {
        if (change.version > version) for (const name of change.names) names.add(name);
      }
    }
    this.told = { since: version, names };
    return names;
  }

  /** Takes an edit in. False when the element became another one: then nothing of this holds. */
  follow(root: Facts, text: string): boolean {
    if (root.place !== this.root.place) return false;
    const before = this.root;
    if (before === root) return true;
    this.root = root;
    const change = new Change();
    this.compareRegions(before, root, change);
    // First out, then in: what moved is both.
    for (const [facts, around] of change.left) this.leave(facts, around, change);
    for (const [facts, around] of change.entered) this.enter(facts, around, change);
    this.take(change, text);
    return true;
  }

  /** Two states of one region. */
  private compareRegions(before: Facts, now: Facts, change: Change): void {
    const region = this.byFacts.get(before);
    if (!region) throw new Error(`<${before.element.tag.name}> has no variables of its own.`);
    this.byFacts.delete(before);
    this.byFacts.set(now, region);
    this.ordered = null;
    region.facts = now;
    // What is said of the calls of a function depends on its parameters and its return as well.
    for (const one of now.outward) if (one.kind === 'function') change.names.add(called(one.name));
    this.compare(before, now, region, change);
  }

  /** Two states of one element in a region, or of the region's own. */
  private compare(before: Facts, now: Facts, region: LiveRegion, change: Change): void {
    if (before === now) return;
    const edit = change.of(region);
    edit.remove(before, boundInside(before));
    edit.add(now, boundInside(now));
    const { front, back } = sameEnds(before.inner, now.inner);
    const old = before.inner.slice(front, before.inner.length - back);
    const fresh = now.inner.slice(front, now.inner.length - back);
    const isPaired = old.length === fresh.length;
    for (const [at, one] of old.entries()) {
      const other = isPaired ? fresh[at] : undefined;
      if (other?.place === one.place) this.pair(one, other, region, change);
      else change.left.push([one, region]);
    }
    for (const [at, one] of fresh.entries()) {
      if (!isPaired || old[at]?.place !== one.place) change.entered.push([one, region]);
    }
  }

  private pair(before: Facts, now: Facts, region: LiveRegion, change: Change): void {
    if (!isRegion(before.place)) {
      this.compare(before, now, region, change);
      return;
    }
    const edit = change.of(region);
    for (const one of before.outward) edit.removed.add(one);
    for (const one of now.outward) edit.added.add(one);
    if (before !== now) this.compareRegions(before, now, change);
  }

  private leave(facts: Facts, around: LiveRegion, change: Change): void {
    const own = isRegion(facts.place) ? this.byFacts.get(facts) : undefined;
    if (own) {
      for (const one of facts.outward) change.of(around).removed.add(one);
      this.byFacts.delete(facts);
      this.ordered = null;
    }
    const region = own ?? around;
    change.of(region).remove(facts, boundInside(facts));
    for (const inner of facts.inner) this.leave(inner, region, change);
  }

  private enter(facts: Facts, around: LiveRegion | null, change: Change): void {
    let region = around;
    if (!region || isRegion(facts.place)) {
      if (region) for (const one of facts.outward) change.of(region).added.add(one);
      region = new LiveRegion(facts, around, this.surroundings);
      this.byFacts.set(facts, region);
      this.ordered = null;
    }
    change.of(region).add(facts, boundInside(facts));
    for (const inner of facts.inner) this.enter(inner, region, change);
  }

  /** Takes all edits in, those of outer regions first: loops in inner ones may go over their queries. */
  private take({ edits, names }: Change, text: string): void {
    for (const name of this.takeShared(edits)) names.add(name);
    const nothing = new RegionEdit();
    for (const region of this.live()) {
      const edit = edits.get(region);
      if (!edit && names.size === 0) continue;
      for (const name of region.change(edit ?? nothing, names, text)) names.add(name);
    }
    const open = this.live().flatMap(({ facts, isOpen }) => [facts.isOpen, isOpen]);
    const isOtherwise = open.join() !== this.open.join();
    this.open = open;
    if (names.size === 0 && !isOtherwise) return;
    this.version += 1;
    this.shared = null;
    this.told = null;
    // Where it is told otherwise which names there are at all, no answer holds.
    if (isOtherwise) this.changes.length = 0;
    else this.changes.push({ version: this.version, names });
    if (this.changes.length > remembered) this.changes.shift();
  }

  private takeShared(edits: ReadonlyMap<LiveRegion, RegionEdit>): Set<string> {
    const removed = new Shared();
    const added = new Shared();
    for (const edit of edits.values()) {
      removed.take(edit.removed);
      added.take(edit.added);
    }
    const names = this.scoped.change(removed.scoped, added.scoped);
    for (const name of this.functions.change(removed.functions, added.functions)) {
      names.add(called(name));
    }
    return names;
  }

  /** In the order of the document: outer ones before those in them. */
  private live(): readonly LiveRegion[] {
    this.ordered ??= [...this.byFacts.values()].sort(
      (a, b) => a.facts.element.tag.start - b.facts.element.tag.start,
    );
    return this.ordered;
  }
}

/** What an edit comes to, collected before it is taken in. */
class Change {
  readonly edits = new Map<LiveRegion, RegionEdit>();
  /** With the region around. */
  readonly left: (readonly [Facts, LiveRegion])[] = [];
  readonly entered: (readonly [Facts, LiveRegion])[] = [];
  /** Names that count as bound otherwise. */
  readonly names = new Set<string>();

  of(region: LiveRegion): RegionEdit {
    let edit = this.edits.get(region);
    if (!edit) this.edits.set(region, (edit = new RegionEdit()));
    return edit;
  }
}

/** Definitions that belong to the document, not to one of its regions. */
class Shared {
  readonly functions = new Set<Definition>();
  readonly scoped = new Set<Definition>();

  take(definitions: Iterable<Definition>): void {
    for (const one of definitions) {
      if (one.scope !== null) this.scoped.add(one);
      else if (one.kind === 'function') this.functions.add(one);
    }
  }
}

/** How many changes are told apart; answers that are older are found anew. */
const remembered = 50;

/** How a function's name is told from a variable's. */
export function called(name: string): string {
  return `${name}()`;
}

function firstsOf(table: NameTable): Map<string, Definition> {
  const firsts = new Map<string, Definition>();
  for (const [name, [first]] of table.entries()) if (first) firsts.set(name, first);
  return firsts;
}

/** The region whose variables an element's expressions read: the innermost around it. */
export function regionOf(scope: DocumentScope, element: Element): Region | null {
  const around = scope.regions.filter(({ facts }) => isWithin(element, facts.element));
  return around.at(-1) ?? null;
}

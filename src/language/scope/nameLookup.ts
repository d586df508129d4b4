import type { Definition } from './definition.js';
import { called, type DocumentScope } from './documentScope.js';
import { definitionsNamed, fieldsOf, mayKnowMore, visibleNames, type Region } from './region.js';

/**
 * Looks names up where an element stands, and notes for which it was asked: what was found out with it holds
 * until one of these is bound otherwise.
 */
export class NameLookup {
  readonly asked = new Set<string>();
  /** Whether the answer depends on every name there is. */
  private all = false;

  constructor(
    private readonly region: Region,
    private readonly scope: DocumentScope,
    private readonly text: string,
  ) {}

  get asksForAll(): boolean {
    return this.all;
  }

  /** The definitions of a name that are seen here. */
  definitions(name: string): readonly Definition[] {
    this.asked.add(name);
    return definitionsNamed(this.region, name);
  }

  /** Those of the innermost region alone. */
  own(name: string): readonly Definition[] {
    this.asked.add(name);
    return this.region.definitions.get(name) ?? none;
  }

  /** Those of the page around an action, which does not see them. */
  around(name: string): readonly Definition[] {
    this.asked.add(name);
    return this.region.outer ? definitionsNamed(this.region.outer, name) : none;
  }

  /** The columns of the query of that name; null when they cannot be told. */
  columns(query: string): readonly string[] | null {
    return fieldsOf(this.definitions(query), this.text);
  }

  /** The scope in which a name is set. */
  scopeOf(name: string): string | null {
    this.asked.add(name);
    return this.scope.names.scoped.find((one) => one.name === name)?.scope ?? null;
  }

  /** The function of the page that a call means. */
  function(name: string): Definition | undefined {
    this.asked.add(called(name));
    return this.scope.names.functions.get(name);
  }

  /** The names of all functions of the page. */
  functions(): string[] {
    this.all = true;
    return [...this.scope.names.functions.keys()];
  }

  /** Every name that is seen here. */
  visible(): string[] {
    this.all = true;
    return [...visibleNames(this.region)];
  }

  isImplicit(name: string): boolean {
    return this.region.implicit.has(name);
  }

  implicit(): Iterable<string> {
    return this.region.implicit;
  }

  /** Whether anything may be bound here that nothing tells. */
  mayKnowMore(): boolean {
    return mayKnowMore(this.region);
  }

  /** Whether anything in the whole document may be bound that nothing tells. */
  isAnyOpen(): boolean {
    return this.scope.regions.some(({ isOpen }) => isOpen);
  }

  /** The same, loops over unknown queries left out. */
  isAnyCodeOpen(): boolean {
    return this.scope.regions.some(({ facts }) => facts.isOpen);
  }
}

const none: readonly Definition[] = [];

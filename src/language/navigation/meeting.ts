import type { LanguageContext } from '../completion/languageContext.js';
import type { Definition } from '../scope/definition.js';
import type { Region } from '../scope/region.js';
import { endOfNode } from '../syntax/element.js';
import type { NamedSymbol, Occurrence } from './symbol.js';
import { writtenNames } from './writtenName.js';

/** What expressions of one document would read were a symbol called otherwise. */
export class Meeting {
  private readonly regions: readonly Region[];
  private readonly read: readonly Occurrence[];
  private readonly owner: Region | null;

  /** @param occurrences of the symbol, all that the document has */
  constructor(
    private readonly context: LanguageContext,
    private readonly symbol: NamedSymbol,
    occurrences: readonly Occurrence[],
  ) {
    this.regions = context.names.outermost().flatMap(({ scope }) => scope.regions);
    this.owner = this.ownerOf(symbol);
    this.read = occurrences.filter((one) => this.isReadByName(one));
  }

  /** No expression of the document reads it by its name alone. */
  get isEmpty(): boolean {
    return this.read.length === 0;
  }

  /** Whether `other`, which is called so, would become the symbol. */
  takes(other: Occurrence): boolean {
    if (this.isEmpty || !this.isReadByName(other)) return false;
    const owner = this.ownerOf(other.symbol);
    const around = this.around(other);
    if (owner && !around.includes(owner)) return false;
    for (const region of around) {
      if (region === this.owner) return true;
      if (region === owner) return false;
    }
    return this.owner === null;
  }

  /** Whether the symbol, called `name`, would become something else somewhere. */
  isTakenAs(name: string): boolean {
    const names = this.madeOf(name);
    return this.read.some((one) => {
      const around = this.around(one);
      // `bind` of a field and the names of arguments mean a region that they do not stand in.
      if (this.owner && !around.includes(this.owner)) return false;
      for (const region of around) {
        if (names.some((made) => region.definitions.has(made))) return true;
        if (region === this.owner) return false;
      }
      return this.regions.some(({ implicit }) => implicit.has(name));
    });
  }

  /** `name`, and what its tags make of it: `items_result` comes with `items`. */
  private madeOf(name: string): string[] {
    const own = new Set<string>();
    for (const definitions of this.owner?.definitions.values() ?? []) {
      for (const definition of definitions) {
        const base = writtenNames(definition).find(({ isDerived }) => isDerived)?.text;
        if (base === this.symbol.name) own.add(definition.name.slice(base.length));
      }
    }
    return [name, ...[...own].map((suffix) => name + suffix)];
  }

  /** What binds `name` where the symbol lives. */
  definitionsOf(name: string): readonly Definition[] {
    return this.owner?.definitions.get(name) ?? [];
  }

  /** Not as `session.x`, nor as what a call hands over. */
  private isReadByName({ symbol, start, isDefinition }: Occurrence): boolean {
    switch (symbol.kind) {
      case 'variable':
      case 'implicit':
        return true;
      case 'prop':
        return symbol.owner === this.context.path;
      case 'scoped':
        return !isDefinition && this.context.document.text[start - 1] !== '.';
      default:
        return false;
    }
  }

  /** Where its variable lives; null where it comes from outside of the document's expressions. */
  private ownerOf({ kind, owner }: NamedSymbol): Region | null {
    if (kind === 'prop') return this.regions.find(({ outer }) => outer === null) ?? null;
    if (kind !== 'variable') return null;
    return this.regions.find(({ facts }) => String(facts.element.tag.start) === owner) ?? null;
  }

  /** The regions an expression there looks names up in, the innermost first. */
  private around({ start }: Occurrence): Region[] {
    const holding = this.regions.filter(
      ({ facts: { element } }) => element.tag.start <= start && start < endOfNode(element),
    );
    const around: Region[] = [];
    for (let at = holding.at(-1) ?? null; at; at = at.outer) {
      around.push(at);
      // Actions run without their page.
      if (at.facts.place.name === 'q:action') break;
    }
    return around;
  }
}

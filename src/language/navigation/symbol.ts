/** What a name stands for. */
export type SymbolKind =
  /** Of a page, or of the body of a function, an action and the like. */
  | 'variable'
  /** Set in `session`, `application`, `request` or `cookie`. */
  | 'scoped'
  | 'function'
  | 'action'
  /** A parameter of a component. */
  | 'prop'
  | 'sqlParameter'
  | 'component'
  /** The name an import gives to a component. */
  | 'alias'
  | 'page'
  | 'datasource'
  /** There without anybody having set it: `flash`, `form`, `id` of `[id].q`. */
  | 'implicit'
  /** Whatever else one tag declares and others name: `q:llm`, `id` and the like. */
  | 'declared';

/**
 * Something that has a name, in one document or in a whole project: two of the same kind, owner and name are
 * one.
 */
export interface NamedSymbol {
  readonly kind: SymbolKind;
  readonly name: string;
  /**
   * What it belongs to. The file of a component, page, action or prop; the scope it is set in; for what lives
   * in one document alone, the place there.
   */
  readonly owner: string;
}

/** A place where a symbol is named. Offsets of the document. */
export interface Occurrence {
  readonly symbol: NamedSymbol;
  readonly start: number;
  readonly end: number;
  /** It is made here. */
  readonly isDefinition: boolean;
}

export function isSameSymbol(a: NamedSymbol, b: NamedSymbol): boolean {
  return a.kind === b.kind && a.name === b.name && a.owner === b.owner;
}

/** Whether other files may name it. */
export function isShared({ kind }: NamedSymbol): boolean {
  return shared.has(kind);
}

const shared: ReadonlySet<SymbolKind> = new Set([
  'scoped',
  'action',
  'prop',
  'component',
  'page',
  'datasource',
]);

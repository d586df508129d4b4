import type { Binding, Catalogue, CatalogueAttribute, CatalogueTag } from './types.js';

/** What a data file leaves out means the usual thing, so that the files stay small and readable. */
type Slim<T, Kept extends keyof T> = Pick<T, Kept> & Partial<T>;

export type RawAttribute = Slim<CatalogueAttribute, 'name' | 'doc'>;

export interface RawTag extends Slim<
  Omit<CatalogueTag, 'attributes' | 'binds' | 'children' | 'prefix' | 'local'>,
  'name' | 'doc' | 'tier'
> {
  /** Names of attribute groups that every attribute of is added. */
  readonly groups?: readonly string[];
  /** Members of those groups it does not have. */
  readonly without?: readonly string[];
  readonly binds?: readonly Slim<Binding, 'pattern'>[];
  readonly attributes: readonly RawAttribute[];
}

/** A data file of `data/`, as `npm run catalogue` writes it. */
export interface RawCatalogue extends Pick<
  Catalogue,
  | 'release'
  | 'functions'
  | 'scopes'
  | 'implicitVariables'
  | 'applicationTypes'
  | 'booleanAttributes'
  | 'voidElements'
  | 'rawTextTags'
  | 'results'
> {
  readonly groups: Readonly<Record<string, readonly RawAttribute[]>>;
  readonly tags: readonly RawTag[];
}

/** How an older release differs from the newest, as `npm run catalogue` writes it. */
export interface RawDifference {
  readonly release: string;
  /** Tags it does not have, by name or `name@parent`. */
  readonly absentTags: readonly string[];
  /** Tags only it has, or has as something else. */
  readonly tags: readonly RawTag[];
  /** Attributes it does not have, by tag. */
  readonly absentAttributes: Readonly<Record<string, readonly string[]>>;
  /** Attributes that are otherwise in it, by tag. */
  readonly attributes: Readonly<Record<string, readonly RawAttribute[]>>;
  readonly absentFunctions: readonly string[];
  readonly booleanAttributes: readonly string[];
  readonly voidElements: readonly string[];
  readonly rawTextTags: readonly string[];
  /** Application types that were not removed yet. */
  readonly livingApplicationTypes: readonly string[];
}

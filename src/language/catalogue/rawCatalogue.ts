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

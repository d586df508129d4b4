import type { Catalogue, CatalogueAttribute, CatalogueTag } from './types.js';

const indexes = new WeakMap<Catalogue, ReadonlyMap<string, readonly CatalogueTag[]>>();
const attributeIndexes = new WeakMap<CatalogueTag, ReadonlyMap<string, CatalogueAttribute>>();

/**
 * What `name` (with its prefix) means below `ancestors`, the innermost first: `q:param` in `q:query` is
 * another tag than in `q:function`. Undefined when the release has no such tag. Constant time.
 */
export function tagOf(
  catalogue: Catalogue,
  name: string,
  ancestors: readonly string[] = [],
): CatalogueTag | undefined {
  const variants = tagsNamed(catalogue, name);
  if (variants.length < 2) return variants[0];
  const parent = ancestors[0];
  return (
    variants.find((tag) => tag.context !== null && tag.context === parent) ??
    variants.find((tag) => tag.context === null) ??
    variants[0]
  );
}

/** Every meaning of a name, the general one first. */
export function tagsNamed(catalogue: Catalogue, name: string): readonly CatalogueTag[] {
  let index = indexes.get(catalogue);
  if (!index) {
    const grouped = new Map<string, CatalogueTag[]>();
    for (const tag of catalogue.tags) {
      const variants = grouped.get(tag.name);
      if (variants) variants.push(tag);
      else grouped.set(tag.name, [tag]);
    }
    index = grouped;
    indexes.set(catalogue, index);
  }
  return index.get(name) ?? [];
}

/** The attribute of `tag` with this name or alias, exact in case; removed ones too. */
export function attributeOf(tag: CatalogueTag, name: string): CatalogueAttribute | undefined {
  let index = attributeIndexes.get(tag);
  if (!index) {
    index = new Map(
      tag.attributes.flatMap((attribute) =>
        [attribute.name, ...attribute.aliases].map((spelling) => [spelling, attribute] as const),
      ),
    );
    attributeIndexes.set(tag, index);
  }
  return index.get(name);
}

/** Attributes a person may write today. */
export function livingAttributes(tag: CatalogueTag): readonly CatalogueAttribute[] {
  return tag.attributes.filter((attribute) => attribute.removed === null);
}

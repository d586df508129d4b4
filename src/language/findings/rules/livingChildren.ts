import { tagsNamed } from '../../catalogue/lookups.js';
import type { Catalogue, CatalogueTag } from '../../catalogue/types.js';

/** Tags that belong in `tag`, without removed ones. */
export function livingChildren(catalogue: Catalogue, tag: CatalogueTag): string[] {
  return tag.children.filter((name) =>
    tagsNamed(catalogue, name).some((one) => one.removed === null),
  );
}

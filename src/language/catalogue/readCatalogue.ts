import type { RawAttribute, RawCatalogue, RawTag } from './rawCatalogue.js';
import type { Catalogue, CatalogueAttribute, CatalogueTag, Prefix } from './types.js';

/** The tags of a data file with everything it leaves out. */
export function readTags(raw: Pick<RawCatalogue, 'tags' | 'groups'>): Catalogue['tags'] {
  const groups = new Map(
    Object.entries(raw.groups).map(([name, members]) => [name, members.map(readAttribute)]),
  );
  const children = childrenOf(raw.tags);
  return raw.tags.map((tag) => readTag(tag, children.get(keyOf(tag)) ?? [], groups));
}

function readTag(
  raw: RawTag,
  children: readonly string[],
  groups: ReadonlyMap<string, readonly CatalogueAttribute[]>,
): CatalogueTag {
  const { groups: names = [], attributes, binds = [], ...given } = raw;
  const colon = raw.name.indexOf(':');
  const own = attributes.map(readAttribute);
  const taken = new Set(own.map((attribute) => attribute.name));
  const shared = names
    .flatMap((name) => groups.get(name) ?? [])
    .filter((attribute) => !taken.has(attribute.name));
  return {
    prefix: raw.name.slice(0, colon) as Prefix,
    local: raw.name.slice(colon + 1),
    context: null,
    isRoot: false,
    isStatement: false,
    mayStandInMarkup: false,
    parents: [],
    children,
    body: 'none',
    text: 'none',
    oneOf: [],
    requires: {},
    openAttributes: null,
    unknownAttributes: 'ignored',
    onlyIn: null,
    aliasOf: null,
    removed: null,
    ...given,
    binds: binds.map((binding) => ({
      fallback: null,
      kind: 'value',
      where: 'after',
      results: null,
      ...binding,
    })),
    attributes: [...own, ...shared],
  };
}

function readAttribute(raw: RawAttribute): CatalogueAttribute {
  return {
    aliases: [],
    type: 'string',
    required: false,
    values: null,
    valuesCheckedBy: 'never',
    default: null,
    evaluated: false,
    refers: null,
    removed: null,
    ...raw,
  };
}

function keyOf(tag: Pick<RawTag, 'name' | 'context'>): string {
  return tag.context ? `${tag.name}@${tag.context}` : tag.name;
}

/** Names that say which tags they belong in, by those tags. */
function childrenOf(tags: readonly RawTag[]): Map<string, string[]> {
  const children = new Map<string, string[]>();
  for (const tag of tags) {
    for (const parent of tag.parents ?? []) {
      for (const owner of tags) {
        if (owner.name !== parent) continue;
        const key = keyOf(owner);
        const known = children.get(key) ?? [];
        if (!known.includes(tag.name)) children.set(key, [...known, tag.name]);
      }
    }
  }
  return children;
}

import type { RawAttribute, RawCatalogue, RawDifference, RawTag } from './rawCatalogue.js';
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
  const { groups: names = [], without = [], attributes, binds = [], ...given } = raw;
  const colon = raw.name.indexOf(':');
  const own = attributes.map(readAttribute);
  const taken = new Set([...without, ...own.map((attribute) => attribute.name)]);
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

/** The tags of an older release, from the newest ones and how it differs. */
export function olderTags(newest: Catalogue['tags'], difference: RawDifference): Catalogue['tags'] {
  const absent = new Set([...difference.absentTags, ...difference.tags.map(keyOf)]);
  const kept = newest
    .filter((tag) => !absent.has(keyOf(tag)))
    .map((tag) => olderTag(tag, difference));
  const own = difference.tags.map((tag) => readTag(tag, [], new Map()));
  return [...kept, ...own].map((tag) => ({
    ...tag,
    children: tag.children.filter((name) => !absent.has(name)),
  }));
}

function olderTag(tag: CatalogueTag, difference: RawDifference): CatalogueTag {
  const gone = difference.absentAttributes[keyOf(tag)] ?? [];
  const other = (difference.attributes[keyOf(tag)] ?? []).map(readAttribute);
  if (gone.length === 0 && other.length === 0) return tag;
  const replaced = new Set([...gone, ...other.map(({ name }) => name)]);
  return {
    ...tag,
    attributes: [...tag.attributes.filter(({ name }) => !replaced.has(name)), ...other],
  };
}

/** Name of a tag's meaning: `q:param@q:query` is the one inside `q:query`. */
export function keyOf(tag: Pick<RawTag, 'name' | 'context'>): string {
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

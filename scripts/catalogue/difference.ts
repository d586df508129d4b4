import type {
  RawAttribute,
  RawCatalogue,
  RawDifference,
  RawTag,
} from '../../src/language/catalogue/rawCatalogue.js';
import { keyOf, readTags } from '../../src/language/catalogue/readCatalogue.js';
import type { CatalogueAttribute, CatalogueTag } from '../../src/language/catalogue/types.js';

/** How `older` differs from `newest`. */
export function differenceOf(newest: RawCatalogue, older: RawCatalogue): RawDifference {
  const now = new Map(readTags(newest).map((tag) => [keyOf(tag), tag]));
  const then = new Map(readTags(older).map((tag) => [keyOf(tag), tag]));
  const functions = new Set(older.functions.map(({ name }) => name));
  const tags: RawTag[] = [];
  const absentAttributes: Record<string, string[]> = {};
  const attributes: Record<string, RawAttribute[]> = {};
  for (const [key, old] of then) {
    const current = now.get(key);
    if (!current || current.removed !== old.removed) {
      tags.push(wholeTag(old));
      continue;
    }
    const names = new Set(old.attributes.map(({ name }) => name));
    const gone = current.attributes.map(({ name }) => name).filter((name) => !names.has(name));
    const other = old.attributes.filter((attribute) => !sameIn(current, attribute));
    if (gone.length > 0) absentAttributes[key] = gone.sort();
    if (other.length > 0) attributes[key] = other.map(slim);
  }
  return {
    release: older.release,
    absentTags: [...now.keys()].filter((key) => !then.has(key)).sort(),
    tags,
    absentAttributes,
    attributes,
    absentFunctions: newest.functions
      .map(({ name }) => name)
      .filter((name) => !functions.has(name)),
    booleanAttributes: older.booleanAttributes,
    voidElements: older.voidElements,
    rawTextTags: older.rawTextTags,
    livingApplicationTypes: older.applicationTypes
      .filter(({ removed }) => removed === null)
      .map(({ name }) => name),
  };
}

function sameIn(tag: CatalogueTag, attribute: CatalogueAttribute): boolean {
  const current = tag.attributes.find(({ name }) => name === attribute.name);
  return JSON.stringify(sorted(current)) === JSON.stringify(sorted(attribute));
}

function sorted(attribute: CatalogueAttribute | undefined): unknown {
  return Object.entries(attribute ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
}

function wholeTag({
  prefix: _prefix,
  local: _local,
  children: _children,
  ...tag
}: CatalogueTag): RawTag {
  return { ...tag, attributes: tag.attributes.map(slim) };
}

/** Without what an attribute that says nothing means anyway. */
function slim(attribute: CatalogueAttribute): RawAttribute {
  const usual: Partial<Record<keyof CatalogueAttribute, unknown>> = {
    type: 'string',
    required: false,
    values: null,
    valuesCheckedBy: 'never',
    default: null,
    evaluated: false,
    refers: null,
    removed: null,
  };
  const kept = Object.entries(attribute).filter(
    ([name, value]) =>
      !(name in usual && usual[name as keyof CatalogueAttribute] === value) &&
      !(name === 'aliases' && attribute.aliases.length === 0),
  );
  return Object.fromEntries(kept) as unknown as RawAttribute;
}

import type {
  RawAttribute,
  RawCatalogue,
  RawTag,
} from '../../src/language/catalogue/rawCatalogue.js';
import { keyOf } from '../../src/language/catalogue/readCatalogue.js';
import type { AttributeCompletion, Completion, TagCompletion } from './completion.js';
import type { AttributeReading, Reading, TagReading } from './reading.js';

export interface Merged {
  readonly catalogue: RawCatalogue;
  /** Sentences about what is in one and not in the other. */
  readonly gaps: readonly string[];
}

/** One release: what the interview read, with the sentences and places written by hand. */
export function merge(reading: Reading, completion: Completion): Merged {
  const gaps: string[] = [];
  const known = new Map(completion.tags.map((tag) => [keyOf(tag), tag]));
  const tags: RawTag[] = [];
  for (const [key, read] of Object.entries(reading.tags)) {
    const written = known.get(key);
    if (written) tags.push(mergeTag(written, read, completion, gaps));
    else gaps.push(`${key} has no line of documentation in scripts/catalogue/completion.`);
  }
  for (const tag of completion.tags) {
    if (tag.unread && !reading.tags[keyOf(tag)]) tags.push(withoutMarks(tag));
  }
  const described = new Set(completion.functions.map(({ name }) => name));
  for (const name of Object.keys(reading.functions)) {
    if (!described.has(name)) gaps.push(`The function ${name} has no line of documentation.`);
  }
  const catalogue: RawCatalogue = {
    release: reading.release,
    functions: completion.functions
      .filter(({ name }) => name in reading.functions)
      .map((written) => ({ ...written, ...reading.functions[written.name] })),
    scopes: completion.scopes,
    implicitVariables: completion.implicitVariables,
    applicationTypes: completion.applicationTypes.map((type) =>
      type.removed !== null && !(reading.removedApplicationTypes ?? []).includes(type.name)
        ? { ...type, removed: null, tier: 'experimental' }
        : type,
    ),
    booleanAttributes: reading.booleanAttributes ?? [],
    voidElements: reading.voidElements ?? [],
    rawTextTags: reading.rawTextTags ?? [],
    results: completion.results,
    groups: completion.groups,
    tags: tags.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
  };
  return { catalogue, gaps };
}

function mergeTag(
  written: TagCompletion,
  read: TagReading,
  completion: Completion,
  gaps: string[],
): RawTag {
  const { attributes: own, removed, ...tag } = unmarked(written);
  const key = keyOf(written);
  const groups = (tag.groups ?? []).flatMap((name) => completion.groups[name] ?? []);
  const merged = own
    .filter((attribute) => attribute.unread === true || attribute.name in read.attributes)
    .map((attribute) => mergeAttribute(attribute, read.attributes[attribute.name] ?? {}));
  for (const shared of groups) {
    if (own.some(({ name }) => name === shared.name)) continue;
    const reading = read.attributes[shared.name];
    if (!reading) continue;
    const here = mergeAttribute(shared, reading);
    // The group says it as all widgets have it; a widget that differs says so itself.
    if (!sameFields(here, mergeAttribute(shared, {}))) merged.push(here);
  }
  const without = groups
    .map(({ name }) => name)
    .filter(
      (name) => !(name in read.attributes) && !own.some((attribute) => attribute.name === name),
    );
  const spelled = new Set(
    [...own, ...groups].flatMap(({ name, aliases = [] }) => [name, ...aliases]),
  );
  for (const name of Object.keys(read.attributes)) {
    if (!spelled.has(name)) gaps.push(`${name} of ${key} has no line of documentation.`);
  }
  return {
    ...tag,
    ...(without.length > 0 ? { without } : {}),
    ...(read.removed === undefined
      ? {}
      : { removed: removed ?? tag.doc, tier: 'removed' as const }),
    attributes: merged.sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/** What is written wins; the reading fills the rest. */
function mergeAttribute(written: AttributeCompletion, read: AttributeReading): RawAttribute {
  const { removed, ...rest } = unmarked(written);
  if (read.removed !== undefined) {
    return { name: written.name, doc: written.doc, removed: removed ?? written.doc };
  }
  const values = written.values ?? (read.values && distinct(read.values));
  return {
    ...(read.type === undefined ? {} : { type: read.type }),
    ...(read.default === undefined ? {} : { default: read.default }),
    ...(read.required === undefined ? {} : { required: read.required }),
    ...(read.checkedBy === undefined ? {} : { valuesCheckedBy: read.checkedBy }),
    ...rest,
    ...(values ? { values, type: written.type ?? 'enum' } : {}),
  };
}

/** `get` and `GET` are one value: the parser changes the case. The capital spelling stays. */
function distinct(values: readonly string[]): string[] {
  const kept = new Map<string, string>();
  for (const value of [...values].sort()) {
    const folded = value.toLowerCase();
    if (!kept.has(folded)) kept.set(folded, value);
  }
  return [...kept.values()].sort();
}

function withoutMarks(tag: TagCompletion): RawTag {
  return { ...unmarked(tag), attributes: tag.attributes.map(unmarked) };
}

function unmarked<T extends { readonly unread?: true }>({
  unread: _unread,
  ...rest
}: T): Omit<T, 'unread'> {
  return rest;
}

function sameFields(a: RawAttribute, b: RawAttribute): boolean {
  const sorted = (attribute: RawAttribute): string =>
    JSON.stringify(Object.entries(attribute).sort(([left], [right]) => (left < right ? -1 : 1)));
  return sorted(a) === sorted(b);
}

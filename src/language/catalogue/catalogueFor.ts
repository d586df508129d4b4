import { behavioursOf } from './behaviours.js';
import newestData from './data/1.0.json';
import data09 from './data/0.9.json';
import data016 from './data/0.16.json';
import data022 from './data/0.22.json';
import { legacyTags } from './legacy.js';
import type { RawCatalogue, RawDifference } from './rawCatalogue.js';
import { olderTags, readTags } from './readCatalogue.js';
import { familyOf } from './releases.js';
import type { Catalogue, Family } from './types.js';

// The type that the compiler reads off a data file is as long as the file.
const newest = newestData as unknown as RawCatalogue;
const differences: Readonly<Record<'0.22' | '0.16' | '0.9', RawDifference>> = {
  '0.22': data022 as unknown as RawDifference,
  '0.16': data016 as unknown as RawDifference,
  '0.9': data09 as unknown as RawDifference,
};
const known = new Map<Family, Catalogue>();

/**
 * The catalogue for a version of the framework (`1.0.1`, `0.16.0`, `legacy2025`); the newest one for null
 * and for what nobody knows. Made on first use, in milliseconds, then kept: the same object every time.
 */
export function catalogueFor(version: string | null): Catalogue {
  return catalogueOf(familyOf(version));
}

function catalogueOf(family: Family): Catalogue {
  const kept = known.get(family);
  if (kept) return kept;
  const made = make(family);
  known.set(family, made);
  return made;
}

function make(family: Family): Catalogue {
  switch (family) {
    case '1.0':
      return {
        release: newest.release,
        family,
        behaviours: behavioursOf(family),
        tags: readTags(newest),
        functions: newest.functions,
        scopes: newest.scopes,
        implicitVariables: newest.implicitVariables,
        results: newest.results,
        booleanAttributes: newest.booleanAttributes,
        voidElements: newest.voidElements,
        rawTextTags: newest.rawTextTags,
        applicationTypes: newest.applicationTypes,
      };
    case '0.22':
    case '0.16':
    case '0.9':
      return older(family, differences[family]);
    case 'legacy2026':
    case 'legacy2025': {
      const first = catalogueOf('0.9');
      // Neither knew bare attributes, void elements or raw text: they read strict XML.
      const strict = { booleanAttributes: [], voidElements: [], rawTextTags: [] };
      const tags = legacyTags(first.tags, family);
      return {
        ...first,
        ...strict,
        release: family,
        family,
        behaviours: behavioursOf(family),
        tags,
      };
    }
    default:
      return family satisfies never;
  }
}

function older(family: Family, difference: RawDifference): Catalogue {
  const current = catalogueOf('1.0');
  const absent = new Set(difference.absentFunctions);
  const living = new Set(difference.livingApplicationTypes);
  return {
    ...current,
    release: difference.release,
    family,
    behaviours: behavioursOf(family),
    tags: olderTags(current.tags, difference),
    functions: current.functions.filter(({ name }) => !absent.has(name)),
    booleanAttributes: difference.booleanAttributes,
    voidElements: difference.voidElements,
    rawTextTags: difference.rawTextTags,
    applicationTypes: current.applicationTypes.map((type) =>
      type.removed !== null && living.has(type.name)
        ? { ...type, removed: null, tier: 'experimental' }
        : type,
    ),
  };
}

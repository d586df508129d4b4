import { behavioursOf } from './behaviours.js';
import data from './data/1.0.json';
import type { RawCatalogue } from './rawCatalogue.js';
import { readTags } from './readCatalogue.js';
import type { Catalogue, Family } from './types.js';

const known = new Map<Family, Catalogue>();

/**
 * The catalogue for a version of the framework (`1.0.1`, `0.16.0`, `2025`); the newest one for null and
 * for what nobody knows. Read on first use (3 ms), then kept.
 */
export function catalogueFor(version: string | null): Catalogue {
  const family = familyOf(version);
  const kept = known.get(family);
  if (kept) return kept;
  const made = make(family);
  known.set(family, made);
  return made;
}

/** Which releases speak as `version` does. */
export function familyOf(version: string | null): Family {
  if (version === 'legacy2025' || version === 'legacy2026') return version;
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(version ?? '') ?? [];
  if (major !== '0') return '1.0';
  if (Number(minor) >= 22) return '0.22';
  return Number(minor) >= 16 ? '0.16' : '0.9';
}

function make(family: Family): Catalogue {
  // The type that the compiler reads off the file is as long as the file.
  const raw = data as unknown as RawCatalogue;
  return {
    release: raw.release,
    family,
    behaviours: behavioursOf(family),
    tags: readTags(raw),
    functions: raw.functions,
    scopes: raw.scopes,
    implicitVariables: raw.implicitVariables,
    results: raw.results,
    booleanAttributes: raw.booleanAttributes,
    voidElements: raw.voidElements,
    rawTextTags: raw.rawTextTags,
    applicationTypes: raw.applicationTypes,
  };
}

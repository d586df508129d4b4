import { tagsNamed } from '../catalogue/lookups.js';
import type { Catalogue } from '../catalogue/types.js';
import { localOf, prefixOf } from '../syntax/names.js';

/**
 * `framework`: a tag of the framework, existing or not. `call`: a component, by its capital. `html`: all
 * else, custom elements and SVG too.
 */
export type ElementKind = 'framework' | 'call' | 'html';

const prefixes = new Set(['q', 'ui', 'qg', 'qt', 'qtest', 'test']);

/** What an element written `written` is to the framework, and the name it goes by there. */
export function namesOf(
  written: string,
  catalogue: Catalogue,
): { name: string; kind: ElementKind } {
  const prefix = prefixOf(written);
  if (prefixes.has(prefix)) return { name: written, kind: 'framework' };
  const local = localOf(written);
  if (prefix === '' && isBareTag(local, catalogue))
    return { name: `q:${local}`, kind: 'framework' };
  return { name: written, kind: isCall(local) ? 'call' : 'html' };
}

/** A capital first, and a small letter after it: all capitals are no component. */
function isCall(name: string): boolean {
  return /^[A-Z]/.test(name) && name !== name.toUpperCase();
}

/** The framework goes by local names: a bare `<if>` is `q:if`. */
function isBareTag(local: string, catalogue: Catalogue): boolean {
  return tagsNamed(catalogue, `q:${local}`).some(
    (tag) => tag.context === null && (tag.isStatement || tag.isRoot || bareBesides.has(local)),
  );
}

const bareBesides = new Set(['slot', 'import', 'param', 'return', 'function', 'action']);

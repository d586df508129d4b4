import type { Binding, BindingKind } from '../catalogue/types.js';
import type { Place } from '../place/place.js';
import type { Element } from '../syntax/element.js';
import { attributeOf, type Attribute } from '../syntax/token.js';

/** A name that a document binds. */
export interface Definition {
  /** Without the scope: `cart` of `session.cart`. */
  readonly name: string;
  /** `session`, `application`, `request`, `cookie`; null for a variable of the page. */
  readonly scope: string | null;
  readonly kind: BindingKind;
  /** Key of the catalogue's results, where its fields are known. */
  readonly results: string | null;
  /** `inside`: in the body of `element` only. */
  readonly where: Binding['where'];
  readonly element: Element;
  readonly place: Place;
  /** Where the name is written; null where the tag implies it. */
  readonly attribute: Attribute | null;
}

export interface Definitions {
  readonly names: readonly Definition[];
  /** It binds names that only running it can tell. */
  readonly isOpen: boolean;
}

const nothing: Definitions = { names: [], isOpen: false };
const scopes = new Set(['session', 'application', 'request', 'cookie']);
const plainName = /^[\w.]+$/;

/** The names `element` binds. `text`: its raw body, for Python. */
export function definitionsOf(
  element: Element,
  place: Place,
  text: (element: Element) => string,
): Definitions {
  const { tag } = place;
  if (!tag) return nothing;
  const names: Definition[] = [];
  let isOpen = false;
  const add = (
    written: string,
    binding: Pick<Binding, 'kind' | 'results' | 'where'>,
    attribute: Attribute | null,
  ): void => {
    for (const one of written.split(',').map((part) => part.trim())) {
      if (one === '') continue;
      if (!plainName.test(one)) {
        isOpen = true;
        continue;
      }
      names.push({ ...scoped(one), ...binding, element, place, attribute });
    }
  };
  for (const binding of tag.binds) {
    const bound = boundName(element, binding);
    if (bound) add(bound.name, binding, bound.attribute);
  }
  const value: Pick<Binding, 'kind' | 'results' | 'where'> = {
    kind: 'value',
    results: null,
    where: 'after',
  };
  if (place.name === 'q:set') {
    const scope = attributeOf(element.tag, 'scope')?.value;
    if (scope && scopes.has(scope)) {
      for (const [at, one] of names.entries()) names[at] = { ...one, scope };
    }
  } else if (place.name === 'q:file') {
    const file = attributeOf(element.tag, 'file');
    const name = file?.value?.replaceAll(/[{}\s]/g, '').replace(/^(?:form|files)\./, '');
    if (file && name) add(`${name}_upload`, value, file);
  } else if (place.name === 'q:python') {
    const code = text(element);
    for (const [, name] of code.matchAll(/\bq\.(\w+)\s*=(?!=)/g)) if (name) add(name, value, null);
    if (/\bq\s*\[|setattr|q\.set\b|for\s+q\.|with\s.*\sas\s+q\./.test(code)) isOpen = true;
  } else if (place.name === 'q:loop' && attributeOf(element.tag, 'query')) {
    add('currentRow', { kind: 'row', results: null, where: 'after' }, null);
  }
  return names.length === 0 && !isOpen ? nothing : { names, isOpen };
}

function scoped(name: string): { name: string; scope: string | null } {
  const dot = name.indexOf('.');
  const scope = name.slice(0, dot);
  if (dot < 0) return { name, scope: null };
  // `user.name`: the property of a variable of this name.
  return scopes.has(scope) ? { name: name.slice(dot + 1), scope } : { name: scope, scope: null };
}

function boundName(
  { tag }: Element,
  { pattern, fallback }: Binding,
): { name: string; attribute: Attribute | null } | null {
  const braces = /\{(\w[\w-]*)\}/.exec(pattern);
  if (!braces) return { name: pattern, attribute: null };
  const [all, attributeName = ''] = braces;
  const attribute = attributeOf(tag, attributeName);
  const value = attribute?.value?.trim();
  if (attribute && value) return { name: pattern.replace(all, value), attribute };
  return fallback === null ? null : { name: fallback, attribute: null };
}

import type { Binding, BindingKind, CatalogueTag } from '../catalogue/types.js';
import type { Place } from '../place/place.js';
import type { Element } from '../syntax/element.js';
import type { Loop } from './facts.js';
import { attributeOf, type Attribute, type StartTag } from '../syntax/token.js';

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
  /** The element as it is now: a definition outlives edits of its body. */
  readonly element: Element;
  readonly place: Place;
  /** Where the name is written; null where the tag implies it. */
  readonly attribute: Attribute | null;
}

class BoundName implements Definition {
  readonly kind: BindingKind;
  readonly results: string | null;
  readonly where: Binding['where'];

  constructor(
    readonly name: string,
    readonly scope: string | null,
    { kind, results, where }: Pick<Binding, 'kind' | 'results' | 'where'>,
    private readonly tag: StartTag,
    readonly place: Place,
    readonly attribute: Attribute | null,
  ) {
    this.kind = kind;
    this.results = results;
    this.where = where;
  }

  get element(): Element {
    const { element } = this.tag;
    // Tags are paired before anything is bound.
    if (!element) throw new Error(`<${this.tag.name}> has not been paired.`);
    return element;
  }
}

export interface Definitions {
  readonly names: readonly Definition[];
  /** It binds names that only running it can tell. */
  readonly isOpen: boolean;
}

const nothing: Definitions = { names: [], isOpen: false };
const scopes = new Set(['session', 'application', 'request', 'cookie']);
const plainName = /^[\w.]+$/;

const kept = new WeakMap<StartTag | Element, { place: Place; definitions: Definitions }>();
/** What these bind, or of which kind, is told by their bodies too. */
const boundByBody = new Set(['q:query', 'q:python']);

/** The names `element` binds. `text`: its raw body, for Python. */
export function definitionsOf(
  element: Element,
  place: Place,
  text: (element: Element) => string,
): Definitions {
  if (!place.tag) return nothing;
  const key = boundByBody.has(place.name) ? element : element.tag;
  const known = kept.get(key);
  if (known?.place === place) return known.definitions;
  const definitions = new Binder(element, place).bind(place.tag, text);
  kept.set(key, { place, definitions });
  return definitions;
}

const plain: Pick<Binding, 'kind' | 'results' | 'where'> = {
  kind: 'value',
  results: null,
  where: 'after',
};

class Binder {
  private readonly names: Definition[] = [];
  private isOpen = false;

  constructor(
    private readonly element: Element,
    private readonly place: Place,
  ) {}

  bind({ binds }: CatalogueTag, text: (element: Element) => string): Definitions {
    const { element, place, names } = this;
    const scope = place.name === 'q:set' ? attributeOf(element.tag, 'scope')?.value : undefined;
    for (const binding of binds) {
      const bound = boundName(element, binding);
      if (bound) this.add(bound.name, binding, bound.attribute, scope);
    }
    if (place.name === 'q:file') this.upload();
    if (place.name === 'q:python') this.python(text(element));
    if (place.name === 'q:loop' && attributeOf(element.tag, 'query')) {
      this.add('currentRow', { ...plain, kind: 'row' }, null);
    }
    return names.length === 0 && !this.isOpen ? nothing : { names, isOpen: this.isOpen };
  }

  private add(
    written: string,
    binding: Pick<Binding, 'kind' | 'results' | 'where'>,
    attribute: Attribute | null,
    scope?: string | null,
  ): void {
    for (const one of written.split(',').map((part) => part.trim())) {
      if (one === '') continue;
      if (!plainName.test(one)) {
        this.isOpen = true;
        continue;
      }
      const { name, scope: own } = scoped(one);
      const given = scope && scopes.has(scope) ? scope : own;
      this.names.push(new BoundName(name, given, binding, this.element.tag, this.place, attribute));
    }
  }

  private upload(): void {
    const file = attributeOf(this.element.tag, 'file');
    const name = file?.value?.replaceAll(/[{}\s]/g, '').replace(/^(?:form|files)\./, '');
    if (file && name) this.add(`${name}_upload`, plain, file);
  }

  private python(code: string): void {
    for (const [, name] of code.matchAll(/\bq\.(\w+)\s*=(?!=)/g)) {
      if (name) this.add(name, plain, null);
    }
    if (/\bq\s*\[|setattr|q\.set\b|for\s+q\.|with\s.*\sas\s+q\./.test(code)) this.isOpen = true;
  }
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

/** A field of the query that a loop goes over, as a variable. */
export function fieldOf(loop: Loop, name: string, attribute: Attribute): Definition {
  return new BoundName(name, null, plain, loop.tag, loop.place, attribute);
}

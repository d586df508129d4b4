import { tagOf } from '../catalogue/lookups.js';
import type { Catalogue, CatalogueTag } from '../catalogue/types.js';
import { localOf, prefixOf } from '../syntax/names.js';
import { namesOf, type ElementKind } from './elementName.js';
import type { Reading } from './reading.js';
import { rootReading } from './roots.js';

/**
 * An element seen by the names around it. Places are shared: two elements of one name below the same names
 * have the same place, so what was derived from an element and its place holds while both stay the same.
 */
export interface Place {
  /** The name the framework goes by: `q:if` for a bare `<if>` as well. */
  readonly name: string;
  readonly kind: ElementKind;
  /** What the catalogue knows of it; null for HTML, component calls, and what does not exist. */
  readonly tag: CatalogueTag | null;
  /** How the framework's parser takes it. */
  readonly reading: Reading;
  /** The tag the parser takes it for, where it reads it at all. */
  readonly read: CatalogueTag | null;
  /** The place around it; null for what is outermost. */
  readonly parent: Place | null;
  /** Names around it, the innermost first. */
  readonly ancestors: readonly string[];
  /** The place of an element written `name` in this one. */
  enter(name: string): Place;
}

/** Where documents begin: enter the names of their outermost elements from here. */
export interface Places {
  /** @param type of an application, as its attribute says */
  enter(name: string, type?: string): Place;
}

/** The places of documents that `catalogue` describes. */
export function placesOf(catalogue: Catalogue): Places {
  let places = known.get(catalogue);
  if (!places) {
    places = new Entrances(catalogue, null);
    known.set(catalogue, places);
  }
  return places;
}

const known = new WeakMap<Catalogue, Places>();

class Entrances implements Places {
  private readonly inside = new Map<string, Place>();

  constructor(
    private readonly catalogue: Catalogue,
    private readonly at: Place | null,
  ) {}

  enter(written: string, type = ''): Place {
    const key = type === '' ? written : `${written} ${type}`;
    let place = this.inside.get(key);
    if (!place) {
      place = this.made(written, type);
      this.inside.set(key, place);
    }
    return place;
  }

  private made(written: string, type: string): Place {
    const { catalogue, at } = this;
    const { name, kind } = namesOf(written, catalogue);
    const ancestors = at ? [at.name, ...at.ancestors] : [];
    const tag = kind === 'framework' ? (tagOf(catalogue, name, ancestors) ?? null) : null;
    const reading = at
      ? at.reading.inside(prefixOf(written), localOf(written))
      : rootReading(catalogue, written, type);
    const around = at?.reading.name ?? null;
    const read =
      reading.name === null
        ? null
        : (tagOf(catalogue, reading.name, around === null ? [] : [around]) ?? null);
    const place: Place = {
      name,
      kind,
      tag,
      reading,
      read,
      parent: at,
      ancestors,
      enter: (inner) => entrances.enter(inner),
    };
    const entrances = new Entrances(catalogue, place);
    return place;
  }
}

/** The nearest place around `place` with one of those names; null when there is none. */
export function placeAround(place: Place, ...names: readonly string[]): Place | null {
  for (let at = place.parent; at; at = at.parent) if (names.includes(at.name)) return at;
  return null;
}

/**
 * Whether statements never run here: somewhere around is HTML, a widget or the call of a component. Bodies
 * of slots are not looked into by the framework.
 */
export function isInMarkup(place: Place): boolean {
  for (let at = place.parent; at; at = at.parent) {
    if (at.name === 'q:slot') return false;
    if (at.kind !== 'framework' || at.name.startsWith('ui:')) return true;
  }
  return false;
}

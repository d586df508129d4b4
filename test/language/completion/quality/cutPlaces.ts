import { attributeOf } from '../../../../src/language/catalogue/lookups.js';
import { placeOf } from '../../../../src/language/place/elementAt.js';
import { usesOf } from '../../../../src/language/scope/expressionUse.js';
import { endOfNode, type Element } from '../../../../src/language/syntax/element.js';
import { endOf, type Attribute } from '../../../../src/language/syntax/token.js';
import type { LanguageContext } from '../../../../src/language/completion/languageContext.js';

export type PlaceKind = 'tag' | 'attribute' | 'value' | 'name' | 'member' | 'call' | 'closing';

/** A word its author wrote, and how the page was before: `start` to `end` was not there yet. */
export interface CutPlace {
  readonly kind: PlaceKind;
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

/** Every place of a page where a word that somebody can know was written. */
export function cutPlaces({ document, catalogue }: LanguageContext): CutPlace[] {
  const found: CutPlace[] = [];
  const { text } = document;
  for (const token of document.tokens) {
    if (token.kind === 'end') {
      const start = token.start + 2;
      found.push({ kind: 'closing', written: token.name, start, end: start + token.name.length });
    }
    if (token.kind !== 'start' || !token.element) continue;
    const { element } = token;
    const place = placeOf(element, catalogue);
    found.push({
      kind: 'tag',
      written: token.name,
      start: token.start + 1,
      end: endOfNode(element),
    });
    for (const attribute of token.attributes) {
      const start = token.start + attribute.start;
      const isLast = attribute === token.attributes.at(-1);
      const rest = isLast ? token.start + attribute.end : endOfTagBody(element, text);
      found.push({ kind: 'attribute', written: attribute.name, start, end: rest });
      const known = place.tag ? attributeOf(place.tag, attribute.name) : undefined;
      const isWord = known && (known.values ?? known.refers ?? (known.type === 'boolean' || null));
      if (isWord !== null && isWord !== undefined) valuePlace(element, attribute, found);
    }
    for (const use of usesOf(element, place, text).expressions) {
      const end = use.anchor.start + use.offset(use.source.length);
      const at = (offset: number): number => use.anchor.start + use.offset(offset);
      for (const { name, start, path } of use.names) {
        found.push({ kind: 'name', written: name, start: at(start), end });
        for (const step of path) {
          if (step.kind !== 'member' || step.name === null) continue;
          found.push({ kind: 'member', written: step.name, start: at(step.start), end });
        }
      }
      for (const { name, start } of use.calls) {
        found.push({ kind: 'call', written: name, start: at(start), end });
      }
    }
  }
  return found;
}

function endOfTagBody({ tag }: Element, text: string): number {
  const end = endOf(tag) - 1;
  return text[end - 1] === '/' ? end - 1 : end;
}

function valuePlace({ tag }: Element, attribute: Attribute, found: CutPlace[]): void {
  const { value, quote } = attribute;
  if (value === null || value === '' || value.includes('{') || quote === null) return;
  const end = tag.start + attribute.end - 1;
  found.push({ kind: 'value', written: value, start: end - value.length, end });
}

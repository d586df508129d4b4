import { livingAttributes } from '../catalogue/lookups.js';
import type { CatalogueAttribute, CatalogueTag } from '../catalogue/types.js';
import { booleanAttributes } from '../syntax/names.js';
import { actionAround } from './actionNames.js';
import type { CompletionContext } from './completionContext.js';
import { plainValue } from './elementNames.js';
import { elementAttributes, globalAttributes, type HtmlAttribute } from './htmlAttributes.js';
import { literal, type ItemList } from './item.js';
import { calledComponent, tablesOf } from './projectNames.js';
import type { LanguageContext } from './languageContext.js';
import { placeFor } from './tagSnippet.js';
import { usualAttributesOf } from './usage.js';

type AttributeContext = CompletionContext & { kind: 'attribute' };

/** Adds attributes that are not there yet, those that must be first. */
export function addAttributes(
  list: ItemList,
  context: LanguageContext,
  at: AttributeContext,
): void {
  const { element, place } = at;
  const { start } = at.replace;
  const taken = new Set(
    element.tag.attributes
      // The word that is being written is not there yet.
      .filter((attribute) => element.tag.start + attribute.start !== start)
      .map(({ name }) => name),
  );
  const add = new Adding(list, context, at, taken);
  if (place.tag) add.ofTag(place.tag);
  if (place.kind === 'call') add.ofCall(place.name);
  if (place.kind === 'html') add.ofElement(place.name);
}

class Adding {
  constructor(
    private readonly list: ItemList,
    private readonly context: LanguageContext,
    private readonly at: AttributeContext,
    private readonly taken: ReadonlySet<string>,
  ) {}

  ofTag(tag: CatalogueTag): void {
    const { names } = usualAttributesOf(tag);
    const order = ({ name }: CatalogueAttribute): number =>
      names.includes(name) ? names.indexOf(name) : names.length;
    const living = [...livingAttributes(tag)].sort((a, b) => order(a) - order(b));
    for (const attribute of living) {
      const spellings = [attribute.name, ...attribute.aliases];
      if (spellings.some((name) => this.taken.has(name))) continue;
      const usual = names.includes(attribute.name) ? 5 : 0;
      this.add(this.rank(tag, attribute) - usual, attribute.name, `"${valueOf(attribute)}"`, {
        detail: typeText(attribute),
        description: attribute.required === false ? '' : 'required',
        data: { of: 'attribute', tag: tag.name, parent: tag.context, name: attribute.name },
        suggestsMore: attribute.values === null && attribute.refers !== null,
      });
    }
    this.ofData(tag);
  }

  /** Required ones, then those that make a group whole, then the rest in the order of the catalogue. */
  private rank(tag: CatalogueTag, { name, required }: CatalogueAttribute): number {
    if (required !== false) return 10;
    const group = tag.oneOf.find((names) => names.includes(name));
    if (group && !group.some((one) => this.taken.has(one))) return 15;
    // Of a group one is enough.
    if (group) return 40;
    const needs = tag.requires[name];
    return needs && !needs.every((one) => this.taken.has(one)) ? 30 : 20;
  }

  /** Attributes that are data: fields of an action, columns of a table. */
  private ofData(tag: CatalogueTag): void {
    const { element } = this.at;
    if (tag.name === 'test:submit') {
      for (const { name, type, isRequired } of actionAround(this.context, element)?.params ?? []) {
        this.add(isRequired ? 11 : 16, name, '"$1"', { detail: type ?? '', kind: 'variable' });
      }
    } else if (tag.name === 'test:given') {
      const name = plainValue(element, 'table');
      const tables = tablesOf(this.context, plainValue(element, 'datasource'));
      for (const column of tables.find((table) => table.name === name)?.columns ?? []) {
        const rank = column.isRequired ? 11 : 16;
        this.add(rank, column.name, '"$1"', { detail: column.type, kind: 'column' });
      }
    }
  }

  ofCall(name: string): void {
    for (const param of calledComponent(this.context, name)?.params ?? []) {
      const description = param.isRequired ? 'required' : '';
      this.add(param.isRequired ? 10 : 20, param.name, '"$1"', { detail: param.type, description });
    }
  }

  ofElement(name: string): void {
    for (const attribute of elementAttributes.get(name) ?? []) this.html(20, name, attribute);
    for (const attribute of globalAttributes) this.html(50, name, attribute);
    for (const attribute of this.context.html?.attributesOf(name) ?? [])
      this.html(60, name, attribute);
  }

  private html(rank: number, element: string, { name, values }: HtmlAttribute): void {
    const value = booleanAttributes.has(name) && values.length === 0 ? null : '"$1"';
    this.add(rank, name, value, {
      suggestsMore: values.length > 0,
      data: { of: 'html', element, attribute: name },
    });
  }

  private add(
    rank: number,
    name: string,
    value: string | null,
    more: Partial<Parameters<ItemList['add']>[1]>,
  ): void {
    if (this.taken.has(name)) return;
    const { hasValue, replace } = this.at;
    const { text } = this.context.document;
    // What follows at once is another attribute.
    const space = /^[\s/>=]?$/.test(text.slice(replace.end, replace.end + 1)) ? '' : ' ';
    const whole = value === null ? `${name}${space}` : `${literal(name)}=${value}${space}`;
    this.list.add(rank, {
      label: name,
      kind: 'attribute',
      ...more,
      ...(hasValue || value === null ? { insert: hasValue ? name : whole } : { snippet: whole }),
    });
  }
}

function valueOf(attribute: CatalogueAttribute): string {
  return placeFor(attribute, 1);
}

/** The type as a person says it: the values where there are few. */
export function typeText({ type, values }: CatalogueAttribute): string {
  return values !== null && values.length <= 4 ? values.join(' | ') : type;
}

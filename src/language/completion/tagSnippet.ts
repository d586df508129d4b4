import { livingAttributes } from '../catalogue/lookups.js';
import type { CatalogueAttribute, CatalogueTag } from '../catalogue/types.js';
import type { ComponentSummary } from '../project/componentSummary.js';
import { voidElements } from '../syntax/names.js';
import { elementAttributes } from './htmlAttributes.js';
import { literal } from './item.js';
import { usualAttributesOf } from './usage.js';

/** A tag with what it cannot do without, as a snippet that begins with its name. */
export function tagSnippet(tag: CatalogueTag): string {
  const { name, body, text } = tag;
  const attributes = neededAttributes(tag)
    .map((attribute, index) => ` ${attribute.name}="${placeFor(attribute, index + 1)}"`)
    .join('');
  const open = `${name}${attributes}`;
  if (body === 'none' && !hasTextBody(tag)) return `${open} />$0`;
  const isBlock = body === 'statements' || body === 'known' || body === 'mixed';
  return isBlock || text === 'sql' || text === 'python'
    ? `${open}>\n\t$0\n</${name}>`
    : `${open}>$0</${name}>`;
}

/** Whether there is something to write between the tags; what an attribute says as well is left to it. */
function hasTextBody({ text, oneOf, attributes }: CatalogueTag): boolean {
  if (text === 'none' || text === 'plain') return false;
  if (text !== 'evaluated') return true;
  return oneOf.length === 0 && attributes.every(({ required }) => required === false);
}

/** Attributes a new tag is given: those it cannot do without, of each group one, and what is usual. */
export function neededAttributes(tag: CatalogueTag): readonly CatalogueAttribute[] {
  const living = livingAttributes(tag);
  const { names, given } = usualAttributesOf(tag);
  const usual = names.slice(0, given);
  const isThere = (name: string): boolean => usual.includes(name) || isRequired(name);
  const isRequired = (name: string): boolean =>
    living.some((attribute) => attribute.name === name && attribute.required !== false);
  const fromGroups = tag.oneOf.flatMap((group) => (group.some(isThere) ? [] : group.slice(0, 1)));
  const order = (name: string): number => {
    const at = usual.indexOf(name);
    return at >= 0 ? at : name === 'name' ? -1 : usual.length;
  };
  return living
    .filter(({ name }) => isThere(name) || fromGroups.includes(name))
    .sort((a, b) => order(a.name) - order(b.name));
}

/** A place to fill, with the values there are. */
export function placeFor(attribute: CatalogueAttribute, index: number): string {
  const { values, type } = attribute;
  if (values !== null && values.length > 0) return choice(attribute, values, index);
  if (type === 'boolean') return choice(attribute, ['true', 'false'], index);
  return `$${index}`;
}

function choice(attribute: CatalogueAttribute, values: readonly string[], index: number): string {
  const first = values.filter((value) => value === attribute.default);
  const rest = values.filter((value) => value !== attribute.default);
  const written = [...first, ...rest].map((value) => value.replaceAll(/[\\,|$}]/g, '\\$&'));
  return `\${${index}|${written.join(',')}|}`;
}

/** An element of HTML. */
export function elementSnippet(name: string): string {
  const attributes = (elementAttributes.get(name) ?? [])
    .filter(({ isUsual }) => isUsual)
    .map((attribute, index) => ` ${attribute.name}="$${index + 1}"`)
    .join('');
  const open = `${name}${attributes}`;
  return voidElements.has(name) ? `${open} />$0` : `${open}>$0</${name}>`;
}

/** A call of a component with the props it needs. */
export function callSnippet(name: string, summary: ComponentSummary | null): string {
  const props = (summary?.params ?? [])
    .filter(({ isRequired }) => isRequired)
    .map((param, index) => ` ${literal(param.name)}="$${index + 1}"`)
    .join('');
  const isHolder = summary === null ? false : summary.slots.length > 0;
  return isHolder ? `${name}${props}>$0</${name}>` : `${name}${props} />$0`;
}

import type { CatalogueAttribute, CatalogueTag } from '../../catalogue/types.js';
import type { Place } from '../../place/place.js';
import type { Element } from '../../syntax/element.js';
import { addAttribute, renameAttribute } from '../fixes.js';
import type { Fix } from '../finding.js';
import { attributeNamed, said } from '../reads.js';
import type { ElementRule } from '../rule.js';

/** Attributes without which the parser refuses a file, and groups of which it wants one. */
export const requiredAttributes: ElementRule = (element, { place, report }) => {
  const tag = place.read;
  if (!tag) return;
  for (const attribute of tag.attributes) {
    if (attribute.required !== 'parse' || isThere(element, attribute, place)) continue;
    const { name } = attribute;
    const message = `<${element.tag.name}> needs ${name}="…": without it the file is refused.`;
    report.atName('missing-attribute', element, message, {
      fixes: () => [add(element, tag, name)],
    });
  }
  if (refusedWithoutOne.has(tag.name) && !isInTransaction(place)) {
    for (const group of tag.oneOf) {
      if (said(element, ...group) !== '') continue;
      const message = `<${element.tag.name}> needs ${listed(group)}: without one the file is refused.`;
      const [first = ''] = group;
      report.atName('missing-attribute', element, message, {
        fixes: () => [add(element, tag, first)],
      });
    }
  }
};

/** Where the parser itself wants one attribute of a group. */
const refusedWithoutOne = new Set(['q:query', 'q:import', 'q:loop']);

/** A transaction may name the datasource of all its queries: it looks after them. */
function isInTransaction(place: Place): boolean {
  if (place.reading.name !== 'q:query') return false;
  for (let at = place.parent; at; at = at.parent) {
    if (at.reading.name === 'q:transaction') return true;
  }
  return false;
}

function isThere(element: Element, attribute: CatalogueAttribute, place: Place): boolean {
  const { name, aliases } = attribute;
  if (mayBeEmpty(place, name)) return attributeNamed(element, name, ...aliases) !== undefined;
  if (said(element, name, ...aliases) !== '') return true;
  // Jobs at the top are named after their file.
  return place.reading.name === 'q:job' && name === 'name' && !isNestedJob(place);
}

/** Values that may say nothing, as long as they are there. */
function mayBeEmpty({ reading }: Place, name: string): boolean {
  if (name === 'value') return reading.name === 'q:param' || reading.name === 'q:header';
  // Without a type an application is of one that was removed; its own rule says so.
  return reading.name === 'q:application';
}

/** A job in a component's body is read like a file of its own, one further in like a statement. */
export function isNestedJob(place: Place): boolean {
  return place.parent !== null && place.parent.reading.name !== 'q:component';
}

/** Gives the attribute, or takes one written in another case for it. */
function add(element: Element, tag: CatalogueTag, name: string): Fix {
  const lower = name.toLowerCase();
  const wrong = element.tag.attributes.find(
    (one) => one.name.toLowerCase() === lower && !tag.attributes.some((a) => a.name === one.name),
  );
  if (wrong) {
    const edits = renameAttribute(element, wrong, name);
    return { title: `Write ${name}`, edits, isPreferred: true };
  }
  return { title: `Add ${name}`, edits: addAttribute(element, name, '') };
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}

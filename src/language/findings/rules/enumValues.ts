import { attributeOf } from '../../catalogue/lookups.js';
import { closest } from '../../catalogue/nearest.js';
import type { CatalogueAttribute } from '../../catalogue/types.js';
import { setValue } from '../fixes.js';
import { valueOf } from '../reads.js';
import type { ElementRule } from '../rule.js';

/** Values the parser compares with a list. */
export const enumValues: ElementRule = (element, { place, report }) => {
  const tag = place.read;
  if (!tag) return;
  for (const attribute of element.tag.attributes) {
    const known = attributeOf(tag, attribute.name);
    if (!known?.values || known.removed || known.valuesCheckedBy !== 'parse') continue;
    const value = valueOf(attribute);
    const key = `${tag.name} ${known.name}`;
    if (isAmong(value, known, key, tag.context === 'q:query')) continue;
    const { name } = attribute;
    const guess = closest(value, known.values);
    const others = known.values.length > 12 ? '' : ` Write ${known.values.join(', ')}.`;
    report.atValue(
      'unknown-value',
      element,
      attribute,
      `${name}="${value}" does not exist: the file is refused.${others}`,
      {
        fixes: () =>
          (guess === undefined ? (known.values?.slice(0, 1) ?? []) : [guess]).map((better) => ({
            title: `Write "${better}"`,
            edits: setValue(element, attribute, better),
            isPreferred: guess !== undefined,
          })),
      },
    );
  }
};

function isAmong(
  value: string,
  { values }: CatalogueAttribute,
  key: string,
  isExact: boolean,
): boolean {
  if (value === '' && mayBeEmpty.has(key)) return true;
  if (key === 'q:set validate' && /^(?:\^|\.\*)/.test(value)) return true;
  const folded = isExact ? undefined : folds[key];
  return values?.includes(folded ? folded(value) : value) ?? true;
}

/** Where nothing means the default. */
const mayBeEmpty = new Set([
  'q:loop type',
  'q:sort order',
  'q:transaction isolationLevel',
  'q:dump format',
  'q:set validate',
]);

/** Where the case of letters does not matter. */
const folds: Readonly<Record<string, (value: string) => string>> = {
  'q:param type': (value) => value.toLowerCase(),
  'q:function returnType': (value) => value.toLowerCase(),
  'q:sort order': (value) => value.toLowerCase(),
  'q:invoke method': (value) => value.toUpperCase(),
  'q:log level': (value) => value.trim().toLowerCase(),
};

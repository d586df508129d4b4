import { attributeOf } from '../../catalogue/lookups.js';
import { closest } from '../../catalogue/nearest.js';
import type { CatalogueAttribute } from '../../catalogue/types.js';
import type { Element } from '../../syntax/element.js';
import type { Attribute } from '../../syntax/token.js';
import { setValue } from '../fixes.js';
import { valueOf } from '../reads.js';
import type { ElementContext, ElementRule, More } from '../rule.js';

/** Values that nobody refuses and that do not mean what they say. */
export const silentValues: ElementRule = (element, context) => {
  const tag = context.place.read;
  if (!tag || tag.prefix === 'test') return;
  for (const attribute of element.tag.attributes) {
    const known = attributeOf(tag, attribute.name);
    if (!known || known.removed || known.valuesCheckedBy === 'parse') continue;
    if (known.type === 'boolean') booleanValue(element, attribute, known, context);
    else if (known.type === 'enum') enumValue(element, attribute, known, context);
    else if (known.type === 'token' && spaces.has(known.name)) {
      spaceValue(element, attribute, known, context);
    } else if (numbers.has(known.type) && known.valuesCheckedBy !== 'run') {
      numberValue(element, attribute, known, context);
    }
  }
};

const numbers = new Set(['integer', 'float', 'number']);

function booleanValue(
  element: Element,
  attribute: Attribute,
  { evaluated }: CatalogueAttribute,
  { place, report }: ElementContext,
): void {
  const { name } = attribute;
  const value = valueOf(attribute);
  const more = writes(element, attribute, 'true');
  const isSwitch = attribute.value === null || value === name;
  if (isSwitch || (value.includes('{') && !evaluated)) {
    const why = isSwitch ? `${name} by itself` : `An expression in ${name}`;
    const message = `${why} counts as not set: write ${name}="true", or leave it out.`;
    report.at('boolean-not-read', element.tag, attribute.start, attribute.end, message, more);
    return;
  }
  if (evaluated && value.includes('{')) return;
  const isWord = /^(?:true|1|yes|false|0|no)$/i.test(value);
  const isOnlyTrue = place.read?.name === 'q:param' && place.read.context === null;
  if (isWord && !(isOnlyTrue && /^(?:1|yes)$/i.test(value))) return;
  const message = `${name}="${value}" does not count as set: write "true" or "false".`;
  report.atValue('boolean-word', element, attribute, message, more);
}

/** Attributes that take the name of a space, or a length of CSS. */
const spaces = new Set(['gap', 'padding', 'margin']);
const wordsOfCss = /^(?:auto|inherit|initial|normal|revert|revert-layer|unset)$/;

function spaceValue(
  element: Element,
  attribute: Attribute,
  { values, name }: CatalogueAttribute,
  { report }: ElementContext,
): void {
  const value = valueOf(attribute).trim();
  if (!values || values.includes(value) || !/^[a-z][a-z-]*$/i.test(value)) return;
  if (wordsOfCss.test(value)) return;
  const guess = closest(value, values);
  const message = `${name}="${value}" means nothing: write ${values.join(', ')}, a number of pixels or a CSS length.`;
  const more = guess === undefined ? {} : writes(element, attribute, guess);
  report.atValue('silent-value', element, attribute, message, more);
}

function enumValue(
  element: Element,
  attribute: Attribute,
  { values, valuesCheckedBy, name }: CatalogueAttribute,
  { place, report }: ElementContext,
): void {
  const value = valueOf(attribute);
  if (!values || values.includes(value) || value === '' || value.includes('{')) return;
  if (name === 'validate' && /^(?:\^|\.\*)/.test(value)) return;
  if (place.reading.name === 'q:application' || values.includes(value.toLowerCase())) return;
  const guess = closest(value, values);
  const fails = valuesCheckedBy === 'run' || place.read?.name === 'q:redirect';
  const effect = fails ? 'the page fails when it runs' : 'it means nothing';
  const message = `${name}="${value}" does not exist: ${effect}. Write ${values.join(', ')}.`;
  const more = guess === undefined ? {} : writes(element, attribute, guess, true);
  report.atValue(fails ? 'failing-value' : 'silent-value', element, attribute, message, more);
}

function numberValue(
  element: Element,
  attribute: Attribute,
  { evaluated, default: usual, name }: CatalogueAttribute,
  { report }: ElementContext,
): void {
  const value = valueOf(attribute).trim();
  if (value === '' || (evaluated && value.includes('{'))) return;
  if (/^[+-]?(?:\d[\d_]*)?\.?\d*(?:[eE][+-]?\d+)?$/.test(value)) return;
  const instead = usual === null ? 'it is ignored' : `${usual} is taken`;
  const message = `${name}="${value}" is no number: ${instead}.`;
  report.atValue('not-a-number', element, attribute, message);
}

function writes(element: Element, attribute: Attribute, value: string, isPreferred = false): More {
  return {
    fixes: () => [
      { title: `Write "${value}"`, edits: setValue(element, attribute, value), isPreferred },
    ],
  };
}

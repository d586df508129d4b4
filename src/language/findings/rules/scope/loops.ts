import { isWithin } from '../../../scope/region.js';
import { nearest } from '../../../catalogue/nearest.js';
import type { Element } from '../../../syntax/element.js';
import { attributeOf } from '../../../syntax/token.js';
import { loopType } from '../loops.js';
import type { FactsRule, NamesContext } from './scopeRule.js';
import { writeFix } from './writeFix.js';

/** Loops over queries that do not exist, and variables of loops that overwrite others. */
export const loops: FactsRule = ({ element, place, loop }, context) => {
  if (place.name === 'q:query') unknownQuery(element, 'source', context);
  if (!loop) return;
  overwritten(element, context);
  unknownQuery(element, 'query', context);
  const type = loopType(element);
  if (type === 'array') unknownName(element, 'items', context);
  else if (type === 'range') {
    for (const bound of ['from', 'to', 'step']) unknownName(element, bound, context);
  }
};

function overwritten(element: Element, { names, report }: NamesContext): void {
  const attribute = attributeOf(element.tag, 'var');
  const name = attribute?.value?.trim();
  if (!attribute || !name) return;
  const outer = names
    .own(name)
    .find(
      (one) =>
        one.place.name !== 'q:loop' &&
        one.kind !== 'parameter' &&
        one.element.tag.start < element.tag.start &&
        !isWithin(one.element, element),
    );
  if (!outer) return;
  const message = `After this loop ${name} holds the last item, not what was set before: choose another name.`;
  report.atValue('loop-overwrites-variable', element, attribute, message);
}

/** `items="colors"`, `to="count"`: the name of a variable without braces. */
function unknownName(element: Element, which: string, { names, report }: NamesContext): void {
  const attribute = attributeOf(element.tag, which);
  const name = attribute?.value?.trim() ?? '';
  if (!attribute || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) return;
  if (names.isImplicit(name) || names.definitions(name).length > 0 || names.mayKnowMore()) return;
  const [guess] = nearest(name, names.visible());
  const advice =
    guess === undefined ? 'Set it first, or correct the name.' : `Did you mean ${guess}?`;
  report.atValue(
    'undefined-variable',
    element,
    attribute,
    `There is no variable ${name} here: the page stops with an error. ${advice}`,
    writeFix(element, attribute, guess),
  );
}

function unknownQuery(element: Element, which: string, { names, report }: NamesContext): void {
  const attribute = attributeOf(element.tag, which);
  const name = attribute?.value?.trim() ?? '';
  if (!attribute || !/^\w+$/.test(name) || names.definitions(name).length > 0) return;
  // Python may bind any name; a loop over an unknown query binds only what it would return.
  if (names.isAnyCodeOpen()) return;
  const [guess] = nearest(name, names.visible());
  const advice = guess === undefined ? 'Write a q:query of that name.' : `Did you mean ${guess}?`;
  report.atValue(
    'unknown-query',
    element,
    attribute,
    `There is no query ${name}: the page stops with an error. ${advice}`,
    writeFix(element, attribute, guess),
  );
}

import { isWithin } from '../../../scope/region.js';
import { nearest } from '../../../catalogue/nearest.js';
import type { Element } from '../../../syntax/element.js';
import { attributeOf } from '../../../syntax/token.js';
import { setValue } from '../../fixes.js';
import type { FactsRule, NamesContext } from './scopeRule.js';

/** Loops over queries that do not exist, and variables of loops that overwrite others. */
export const loops: FactsRule = ({ element, loop }, context) => {
  if (!loop) return;
  overwritten(element, context);
  unknownQuery(element, context);
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

function unknownQuery(element: Element, { names, report }: NamesContext): void {
  const attribute = attributeOf(element.tag, 'query');
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
    guess === undefined
      ? {}
      : {
          fixes: () => [
            {
              title: `Write ${guess}`,
              edits: setValue(element, attribute, guess),
              isPreferred: true,
            },
          ],
        },
  );
}

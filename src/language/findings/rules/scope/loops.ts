import {
  definitionsNamed,
  isWithin,
  visibleNames,
  type Region,
} from '../../../scope/documentScope.js';
import { nearest } from '../../../catalogue/nearest.js';
import type { Element } from '../../../syntax/element.js';
import { attributeOf } from '../../../syntax/token.js';
import { setValue } from '../../fixes.js';
import type { ScopeContext, ScopeRule } from './scopeRule.js';

/** Loops over queries that do not exist, and variables of loops that overwrite others. */
export const loops: ScopeRule = (context) => {
  for (const region of context.scope.regions) {
    for (const { tag } of region.facts.loops) {
      const { element } = tag;
      if (!element) continue;
      overwritten(element, region, context);
      unknownQuery(element, region, context);
    }
  }
};

function overwritten(element: Element, region: Region, { report }: ScopeContext): void {
  const attribute = attributeOf(element.tag, 'var');
  const name = attribute?.value?.trim();
  if (!attribute || !name) return;
  const outer = region.definitions
    .get(name)
    ?.find(
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

function unknownQuery(element: Element, region: Region, context: ScopeContext): void {
  const attribute = attributeOf(element.tag, 'query');
  const name = attribute?.value?.trim() ?? '';
  if (!attribute || !/^\w+$/.test(name) || definitionsNamed(region, name).length > 0) return;
  // Python may bind any name; a loop over an unknown query binds only what it would return.
  if (context.scope.regions.some(({ facts }) => facts.isOpen)) return;
  const [guess] = nearest(name, visibleNames(region));
  const advice = guess === undefined ? 'Write a q:query of that name.' : `Did you mean ${guess}?`;
  context.report.atValue(
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

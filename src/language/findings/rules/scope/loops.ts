import { definitionsNamed, isWithin, visibleNames } from '../../../scope/documentScope.js';
import type { Definition } from '../../../scope/definition.js';
import { nearest } from '../../../catalogue/nearest.js';
import type { Facts } from '../../../scope/facts.js';
import { attributeOf } from '../../../syntax/token.js';
import { setValue } from '../../fixes.js';
import type { ScopeContext, ScopeRule } from './scopeRule.js';

/** Loops over queries that do not exist, and variables of loops that overwrite others. */
export const loops: ScopeRule = (context) => {
  for (const region of context.scope.regions) {
    for (const [name, definitions] of region.definitions) overwritten(name, definitions, context);
  }
  const visit = (facts: Facts): void => {
    if (facts.place.name === 'q:loop') unknownQuery(facts, context);
    for (const one of facts.inner) visit(one);
  };
  visit(context.root);
};

function overwritten(
  name: string,
  definitions: readonly Definition[],
  { report }: ScopeContext,
): void {
  for (const { place, element, attribute } of definitions) {
    if (place.name !== 'q:loop' || attribute?.name !== 'var') continue;
    const outer = definitions.find(
      (one) =>
        one.place.name !== 'q:loop' &&
        one.kind !== 'parameter' &&
        one.element.tag.start < element.tag.start &&
        !isWithin(one.element, element),
    );
    if (!outer) continue;
    const message = `After this loop ${name} holds the last item, not what was set before: choose another name.`;
    report.atValue('loop-overwrites-variable', element, attribute, message);
  }
}

function unknownQuery({ element }: Facts, context: ScopeContext): void {
  const attribute = attributeOf(element.tag, 'query');
  const name = attribute?.value?.trim() ?? '';
  if (!attribute || name === '' || !/^\w+$/.test(name)) return;
  const region = context.scope.regions.find((one) => isWithin(element, one.facts.element));
  const regions = context.scope.regions.filter((one) => isWithin(element, one.facts.element));
  const innermost = regions.at(-1) ?? region;
  if (!innermost || definitionsNamed(innermost, name).length > 0) return;
  // Fields of a loop's own query make a region open: another binding might still hold the name.
  if (innermost.facts.definitions.isOpen || hasPython(context.root)) return;
  const [guess] = nearest(name, visibleNames(innermost));
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

function hasPython({ definitions, inner }: Facts): boolean {
  return definitions.isOpen || inner.some(hasPython);
}

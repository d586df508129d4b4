import { closest } from '../../catalogue/nearest.js';
import type { Catalogue } from '../../catalogue/types.js';
import { prefixOf } from '../../syntax/names.js';
import { renameElement } from '../fixes.js';
import type { ElementRule } from '../rule.js';

/** `<q:sett>`: a name with a prefix of the framework that no tag has. */
export const unknownTag: ElementRule = (element, { place, catalogue, report }) => {
  const { name } = element.tag;
  if (place.kind !== 'framework' || place.tag || name !== place.name) return;
  const guess = closest(name, namesWithPrefix(catalogue, prefixOf(name)));
  const advice = guess === undefined ? 'Remove it' : `Write <${guess}>`;
  report.atName(
    'unknown-tag',
    element,
    `<${name}> is not a tag of Quantum ${catalogue.release}: the page is refused. ${advice}.`,
    guess === undefined
      ? {}
      : {
          fixes: () => [
            { title: `Write <${guess}>`, edits: renameElement(element, guess), isPreferred: true },
          ],
        },
  );
};

function namesWithPrefix(catalogue: Catalogue, prefix: string): string[] {
  return catalogue.tags
    .filter((tag) => tag.prefix === prefix && tag.removed === null)
    .map(({ name }) => name);
}

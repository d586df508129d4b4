import { attributeOf, livingAttributes } from '../../catalogue/lookups.js';
import { closest } from '../../catalogue/nearest.js';
import { removeAttribute, renameAttribute } from '../fixes.js';
import { attributeNamed } from '../reads.js';
import type { ElementRule } from '../rule.js';

/** Attributes that nothing reads: misspelled, in another case, of another tag. */
export const unknownAttribute: ElementRule = (element, { place, report }) => {
  const tag = place.read;
  if (!tag || tag.openAttributes === '*' || tag.unknownAttributes === 'error') return;
  for (const attribute of element.tag.attributes) {
    const { name } = attribute;
    if (attributeOf(tag, name) || name.includes(':') || name === 'xmlns') continue;
    if (tag.openAttributes === 'data-*' && name.startsWith('data-')) continue;
    const free = livingAttributes(tag)
      .map((one) => one.name)
      .filter((one) => !attributeNamed(element, one));
    const guess = closest(name, free);
    // A page that means to be protected has a code of its own.
    if (tag.name === 'q:component' && guess?.startsWith('require_')) continue;
    const advice = guess === undefined ? 'Remove it.' : `Write ${guess}.`;
    const message = `<${element.tag.name}> has no attribute ${name}: it is ignored. ${advice}`;
    report.atAttributeName('unknown-attribute', element, attribute, message, {
      ...(guess === undefined ? { tag: 'unnecessary' as const } : {}),
      fixes: ({ text }) => [
        ...(guess === undefined
          ? []
          : [
              {
                title: `Write ${guess}`,
                edits: renameAttribute(element, attribute, guess),
                isPreferred: true,
              },
            ]),
        { title: `Remove ${name}`, edits: removeAttribute(element, attribute, text) },
      ],
    });
  }
};

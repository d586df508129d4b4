import { isDrawn, lookedThroughTo } from '../../place/drawn.js';
import { endOfNode } from '../../syntax/element.js';
import type { ElementRule } from '../rule.js';

/**
 * A call in a condition or a loop that no element is around: the framework runs it as a statement, and has
 * nothing that could.
 */
export const callInBranch: ElementRule = (element, { place, report }) => {
  if (place.reading.as !== 'call') return;
  const around = lookedThroughTo(place);
  if (!around || around.length === 0 || around.some(isDrawn)) return;
  const name = around[0]?.reading.name ?? '';
  report.atName(
    'call-outside-element',
    element,
    `<${element.tag.name}> stands in a <${name}> that no element is around: the framework takes the call for a statement, and every request that comes here fails. Put an element around the call, or around the <${name}>.`,
    {
      fixes: () => [
        {
          title: `Put a <div> around <${element.tag.name}>`,
          edits: [
            { start: element.tag.start, end: element.tag.start, text: '<div>' },
            { start: endOfNode(element), end: endOfNode(element), text: '</div>' },
          ],
        },
      ],
    },
  );
};

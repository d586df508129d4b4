import type { Element } from '../../../syntax/element.js';
import { endOfNode, startOf } from '../../../syntax/element.js';
import type { ProjectElementRule } from './projectElementRule.js';

const bodies = new Set([
  'q:component',
  'q:action',
  'q:function',
  'q:if',
  'q:else',
  'q:elseif',
  'q:loop',
]);
/** Statements that are no step of their own where they stand. */
const still = new Set(['q:param', 'q:function', 'q:action', 'q:import', 'q:else', 'q:elseif']);

/** Statements behind a redirect or return in the same body. */
export const unreachable: ProjectElementRule = (element, { report }) => {
  if (!bodies.has(element.tag.name)) return;
  let end: Element | null = null;
  const isMarkup = element.tag.name === 'q:component';
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    const { name } = child.tag;
    if (end && name.startsWith('q:') && !still.has(name)) {
      report.at(
        'unreachable-statement',
        child.tag,
        0,
        endOfNode(child) - startOf(child),
        `<${end.tag.name}> always ends what runs here: this never does.`,
        { tag: 'unnecessary' },
      );
    }
    // A component's return gives a value and lets the page go on to draw.
    if (name === 'q:redirect' || (name === 'q:return' && !isMarkup)) end = child;
  }
};

import { addAttribute } from '../fixes.js';
import { attributeNamed, said, valueOf } from '../reads.js';
import type { ElementRule } from '../rule.js';

/** Loops that have nothing to loop over. */
export const loops: ElementRule = (element, { place, report }) => {
  if (place.read?.name !== 'q:loop' || said(element, 'query') !== '') return;
  const type = said(element, 'type') || (said(element, 'items') === '' ? 'range' : 'array');
  if (type === 'array' || type === 'list') {
    if (said(element, 'items') !== '') return;
    const message = 'This loop has no items: its body never runs.';
    report.atName('empty-loop', element, message, {
      fixes: () => [{ title: 'Add items', edits: addAttribute(element, 'items', '') }],
    });
  } else if (type === 'range') {
    const missing = ['from', 'to'].filter((name) => said(element, name) === '');
    if (missing.length > 0) {
      const message = `This loop needs items, query, or from and to: the page fails when it runs.`;
      report.atName('empty-loop', element, message, {
        fixes: () => [{ title: 'Add items', edits: addAttribute(element, 'items', '') }],
      });
    }
    const step = attributeNamed(element, 'step');
    if (step && /^\s*[+-]?0+\s*$/.test(valueOf(step))) {
      report.atValue(
        'empty-loop',
        element,
        step,
        'A step of 0 leads nowhere: the page fails when it runs.',
      );
    }
  }
};

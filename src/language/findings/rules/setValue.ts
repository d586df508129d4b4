import { addAttribute } from '../fixes.js';
import { attributeNamed, said } from '../reads.js';
import type { ElementRule } from '../rule.js';

/** A variable is given something: a value, a default, or an operation that needs none. */
export const setWithoutValue: ElementRule = (element, { place, report }) => {
  if (place.read?.name !== 'q:set') return;
  const operation = said(element, 'operation');
  if (operation !== '' && operation !== 'assign') return;
  if (attributeNamed(element, 'value', 'default', 'source')) return;
  const message = `This sets ${said(element, 'name') || 'a variable'} to nothing: write value="…".`;
  report.atName('set-without-value', element, message, {
    fixes: () => [{ title: 'Add value', edits: addAttribute(element, 'value', '') }],
  });
};

import { textsIn } from '../reads.js';
import type { ElementRule } from '../rule.js';

const withCode = new Set(['q:python', 'q:class', 'q:pyclass']);

/** Code is what stands before the first element of a tag. */
export const emptyCode: ElementRule = (element, { place, report, source }) => {
  if (!place.read || !withCode.has(place.read.name)) return;
  const [code = ''] = textsIn(element, source);
  if (code.trim() !== '') return;
  const { name } = element.tag;
  report.atName(
    'empty-code',
    element,
    `<${name}> holds no code: the file is refused. Write some, or remove it.`,
  );
};

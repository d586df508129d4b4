import type { Element } from '../../syntax/element.js';
import { attributeNamed, valueOf } from '../reads.js';
import type { ElementRule } from '../rule.js';

/** Regular expressions of variables and parameters. */
export const patterns: ElementRule = (element, { place, report }) => {
  const tag = place.read?.name;
  if (tag !== 'q:set' && tag !== 'q:param') return;
  const attribute = patternOf(element);
  if (!attribute) return;
  const pattern = valueOf(attribute);
  if (pattern === '') return;
  if (tag === 'q:set' && !/^(?:\^|\.\*)/.test(pattern)) {
    const message = 'A pattern of q:set begins with ^ (or .*): the page fails when it runs.';
    const start = element.tag.start + attribute.valueStart;
    report.atValue('bad-pattern', element, attribute, message, {
      fixes: () => [
        { title: 'Begin it with ^', edits: [{ start, end: start, text: '^' }], isPreferred: true },
      ],
    });
  } else if (!isRegularExpression(pattern)) {
    const effect = tag === 'q:set' ? 'the page fails when it runs' : 'nothing is checked';
    const message = `This is no regular expression: ${effect}.`;
    report.atValue('bad-pattern', element, attribute, message);
  }
};

function patternOf(element: Element): ReturnType<typeof attributeNamed> {
  return attributeNamed(element, 'pattern');
}

/** As far as Python and JavaScript agree; what only Python knows is left alone. */
function isRegularExpression(pattern: string): boolean {
  if (/\(\?[^:=!<]|\\[AZ]|[*+?}]\+/.test(pattern)) return true;
  try {
    return new RegExp(pattern).source !== '';
  } catch {
    return false;
  }
}

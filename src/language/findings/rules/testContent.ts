import { closest } from '../../catalogue/nearest.js';
import type { Element } from '../../syntax/element.js';
import { removeElement, renameElement } from '../fixes.js';
import type { Fix } from '../finding.js';
import { textSaid } from '../reads.js';
import type { ElementContext, ElementRule } from '../rule.js';

const steps = ['test:given', 'test:as', 'test:visit', 'test:submit', 'test:expect'];

/** A test file holds tests, a test holds steps, and a step holds attributes only. */
export const testContent: ElementRule = (element, context) => {
  const { place, report } = context;
  const { name } = element.tag;
  if (place.reading.as === 'refused') {
    const wanted = place.parent ? steps : ['q:test'];
    const message = place.parent
      ? `<${name}> is no step of a test: the file is refused. Steps are ${steps.join(', ')}.`
      : `A test file holds <q:test> elements only: <${name}> is refused.`;
    report.atName('test-content', element, message, { fixes: () => instead(element, wanted) });
    return;
  }
  textIn(element, context);
  const inner = element.children.filter((child) => child.kind === 'element');
  if (!place.parent) {
    if (inner.length > 0) return;
    const message =
      'This test has no steps: the file is refused. Begin with <test:visit path="/"/>.';
    report.atName('test-empty', element, message);
  } else if (place.parent.reading.as === 'root') {
    for (const child of inner) {
      const message = `<${name}> takes attributes only: the file is refused.`;
      report.atName('test-content', child, message, {
        fixes: () => [{ title: 'Remove it', edits: removeElement(child) }],
      });
    }
  }
};

function textIn(element: Element, { place, report, source }: ElementContext): void {
  if (place.reading.name === null) return;
  for (const child of element.children) {
    if (textSaid(child, source).trim() === '' || child.kind === 'element') continue;
    const message = place.parent
      ? `<${element.tag.name}> takes attributes only: the file is refused.`
      : 'A test holds steps only: text is refused. Write it as a comment.';
    report.at('test-content', child, 0, child.length, message, {
      fixes: () => [
        {
          title: 'Remove it',
          edits: [{ start: child.start, end: child.start + child.length, text: '' }],
        },
      ],
    });
  }
}

function instead(element: Element, wanted: readonly string[]): Fix[] {
  const guess = wanted.length === 1 ? wanted[0] : closest(element.tag.name, wanted);
  if (guess === undefined) return [];
  return [
    {
      title: `Write <${guess}>`,
      edits: renameElement(element, guess),
      isPreferred: wanted.length > 1,
    },
  ];
}

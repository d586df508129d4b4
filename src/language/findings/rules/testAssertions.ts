import { attributeOf, livingAttributes } from '../../catalogue/lookups.js';
import { closest } from '../../catalogue/nearest.js';
import type { Element } from '../../syntax/element.js';
import { addAttribute, renameAttribute } from '../fixes.js';
import { attributeNamed } from '../reads.js';
import type { ElementContext, ElementRule } from '../rule.js';

/** Which attributes tests and expectations have, and which of them go together. */
export const testAssertions: ElementRule = (element, context) => {
  const tag = context.place.read;
  if (!tag) return;
  if (tag.name === 'test:expect' || tag.name === 'q:test') unknown(element, context);
  if (tag.name === 'test:expect') together(element, context);
  if (tag.name === 'test:as' && element.tag.attributes.length === 0) {
    const message = '<test:as> needs user, role or values of the session: the file is refused.';
    context.report.atName('missing-attribute', element, message, {
      fixes: () => [{ title: 'Add user', edits: addAttribute(element, 'user', '') }],
    });
  }
};

function unknown(element: Element, { place, report }: ElementContext): void {
  const tag = place.read;
  if (!tag) return;
  for (const attribute of element.tag.attributes) {
    const { name } = attribute;
    if (attributeOf(tag, name) || name.startsWith('xmlns')) continue;
    const guess = closest(
      name,
      livingAttributes(tag).map((one) => one.name),
    );
    const advice = guess === undefined ? '' : ` Write ${guess}.`;
    const message = `<${tag.name}> has no attribute ${name}: the file is refused.${advice}`;
    report.atAttributeName('test-attribute', element, attribute, message, {
      fixes: () =>
        guess === undefined
          ? []
          : [
              {
                title: `Write ${guess}`,
                edits: renameAttribute(element, attribute, guess),
                isPreferred: true,
              },
            ],
    });
  }
}

function together(element: Element, { place, report }: ElementContext): void {
  const has = (name: string): boolean => attributeNamed(element, name) !== undefined;
  const assertions = place.read?.oneOf[0] ?? [];
  if (!assertions.some(has)) {
    const message = `This expects nothing: the file is refused. Give one of ${assertions.join(', ')}.`;
    report.atName('test-empty', element, message);
  }
  for (const attribute of element.tag.attributes) {
    const owners = owned[attribute.name];
    if (!owners || owners.some(has)) continue;
    const message = `${attribute.name}= belongs to ${owners.join(' or ')}: without it the file is refused.`;
    report.atAttributeName('test-detail', element, attribute, message, {
      fixes: () =>
        owners.map((owner) => ({ title: `Add ${owner}`, edits: addAttribute(element, owner, '') })),
    });
  }
  const history = attributeNamed(element, 'history');
  if (history && has('table')) {
    const message = 'table and history need a <test:expect> each: the file is refused.';
    report.atAttributeName('test-detail', element, history, message);
  }
  if (has('var') && !has('value')) {
    const message = 'var= needs value="…": without it the file is refused.';
    report.atName('missing-attribute', element, message, {
      fixes: () => [{ title: 'Add value', edits: addAttribute(element, 'value', '') }],
    });
  }
}

/** What a detail belongs to. */
const owned: Readonly<Record<string, readonly string[]>> = {
  message: ['error'],
  value: ['var'],
  count: ['table', 'history'],
  where: ['table', 'history'],
  datasource: ['table', 'history'],
  action: ['history'],
  op: ['history'],
  user: ['history'],
};

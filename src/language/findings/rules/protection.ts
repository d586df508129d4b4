import { closest } from '../../catalogue/nearest.js';
import { isOn } from '../../syntax/booleans.js';
import type { Element } from '../../syntax/element.js';
import { addAttribute, renameAttribute, setValue } from '../fixes.js';
import { attributeNamed } from '../reads.js';
import type { ElementContext, ElementRule } from '../rule.js';

const attributes = ['require_auth', 'require_role', 'require_permission'];

/** A component that asks for a visitor's session in a way that nobody reads is open to everybody. */
export const protection: ElementRule = (element, context) => {
  if (context.place.reading.as !== 'root' || context.place.reading.name !== 'q:component') return;
  misspelled(element, context);
  const auth = attributeNamed(element, 'require_auth');
  const role = attributeNamed(element, 'require_role', 'require_permission');
  if (!role || isOn(element, 'require_auth')) return;
  const message = `${role.name}= counts with require_auth="true" only: everybody sees this page.`;
  context.report.atAttributeName('unprotected-page', element, role, message, {
    fixes: () => [
      {
        title: 'Write require_auth="true"',
        edits: auth
          ? setValue(element, auth, 'true')
          : addAttribute(element, 'require_auth', 'true'),
        isPreferred: true,
      },
    ],
  });
};

function misspelled(element: Element, { report }: ElementContext): void {
  for (const attribute of element.tag.attributes) {
    const { name } = attribute;
    if (attributes.includes(name)) continue;
    const guess = closest(name, attributes);
    if (guess === undefined || attributeNamed(element, guess)) continue;
    const message = `${name}= is ignored: everybody sees this page. Write ${guess}.`;
    report.atAttributeName('unprotected-page', element, attribute, message, {
      fixes: () => [
        {
          title: `Write ${guess}`,
          edits: renameAttribute(element, attribute, guess),
          isPreferred: true,
        },
      ],
    });
  }
}

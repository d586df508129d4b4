import type { Element } from '../../syntax/element.js';
import { addAttribute } from '../fixes.js';
import { attributeNamed, said, textsIn } from '../reads.js';
import type { ElementContext, ElementRule } from '../rule.js';

/** Attributes the parser does without and the page does not. */
export const neededAttributes: ElementRule = (element, context) => {
  const { place, report } = context;
  const tag = place.read;
  if (!tag) return;
  for (const { name, aliases, required } of tag.attributes) {
    if (required !== 'validate' && required !== 'run') continue;
    if (mayBeLeftOut.has(`${tag.name} ${name}`) || said(element, name, ...aliases) !== '') continue;
    if (saysInText(tag.name) && hasText(element, context)) continue;
    if (tag.name === 'q:action' && !hasSibling(element)) continue;
    if (tag.name === 'ui:animate' && said(element, 'animate') !== '') continue;
    const message =
      tag.name === 'q:action'
        ? 'A page with several actions tells them by their names: a form for this one is answered with 400.'
        : `<${element.tag.name}> needs ${name}="…": it does nothing without.`;
    const given = attributeNamed(element, name);
    const more = {
      fixes: () =>
        given ? [] : [{ title: `Add ${name}`, edits: addAttribute(element, name, '') }],
    };
    if (given) report.atAttributeName('needed-attribute', element, given, message, more);
    else report.atName('needed-attribute', element, message, more);
  }
  const [group] = tag.oneOf;
  if (!group || !failsWithoutOne.has(tag.name) || said(element, ...group) !== '') return;
  const message = `<${element.tag.name}> needs ${group.join(', ')}: it does nothing without one.`;
  report.atName('needed-attribute', element, message, {
    fixes: () =>
      group.map((name) => ({ title: `Add ${name}`, edits: addAttribute(element, name, '') })),
  });
};

/** A return may return nothing, and a message may be empty. */
const mayBeLeftOut = new Set(['q:return value', 'q:websocket-send message']);
const failsWithoutOne = new Set(['q:message', 'q:subscribe', 'q:schedule']);

/** One action needs no name: every form is for it. */
function hasSibling(action: Element): boolean {
  return (action.parent?.children ?? []).some(
    (child) => child.kind === 'element' && child !== action && child.tag.name === action.tag.name,
  );
}

function saysInText(tag: string): boolean {
  return tag === 'q:flash' || tag === 'q:execute';
}

function hasText(element: Element, { source }: ElementContext): boolean {
  return textsIn(element, source).some((text) => text.trim() !== '');
}

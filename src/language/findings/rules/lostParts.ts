import { closest } from '../../catalogue/nearest.js';
import { livingChildren } from './livingChildren.js';
import type { Element } from '../../syntax/element.js';
import { localOf } from '../../syntax/names.js';
import { removeElement, renameElement } from '../fixes.js';
import { textSaid } from '../reads.js';
import type { ElementContext, ElementRule } from '../rule.js';

/** What stands in a tag and is not read there: tags, elements, text. */
export const lostParts: ElementRule = (element, context) => {
  const { place } = context;
  const tag = place.read;
  if (!tag || tag.prefix === 'test' || tag.prefix === 'qg' || tag.prefix === 'qt') return;
  const isWidget = place.reading.as === 'widget';
  for (const child of element.children) {
    if (child.kind === 'element') lostElement(child, isWidget, context);
  }
  if (holdsNoText(tag.name, tag.text, tag.body)) lostText(element, context);
};

function lostElement(child: Element, isWidget: boolean, context: ElementContext): void {
  const { place, report, catalogue } = context;
  const tag = place.read;
  const inner = place.enter(child.tag.name);
  if (inner.reading.as !== 'unread' || !tag) return;
  const { name } = child.tag;
  if (isWidget) {
    const shows = tag.text === 'none' ? 'holds nothing' : 'shows text only';
    const message = `<${tag.name}> ${shows}: <${name}> is lost.`;
    report.atName('lost-content', child, message);
  } else if (inner.kind === 'framework') {
    const known = livingChildren(catalogue, tag);
    const guess = closest(name, known);
    const advice = guess === undefined ? '' : ` Write <${guess}>.`;
    const message = `Nothing reads <${name}> in <${tag.name}>.${advice}`;
    report.atName('lost-tag', child, message, {
      fixes: () => [
        ...(guess === undefined
          ? []
          : [{ title: `Write <${guess}>`, edits: renameElement(child, guess), isPreferred: true }]),
        { title: 'Remove it', edits: removeElement(child) },
      ],
    });
  }
}

/** Tags whose text nobody reads, though people write some. */
function holdsNoText(name: string, text: string, body: string): boolean {
  if (name === 'q:component' || name === 'q:set' || name === 'q:action') return true;
  const local = localOf(name);
  return text === 'none' && body === 'none' && !name.startsWith('ui:') && local !== 'script'
    ? true
    : name.startsWith('ui:') && text === 'none' && body !== 'markup';
}

function lostText(element: Element, { place, report, source }: ElementContext): void {
  for (const child of element.children) {
    if (child.kind !== 'text' && child.kind !== 'cdata') continue;
    const said = textSaid(child, source);
    if (said.trim() === '') continue;
    const raw = source(child);
    const from = raw.length - raw.trimStart().length;
    const message =
      place.reading.name === 'q:component'
        ? 'Text right in a component is not shown: put an element around it.'
        : `Text in <${element.tag.name}> is lost.`;
    report.at('lost-text', child, from, raw.trimEnd().length, message);
  }
}

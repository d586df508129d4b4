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
  // Such a widget draws children of one tag alone, not even those that a loop or a condition makes.
  const [part] = isWidget && tag.body === 'known' ? livingChildren(context.catalogue, tag) : [];
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    if (part === undefined) lostElement(child, isWidget, context);
    else if (child.tag.name !== part) lostAmongParts(child, part, context);
  }
  if (holdsNoText(tag.name, tag.text, tag.body)) lostText(element, context);
};

function lostAmongParts(child: Element, part: string, { place, report }: ElementContext): void {
  const { name } = child.tag;
  const holdsParts = child.children.some(
    (inner) => inner.kind === 'element' && inner.tag.name === part,
  );
  const advice = holdsParts ? ` Write <${part}> right in it.` : '';
  const message = `<${place.reading.name}> draws <${part}> only: <${name}> is lost.${advice}`;
  const isNamesake = localOf(part) === localOf(name);
  report.atName('lost-content', child, message, {
    fixes: () =>
      isNamesake
        ? [{ title: `Write <${part}>`, edits: renameElement(child, part), isPreferred: true }]
        : [],
  });
}

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
  return text === 'none' && (name.startsWith('ui:') || (body === 'none' && local !== 'script'));
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

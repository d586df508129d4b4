import { placeOf } from '../place/elementAt.js';
import type { LanguageContext } from '../completion/languageContext.js';
import type { TextChange } from '../syntax/document.js';
import { endOfNode, startOf, type Element, type Node } from '../syntax/element.js';
import { attributeOf, endOf } from '../syntax/token.js';
import { holdsDrawn, holdsSlot, isFlow, slotRefusal } from './drawnNodes.js';
import { moveOut, unitOf } from './indentation.js';
import { indentAt, lineEndOf } from './lines.js';
import { markedElement } from './markedNodes.js';
import { offered, refused, type Changes, type Refactoring } from './refactoring.js';
import { innerNodes, isText, spaceBeside } from './siblings.js';

/** What a `q:if` or `q:loop` holds in its place: as it is drawn where the condition holds, or one round is made. */
export const unwrap: Refactoring = {
  kind: 'refactor.rewrite.unwrap',
  offer: (marked) => {
    const { context } = marked;
    const element = markedElement(marked);
    if (!element?.parent || !element.endTag) return null;
    const place = placeOf(element, context.catalogue);
    const { name } = place.reading;
    if (!isFlow(place) || (name !== 'q:if' && name !== 'q:loop')) return null;
    const nodes = innerNodes(element);
    if (!nodes || nodes.length === 0) return null;
    const title = `Unwrap ${name}`;
    const refusal = refusalOf(element, nodes, context);
    return refusal === null
      ? offered(title, () => unwrapped(element, nodes, context))
      : refused(title, refusal);
  },
};

function refusalOf(
  element: Element,
  nodes: readonly Node[],
  context: LanguageContext,
): string | null {
  const place = placeOf(element, context.catalogue);
  if (nodes.some((node) => node.kind === 'element' && /else(?:if)?$/.test(node.tag.name))) {
    return 'It has other branches: which of them is to stay is not told.';
  }
  if (holdsSlot(nodes, place)) return slotRefusal;
  if (element.parent?.parent === null && nodes.some(isText)) {
    return 'It holds text, which is not drawn directly in a component.';
  }
  if (place.parent && !holdsDrawn(place.parent))
    return 'What it holds runs where nothing is drawn.';
  const read = boundBy(element).find((name) => isReadIn(name, nodes, context));
  return read === undefined ? null : `What it holds reads ${read}, which goes with the loop.`;
}

/** The names that a loop gives to what it goes over. */
function boundBy({ tag }: Element): string[] {
  if (!tag.name.endsWith('loop')) return [];
  return ['var', 'index', 'query'].flatMap((name) => attributeOf(tag, name)?.value ?? []);
}

/** Whether a word stands there at all: that it is no name is not worth a page that is drawn otherwise. */
function isReadIn(name: string, nodes: readonly Node[], { document }: LanguageContext): boolean {
  const word = new RegExp(`(?<![\\w.])${name}(?!\\w)`);
  return nodes.some((node) => word.test(document.text.slice(startOf(node), endOfNode(node))));
}

function unwrapped(
  element: Element,
  nodes: readonly Node[],
  { document }: LanguageContext,
): Changes {
  const [first = element, last = element] = [nodes[0], nodes.at(-1)];
  const start = startOf(first);
  const end = endOfNode(last);
  const { text } = document;
  const isBlock = text.slice(endOf(element.tag), start).includes(lineEndOf(text));
  const unit = unitOf(indentAt(text, start));
  const edits: TextChange[] = [
    ...spaceBeside(element, { startsWithText: isText(first), endsWithText: isText(last) }),
    { start: startOf(element), end: start, text: '' },
    ...(isBlock ? moveOut(document, start, end, unit) : []),
    { start: end, end: endOfNode(element), text: '' },
  ];
  return { edits };
}

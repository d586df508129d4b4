import { decodeAttribute } from '../expression/entities.js';
import type { LanguageContext } from '../completion/languageContext.js';
import { placeOf } from '../place/elementAt.js';
import { setValue } from '../findings/fixes.js';
import type { TextChange } from '../syntax/document.js';
import { childElements, endOfNode, startOf, type Element } from '../syntax/element.js';
import { attributeOf, endOf, type Attribute } from '../syntax/token.js';
import { componentOf } from './imports.js';
import { unitOf } from './indentation.js';
import { indentAt, lineEndOf } from './lines.js';
import { markedElement } from './markedNodes.js';
import { offered, refused, type Refactoring } from './refactoring.js';

const title = 'Convert style to a class';

/** What an element's `style` says goes into the page's `<style>`, under a class of the element. */
export const styleToClass: Refactoring = {
  kind: 'refactor.rewrite.class',
  offer: (marked) => {
    const { context } = marked;
    const root = componentOf(context);
    const element = markedElement(marked);
    const style = element ? attributeOf(element.tag, 'style') : undefined;
    if (!root || !element || !style?.value || element.tag.problems.length > 0) return null;
    if (placeOf(element, context.catalogue).reading.as !== 'markup') return null;
    const declarations = decodeAttribute(style.value).text.trim();
    if (/[{}]/.test(declarations))
      return refused(title, 'The style is another one with every value it reads.');
    if (/[<]|\]\]>/.test(declarations))
      return refused(title, 'The style holds what would end the <style> element.');
    const sheet = styleElement(root, context);
    const place = sheet ? null : placeForSheet(root, context);
    if (!sheet && place === null)
      return refused(title, 'The page has no place for a <style> element.');
    return offered(title, () => {
      const name = freshClass(element, context);
      const rule = `.${name} { ${declarations} }`;
      return {
        edits: [
          ...classEdits(element, style, name),
          sheet ? intoSheet(sheet, rule, context) : newSheet(place ?? 0, rule, context),
        ],
      };
    });
  },
};

/** The last of the page's style sheets that can be written into. */
function styleElement(root: Element, { document, catalogue }: LanguageContext): Element | null {
  let found: Element | null = null;
  for (const token of document.tokens) {
    if (token.kind !== 'start' || token.name !== 'style' || !token.element?.endTag) continue;
    if (
      isAlwaysDrawn(token.element, root) &&
      placeOf(token.element, catalogue).reading.as === 'markup'
    ) {
      found = token.element;
    }
  }
  return found;
}

/** Whether nothing but HTML is around an element: what chooses or repeats may leave it out. */
function isAlwaysDrawn(element: Element, root: Element): boolean {
  for (let at = element.parent; at; at = at.parent) {
    if (at === root) return true;
    if (!/^[a-z][\w-]*$/.test(at.tag.name)) return false;
  }
  return false;
}

/** Where a style sheet may be written: at the end of the head, else before what the page draws first. */
function placeForSheet(root: Element, { document, catalogue }: LanguageContext): number | null {
  const drawn = childElements(root).filter(
    (child) => placeOf(child, catalogue).reading.as === 'markup',
  );
  const html = drawn.find(({ tag }) => tag.name === 'html');
  const head = childElements(html ?? root).find(({ tag }) => tag.name === 'head');
  if (head?.endTag) {
    const last = childElements(head).at(-1);
    return last ? endOfNode(last) : endOf(head.tag);
  }
  const [first] = drawn;
  if (html || !first) return null;
  const { text } = document;
  const at = startOf(first);
  return (
    at - indentAt(text, at).length - (text[at - indentAt(text, at).length - 2] === '\r' ? 2 : 1)
  );
}

function newSheet(at: number, rule: string, { document }: LanguageContext): TextChange {
  const { text } = document;
  const next = /[^\s]/.exec(text.slice(at));
  const indent = indentAt(text, at + (next?.index ?? 0)) || '  ';
  const line = lineEndOf(text) + indent;
  return {
    start: at,
    end: at,
    text: `${line}<style>${line}${unitOf(indent)}${rule}${line}</style>`,
  };
}

function intoSheet(sheet: Element, rule: string, { document }: LanguageContext): TextChange {
  const { text } = document;
  const end = sheet.endTag?.start ?? endOfNode(sheet);
  const indent = indentAt(text, startOf(sheet));
  const body = text.slice(endOf(sheet.tag), end);
  const at = end - (/\s*$/.exec(body)?.[0].length ?? 0);
  const line = lineEndOf(text) + indent;
  const closing = at === end ? line : '';
  return { start: at, end: at, text: `${line}${unitOf(indent)}${rule}${closing}` };
}

function classEdits(element: Element, style: Attribute, name: string): TextChange[] {
  const { tag } = element;
  const own = attributeOf(tag, 'class');
  const at = { start: tag.start + style.start, end: tag.start + style.end };
  if (!own) return [{ ...at, text: `class="${name}"` }];
  const value = own.value?.trimEnd() ?? '';
  const edits = setValue(element, own, value === '' ? name : `${value} ${name}`);
  return [...edits, { start: at.start - 1, end: at.end, text: '' }];
}

/** A class that the project does not use, as far as the page tells. */
function freshClass({ tag }: Element, { document }: LanguageContext): string {
  for (let count = 1; ; count += 1) {
    const name = `${tag.name}-${count}`;
    if (!document.text.includes(name)) return name;
  }
}

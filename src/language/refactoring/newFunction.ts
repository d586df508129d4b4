import type { LanguageContext } from '../completion/languageContext.js';
import { placesOf } from '../place/place.js';
import type { TextChange } from '../syntax/document.js';
import { childElements, startOf, type Element } from '../syntax/element.js';
import { indentAt, lineEndOf } from './lines.js';
import { propTypeOf } from './propType.js';
import type { OutsideName } from './outsideNames.js';

/** A name for a function that nothing in the page has. */
export function freshFunction({ document }: LanguageContext): string {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? 'calculated' : `calculated${count}`;
    if (!new RegExp(`\\b${name}\\b`).test(document.text)) return name;
  }
}

/**
 * Writes a function before what the component does first, behind its imports and parameters. `body`: its
 * statements, for the indentation they get.
 */
export function newFunction(
  root: Element,
  name: string,
  params: readonly OutsideName[],
  body: (indent: string) => readonly string[],
  { document, catalogue }: LanguageContext,
): TextChange {
  const { text } = document;
  const inside = placesOf(catalogue).enter(root.tag.name);
  const isHead = ({ tag }: Element): boolean => {
    const own = inside.enter(tag.name).name;
    return own === 'q:import' || own === 'q:param';
  };
  const before = childElements(root).find((child) => !isHead(child)) ?? root;
  const at = startOf(before);
  const indent = indentAt(text, at);
  const line = lineEndOf(text) + indent;
  const declared = params.map((param) => {
    const { type, isRequired } = propTypeOf(param);
    return `  <q:param name="${param.name}" type="${type}"${isRequired ? ' required="true"' : ''} />`;
  });
  const lines = [
    `<q:function name="${name}">`,
    ...declared,
    ...body(`${indent}  `).map((one) => `  ${one}`),
    '</q:function>',
  ];
  return { start: at, end: at, text: lines.join(line) + lineEndOf(text) + line };
}

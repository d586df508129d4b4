import type { LanguageContext } from '../completion/languageContext.js';
import type { TextChange } from '../syntax/document.js';
import { childElements, endOfNode, startOf, type Element } from '../syntax/element.js';
import { endOf } from '../syntax/token.js';
import { importsOf } from './imports.js';
import { indentAt, lineEndOf } from './lines.js';

/** Writes imports behind those of a component, else before all else in it. */
export function addImports(
  root: Element,
  imports: readonly string[],
  context: LanguageContext,
): TextChange[] {
  if (imports.length === 0) return [];
  const { text } = context.document;
  const last = importsOf(context).at(-1)?.element;
  const [first] = childElements(root);
  const beside = last ?? first;
  const line = lineEndOf(text) + (beside ? indentAt(text, startOf(beside)) : '  ');
  const at = last ? endOfNode(last) : endOf(root.tag);
  return [{ start: at, end: at, text: imports.map((one) => line + one).join('') }];
}

import { spanOf, type ExpressionUse } from '../scope/expressionUse.js';
import type { TextChange } from '../syntax/document.js';
import type { Attribute } from '../syntax/token.js';
import type { HandedValue } from './handedValue.js';

/** Writes what is handed over into an expression, in the place of parameters. */
export function substituted(
  use: ExpressionUse,
  values: ReadonlyMap<string, HandedValue>,
): TextChange | null {
  const read = use.names.filter(({ name }) => values.has(name));
  const [first] = read;
  if (!first) return null;
  const { start, end } = spanOf(use, { start: 0, end: use.source.length });
  const at = { start: use.anchor.start + start, end: use.anchor.start + end };
  const only = values.get(first.name);
  const isAlone = use.source.trim() === first.name;
  if (isAlone && only?.text && only.text.trim() !== '' && isShown(use)) {
    return { start: at.start - 1, end: at.end + 1, text: encoded(only.text, use) };
  }
  let source = '';
  let from = 0;
  for (const { name, start: begins, end: ends, path } of read) {
    const value = values.get(name);
    if (!value) continue;
    const needsBrackets =
      !isAlone && !(value.isSimple || (value.text !== null && path.length === 0));
    source += use.source.slice(from, begins) + (needsBrackets ? `(${value.source})` : value.source);
    from = ends;
  }
  return { ...at, text: encoded(source + use.source.slice(from), use) };
}

/** Whether a text may stand where the braces do. */
function isShown({ mode, place }: ExpressionUse): boolean {
  return mode === 'markup' || mode === 'prop' || (mode === 'foreign' && place.name !== 'q:if');
}

/** As it is written where the expression stands. */
export function encoded(
  text: string,
  { attribute }: { readonly attribute: Pick<Attribute, 'quote'> | null },
): string {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  if (!attribute) return safe.replaceAll('>', '&gt;');
  return attribute.quote === "'" ? safe.replaceAll("'", '&apos;') : safe.replaceAll('"', '&quot;');
}

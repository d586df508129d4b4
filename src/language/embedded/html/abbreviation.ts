import { completionContextAt } from '../../completion/completionContext.js';
import type { LanguageContext } from '../../completion/languageContext.js';
import { isMarkup } from '../../completion/tagItems.js';
import { htmlElements } from '../../catalogue/htmlElements.js';
import { tokenBefore } from '../../place/elementAt.js';
import { sqlPlaceAt } from '../sql/sqlPlace.js';

/** One element of an abbreviation: `li.item#first[title=x]{Text}*3`. */
const part = /^([a-z][a-z0-9]*)?(?:[.#][A-Za-z_][\w-]*)*(?:\[[^\]]*\])?(?:\{[^{}]*\})?(?:\*\d*)?$/;

/**
 * Whether what stands before `offset` on its line is meant as an abbreviation: in markup, of elements there
 * are, and more than a word, so that prose and expressions are none.
 */
export function isAbbreviation(context: LanguageContext, offset: number): boolean {
  const { document, catalogue } = context;
  const token = tokenBefore(document, offset);
  if (token?.kind !== 'text') return false;
  const before = document.text.slice(Math.max(token.start, offset - 200), offset);
  const word = /\S*$/.exec(before)?.[0] ?? '';
  if (!/[>+*^.#[]/.test(word)) return false;
  const parts = word.split(/[>+^()]+/).filter((one) => one !== '');
  if (parts.length === 0 || !parts.every(isElement)) return false;
  const at = completionContextAt(document, catalogue, offset);
  if (at.kind !== 'text' || !at.inside || !isMarkup(at.inside)) return false;
  return !sqlPlaceAt(context, offset);
}

function isElement(text: string): boolean {
  const name = part.exec(text)?.[1];
  return name === undefined ? part.test(text) : htmlElements.has(name);
}

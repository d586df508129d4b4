import { semanticTokens } from '../../../src/language/highlight/semanticTokens.js';
import { contextOf, type Setting } from '../completion/completionsIn.js';

/** The words of `text` that have a colour of their own, each as `word type.modifier`. */
export function coloursIn(text: string, setting: Setting = {}): string[] {
  return semanticTokens(contextOf(text, setting)).map(({ start, end, type, modifier }) =>
    [text.slice(start, end), modifier === null ? type : `${type}.${modifier}`].join(' '),
  );
}

/** The same for a part of a page, apart from what is told of the page itself. */
export function colours(body: string, setting: Setting = {}): string[] {
  return coloursIn(`<q:component name="p">${body}</q:component>`, setting);
}

import { cssRegionsIn } from '../embedded/css/cssRegions.js';
import { decodeAttribute } from '../expression/entities.js';
import type { SyntaxDocument } from '../syntax/document.js';
import type { SummaryLink } from './componentSummary.js';

/** What `url(…)` and `@import` name, with quotes or without. */
const address =
  /(?:url\(\s*|@import\s+)(?:"(?<double>\/(?!\/)[^"]*)"|'(?<single>\/(?!\/)[^']*)'|(?<plain>\/(?!\/)[^\s"'()]*))/gi;

/** The addresses of the site itself in the CSS of a page: of `<style>` and of `style` attributes. */
export function cssLinksIn(document: SyntaxDocument): SummaryLink[] {
  // Most pages have none, and need no look at every token.
  if (!/url\(|@import/i.test(document.text)) return [];
  return cssRegionsIn(document).flatMap(({ token, from, length }) => {
    const base = token.start + from;
    const css = document.text.slice(base, base + length);
    return [...css.matchAll(address)].map(({ 0: whole, index, groups = {} }) => {
      const value = groups['double'] ?? groups['single'] ?? groups['plain'] ?? '';
      const start = base + index + whole.lastIndexOf(value);
      const name = decodeAttribute(value).text;
      return { name, start, end: start + value.length, method: 'get' as const };
    });
  });
}

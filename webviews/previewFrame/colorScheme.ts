/** What a page is told when it asks for the colours a person prefers. */
export type ColorScheme = 'system' | 'light' | 'dark';

const asked = /\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/gi;
/** What the page's media queries said before they were changed. */
const originals = new WeakMap<MediaList, string>();

/** A media query with the colour scheme decided: the rest of it still depends on the window. */
export function decided(query: string, scheme: ColorScheme): string {
  if (scheme === 'system') return query;
  return query.replace(asked, (_, wanted: string) =>
    wanted.toLowerCase() === scheme ? '(min-width: 0)' : '(max-width: -1px)',
  );
}

/**
 * Lets the page look as with the scheme. A frame cannot be given a preference of its own (Chromium takes it from the
 * element it stands in, and only sometimes when that changes), so the conditions of its rules are decided instead.
 */
export function applyColorScheme(scheme: ColorScheme, ours: HTMLStyleElement): void {
  for (const sheet of document.styleSheets) {
    if (sheet.ownerNode === ours) continue;
    decide(sheet.media, scheme);
    decideRules(sheet.cssRules, scheme);
  }
  ours.textContent = '';
  const offered = getComputedStyle(document.documentElement).colorScheme.split(' ');
  if (scheme !== 'system' && offered.length > 1 && offered.includes(scheme)) {
    ours.textContent = `:root { color-scheme: ${scheme} !important; }`;
  }
}

function decideRules(rules: CSSRuleList, scheme: ColorScheme): void {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) decide(rule.media, scheme);
    if (rule instanceof CSSGroupingRule) decideRules(rule.cssRules, scheme);
  }
}

function decide(media: MediaList, scheme: ColorScheme): void {
  const original = originals.get(media) ?? media.mediaText;
  const text = decided(original, scheme);
  if (text === media.mediaText) return;
  originals.set(media, original);
  media.mediaText = text;
}

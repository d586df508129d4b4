import type { SyntaxProblem } from './configurationDocument.js';

interface Range {
  readonly start: number;
  readonly end: number;
}

// The characters YAML calls printable; the framework's reader takes no other.
const unprintable = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Characters that no YAML file may hold. */
export function findForbiddenCharacters(text: string): SyntaxProblem[] {
  return [...text.matchAll(unprintable)].map(({ 0: character, index }) => ({
    kind: 'syntax',
    message: `The character U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')} may not stand in a YAML file.`,
    start: index,
    end: index + character.length,
  }));
}

/** Tabs outside quoted texts, block texts and comments: the framework's reader takes none, not even between words. */
export function findForbiddenTabs(text: string, opaque: readonly Range[]): SyntaxProblem[] {
  const found: SyntaxProblem[] = [];
  let lineStart = 0;
  for (const line of text.split('\n')) {
    const problem = forbiddenTab(line, lineStart, opaque);
    if (problem !== undefined) found.push(problem);
    lineStart += line.length + 1;
  }
  return found;
}

/** The first forbidden tabs of a line. */
function forbiddenTab(
  line: string,
  lineStart: number,
  opaque: readonly Range[],
): SyntaxProblem | undefined {
  if (!line.includes('\t')) return undefined;
  const isFree = (offset: number): boolean =>
    !opaque.some(({ start, end }) => offset >= start && offset < end);
  for (let at = 0; at < line.length; at += 1) {
    if (!isFree(lineStart + at)) continue;
    if (line[at] === '#' && (at === 0 || line[at - 1] === ' ')) return undefined;
    if (line[at] !== '\t') continue;
    const length = /^\t+/u.exec(line.slice(at))?.[0].length ?? 1;
    const start = lineStart + at;
    return { kind: 'tab', message: 'A tab may not stand here.', start, end: start + length };
  }
  return undefined;
}

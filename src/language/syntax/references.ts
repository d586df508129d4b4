import { decodeHTMLStrict } from 'entities';
import type { TokenProblem } from './token.js';

const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
/** A reference, or an `&` that begins none. */
const reference = /&(?:(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);)?/g;
const xmlNames = new Set(['lt', 'gt', 'amp', 'quot', 'apos']);

/**
 * The references in `text` that mean nothing, and characters XML has no place for. `strict`: where the
 * framework rewrites nothing, so that a bare `&` and HTML's own names are refused as well.
 */
export function referenceProblems(
  text: string,
  at: number,
  problems: TokenProblem[],
  strict: boolean,
): void {
  if (text.includes('&')) {
    for (const { 0: all, index } of text.matchAll(reference)) {
      const problem = referenceProblem(all, strict);
      const start = at + index;
      if (problem) problems.push({ code: problem, start, end: start + all.length });
    }
  }
  characterProblems(text, at, problems);
}

function referenceProblem(written: string, strict: boolean): TokenProblem['code'] | null {
  if (written === '&') return strict ? 'bare-ampersand' : null;
  const name = written.slice(1, -1);
  if (!name.startsWith('#')) {
    return xmlNames.has(name) || (!strict && isHtmlEntity(name)) ? null : 'unknown-entity';
  }
  const point = name[1] === 'x' ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  return isXmlCharacter(point) ? null : 'invalid-character';
}

const known = new Map<string, boolean>();

/** Whether HTML5 knows `&name;`. */
export function isHtmlEntity(name: string): boolean {
  let is = known.get(name);
  if (is === undefined) {
    const written = `&${name};`;
    is = decodeHTMLStrict(written) !== written;
    known.set(name, is);
  }
  return is;
}

/** Characters XML has no place for. */
export function characterProblems(text: string, at: number, problems: TokenProblem[]): void {
  // Both ask the same pattern, which remembers where it was.
  control.lastIndex = 0;
  if (!control.test(text)) return;
  control.lastIndex = 0;
  for (const { index } of text.matchAll(control)) {
    problems.push({ code: 'invalid-character', start: at + index, end: at + index + 1 });
  }
}

function isXmlCharacter(point: number): boolean {
  return (
    point === 9 ||
    point === 10 ||
    point === 13 ||
    (point >= 0x20 && point <= 0xd7ff) ||
    (point >= 0xe000 && point <= 0xfffd) ||
    (point >= 0x10000 && point <= 0x10ffff)
  );
}

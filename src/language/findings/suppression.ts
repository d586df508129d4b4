import type { SyntaxDocument } from '../syntax/document.js';
import { childElements, endOfNode, type Element } from '../syntax/element.js';
import { endOf, type Comment } from '../syntax/token.js';
import type { Fix } from './finding.js';

/** What comments say is not to be reported. */
export interface Suppressions {
  has(code: string, start: number): boolean;
}

interface Ignored {
  readonly start: number;
  readonly end: number;
  /** Empty: every code. */
  readonly codes: ReadonlySet<string>;
}

const opening = '<!--';
const written = /^<!--\s*quantum-ignore(-file)?(?![\w-])([\w\s,-]*?)\s*-->$/;

/**
 * `<!-- quantum-ignore code, code -->` holds for the next element (its start tag, and all of it when no
 * other element is in it) or the next line of text; `<!-- quantum-ignore-file code -->` for the whole file.
 * Without a code it holds for every code. Null when there is none.
 */
export function suppressionsOf(document: SyntaxDocument): Suppressions | null {
  const ignored: Ignored[] = [];
  for (const token of document.tokens) {
    if (token.kind !== 'comment') continue;
    const one = ignoredBy(token, document);
    if (one) ignored.push(one);
  }
  if (ignored.length === 0) return null;
  return {
    has: (code, at) =>
      ignored.some(
        ({ start, end, codes }) =>
          at >= start && at <= end && (codes.size === 0 || codes.has(code)),
      ),
  };
}

/** The comment that keeps `code` from being reported at `start`, on a line of its own. */
export function ignoreHere(document: SyntaxDocument, code: string, start: number): Fix {
  const { text } = document;
  const element = innermostAt(document, start);
  const isNearTag =
    element !== null && (start <= endOf(element.tag) || childElements(element).length === 0);
  const place = element && isNearTag ? element.tag.start : lineStart(text, start);
  const margin = /^[ \t]*/.exec(text.slice(lineStart(text, place)))?.[0] ?? '';
  const comment = `<!-- quantum-ignore ${code} -->`;
  const isFirstOfLine = lineStart(text, place) + margin.length >= place;
  const at = isFirstOfLine ? lineStart(text, place) : place;
  const line = isFirstOfLine ? `${margin}${comment}${lineBreakOf(text)}` : comment;
  return { title: `Ignore ${code} here`, edits: [{ start: at, end: at, text: line }] };
}

/** The comment that keeps `code` from being reported anywhere in the file; null without an element. */
export function ignoreInFile(document: SyntaxDocument, code: string): Fix | null {
  const [root] = document.roots;
  if (!root) return null;
  const at = root.tag.start;
  const text = `<!-- quantum-ignore-file ${code} -->${lineBreakOf(document.text)}`;
  return { title: `Ignore ${code} in this file`, edits: [{ start: at, end: at, text }] };
}

function ignoredBy(comment: Comment, document: SyntaxDocument): Ignored | null {
  const { text } = document;
  if (!text.startsWith(opening, comment.start)) return null;
  const match = written.exec(text.slice(comment.start, endOf(comment)));
  if (!match) return null;
  const [, file, list] = match;
  const codes = new Set((list ?? '').split(/[\s,]+/).filter(Boolean));
  if (file !== undefined) return { start: 0, end: Infinity, codes };
  return { start: endOf(comment), end: endOfNext(comment, document), codes };
}

/** Where what follows a comment ends: an element's tag or all of it, a line of text. */
function endOfNext(comment: Comment, { tokens, text }: SyntaxDocument): number {
  for (let index = comment.index + 1; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token) break;
    if (token.kind === 'comment' || (token.kind === 'text' && token.isBlank)) continue;
    if (token.kind === 'start' && token.element) {
      const { element } = token;
      const isLeaf = childElements(element).length === 0;
      return lineEnd(text, isLeaf ? endOfNode(element) : endOf(token));
    }
    const content = /\S/.exec(text.slice(token.start, endOf(token)))?.index ?? 0;
    return lineEnd(text, token.start + content);
  }
  return text.length;
}

/** The innermost element around `offset`. */
function innermostAt(document: SyntaxDocument, offset: number): Element | null {
  const holds = (element: Element): boolean =>
    element.tag.start <= offset && offset < endOfNode(element);
  let found: Element | null = null;
  for (let at = document.roots.find(holds); at !== undefined; at = childElements(at).find(holds)) {
    found = at;
  }
  return found;
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function lineBreakOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

import { hasLineBreak } from './lines.js';

/** Lays code of another language out, from the left edge, lines ended by `\n`; null where it cannot. */
export type CodeFormatter = (code: string) => string | null;

/** The other languages that are laid out; null: theirs is left as it is. */
export interface CodeFormatters {
  readonly css: CodeFormatter | null;
  readonly js: CodeFormatter | null;
  readonly sql: CodeFormatter | null;
}

/** The lines of the body of a style, laid out; null where expressions or references stand in it. */
export function cssLines(
  body: string,
  format: CodeFormatter,
  indentation: string,
): string[] | null {
  const hasExpression = /\{[^{};:]*[^{};:\s][^{};:]*\}|:\s*\{|\{\{/.test(body);
  if (hasExpression || /[<&]/.test(body)) return null;
  return linesOf(body, format, indentation, (lines) => `\n${lines}\n`);
}

/**
 * The lines of the body of a script, laid out; null where references stand in it, or text of several lines,
 * whose white space is a part of it.
 */
export function jsLines(body: string, format: CodeFormatter, indentation: string): string[] | null {
  const hasLongText = /`[^`]*[\r\n][^`]*`|\\[\r\n]/.test(body);
  if (hasLongText || /&\w+;|<!\[CDATA\[|<!--/.test(body)) return null;
  return linesOf(body, format, indentation, (lines) => `\n${lines}\n`);
}

/** The lines of the SQL of a query, laid out; null where it has expressions, or references but `&lt;`. */
export function sqlLines(
  text: string,
  format: CodeFormatter,
  indentation: string,
): string[] | null {
  const sql = text.replaceAll('&lt;', '<');
  if (/[&{}]/.test(sql)) return null;
  const lines = linesOf(sql, format, indentation, (written) => written.trimStart());
  return lines?.map((line) => line.replaceAll('<', '&lt;')) ?? null;
}

/**
 * The lines of `code`, indented but for empty ones. Null where the formatter did more than move white space
 * between its pieces, or would move it again in the lines as they are `written`.
 */
function linesOf(
  code: string,
  format: CodeFormatter,
  indentation: string,
  written: (lines: string) => string,
): string[] | null {
  const lines = indented(code, format, indentation);
  if (!lines) return null;
  const text = lines.join('\n');
  if (withoutSpace(text) !== withoutSpace(code) || pieces(text) !== pieces(code)) return null;
  return indented(written(text), format, indentation)?.join('\n') === text ? lines : null;
}

function indented(code: string, format: CodeFormatter, indentation: string): string[] | null {
  const formatted = format(fromLeft(code))?.trim();
  if (formatted === undefined || formatted === '') return null;
  return formatted.split('\n').map((line) => (line.trim() === '' ? '' : indentation + line));
}

/** The code without the white space that all of its lines begin with. */
function fromLeft(code: string): string {
  const lines = code.split(/\r\n|\r|\n/);
  const leads = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const shared = Math.min(...leads);
  return hasLineBreak(code) ? lines.map((line) => line.slice(shared)).join('\n') : code;
}

function withoutSpace(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

/**
 * What white space would break or join if it came or went: quoted text, words, signs of several characters,
 * the states of selectors (`a:hover {`).
 */
function pieces(text: string): string {
  const quoted = /'[^']*'|"[^"]*"|`[^`]*`/g;
  const signs = /\w+|::|[<>=!~|&@#?^*/+%-]+/g;
  const states = /[^\s;{}]*:[\w-]+(?=[^;{}]*\{)/g;
  return [quoted, signs, states].flatMap((piece) => text.match(piece) ?? []).join('\n');
}

import { decodeText } from '../../expression/entities.js';
import { sourceOffset } from '../../expression/mappedText.js';
import type { Element } from '../../syntax/element.js';
import type { Span } from '../../expression/ast.js';
import { localOf } from '../../syntax/names.js';
import { endOf, type Token } from '../../syntax/token.js';
import type { Fix } from '../finding.js';
import { said, textsIn } from '../reads.js';
import type { ElementContext, ElementRule } from '../rule.js';
import { namedParameters } from './sqlParameters.js';

/** What the parser itself refuses. */
export const interpolation = /\{[a-zA-Z_][\p{L}\p{N}_]*\}/u;

/** Values come into SQL through parameters, each with a q:param; braces are refused. */
export const queryText: ElementRule = (element, context) => {
  if (context.place.read?.name !== 'q:query') return;
  const sql = textsIn(element, context.source)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n');
  if (interpolation.test(sql)) interpolated(element, context);
  const given = new Set(parameterNames(element));
  const missing = [...namedParameters(sql)].filter((name) => !given.has(name));
  for (const name of missing) parameterless(element, name, context);
};

function parameterNames(element: Element): string[] {
  return element.children
    .filter((child) => child.kind === 'element' && localOf(child.tag.name) === 'param')
    .map((child) => (child.kind === 'element' ? said(child, 'name') : ''));
}

function parameterless(element: Element, name: string, { report, source }: ElementContext): void {
  const message = `:${name} has no <q:param name="${name}">: the file is refused.`;
  const found = find(element, source, new RegExp(`(?<![:\\w]):${name}(?!\\w)`, 'u'));
  const fixes = {
    fixes: () => {
      const at = element.tag.start + element.tag.length;
      const text = `<q:param name="${name}" value="{${name}}" />`;
      return [{ title: `Add a parameter "${name}"`, edits: [{ start: at, end: at, text }] }];
    },
  };
  if (found) {
    report.at('sql-parameter-missing', found.token, found.start, found.end, message, fixes);
  } else report.atName('sql-parameter-missing', element, message, fixes);
}

function interpolated(element: Element, { report, source }: ElementContext): void {
  const found = find(element, source, interpolation);
  const message =
    'A value in braces is refused in SQL. Write :name, and give its value with <q:param name="name" value="{…}"/>.';
  if (!found) {
    report.atName('sql-interpolation', element, message);
    return;
  }
  const { token, start, end } = found;
  report.at('sql-interpolation', token, start, end, message, {
    fixes: ({ text }) => [
      bindFix(element, text, { start: token.start + start, end: token.start + end }),
    ],
  });
}

/**
 * Gives the value of a `{…}` of SQL by a parameter: quotes around it go, as a parameter needs none.
 * `text` and the span are the document's, as it is when the fix is asked for.
 */
export function bindFix(element: Element, text: string, { start, end }: Span): Fix {
  const expression = text.slice(start + 1, end - 1).trim();
  const name = /([A-Za-z_]\w*)\W*$/.exec(expression)?.[1] ?? 'value';
  const isQuoted = text[start - 1] === "'" && text[end] === "'";
  const from = start - (isQuoted ? 1 : 0);
  const to = end + (isQuoted ? 1 : 0);
  const at = element.tag.start + element.tag.length;
  const isGiven = parameterNames(element).includes(name);
  const param = `<q:param name="${name}" value="{${expression}}" />`;
  return {
    title: `Give it by the parameter :${name}`,
    edits: [
      ...(isGiven ? [] : [{ start: at, end: at, text: param }]),
      { start: from, end: to, text: `:${name}` },
    ],
    isPreferred: true,
  };
}

/** Where a pattern is first met in the text of a query, by offsets of its token. */
function find(
  element: Element,
  source: (token: Token) => string,
  pattern: RegExp,
): { token: Token; start: number; end: number } | null {
  for (const child of element.children) {
    if (child.kind !== 'text' && child.kind !== 'cdata') continue;
    const raw = source(child);
    const mapped =
      child.kind === 'text' ? decodeText(raw) : { text: raw, runs: null, source: null };
    const match = pattern.exec(mapped.text);
    if (!match) continue;
    const start = sourceOffset(mapped, match.index);
    const end = sourceOffset(mapped, match.index + match[0].length);
    return { token: child, start, end: Math.min(end, endOf(child) - child.start) };
  }
  return null;
}

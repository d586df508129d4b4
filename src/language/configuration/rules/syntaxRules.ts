import { isEmpty } from '../configurationDocument.js';
import type { ConfigurationFinding } from '../configurationFinding.js';
import { finding, replacement, type RuleContext } from './rule.js';

const dedented = /\$\{[^}\n]*\}/gu;

/** Text that the framework's YAML reader does not take: one finding a line. */
export function* syntaxRules({ document }: RuleContext): Iterable<ConfigurationFinding> {
  const { text, problems, content } = document;
  const lines = new Set<number>();
  for (const { kind, message, start, end } of problems) {
    const line = text.lastIndexOf('\n', start - 1);
    if (lines.has(line)) continue;
    lines.add(line);
    const range = { start, end: Math.max(end, Math.min(start + 1, text.length)) };
    if (kind === 'tab') yield tab(text, range);
    else {
      const sentence = `The server does not start with this file: ${lowerFirst(message)}`;
      yield finding('config-yaml-syntax', range, sentence, ...quoteReference(text, line + 1));
    }
  }
  if (content === undefined || content.kind === 'mapping' || isEmpty(content)) return;
  const what = content.kind === 'sequence' ? 'a list' : 'a single value';
  const end = content.start + (text.slice(content.start, content.end).split('\n')[0] ?? '').length;
  yield finding(
    'config-not-a-mapping',
    { start: content.start, end },
    `The file is ${what}, and the server does not start: write sections such as \`server:\`, each with its keys below it.`,
  );
}

function tab(text: string, range: { start: number; end: number }): ConfigurationFinding {
  const spaces = '  '.repeat(range.end - range.start);
  return finding(
    'config-tab',
    range,
    'A tab may not stand here, not even between words: the server does not start with this file. Use spaces.',
    replacement('Use spaces', range, isIndent(text, range.start) ? spaces : ' '),
  );
}

const isIndent = (text: string, offset: number): boolean =>
  text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).trim() === '';

/** `{password: ${X}}` is no YAML: between braces a reference needs quotes. */
function quoteReference(text: string, lineStart: number): ReturnType<typeof replacement>[] {
  const lineEnd = text.indexOf('\n', lineStart);
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd);
  if (!/[{[].*\$\{/u.test(line.replace(/^[^{[]*?(?=[{[])/u, ''))) return [];
  const edits = [...line.matchAll(dedented)]
    .filter(({ index }) => !/["'\w]$/u.test(line.slice(0, index)))
    .map(({ 0: reference, index }) => ({
      start: lineStart + index,
      end: lineStart + index + reference.length,
      newText: `"${reference}"`,
    }));
  return edits.length === 0
    ? []
    : [{ title: 'Put the reference in quotes', edits, preferred: true }];
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

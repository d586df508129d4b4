import { isUtf8 } from 'node:buffer';
import path from 'node:path';

const placeholder = '{{name}}';

const xml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
    // Braces would begin an expression; no escape keeps them text.
    .replaceAll('{', '(')
    .replaceAll('}', ')');
/** Inside double quotes, in YAML, JSON, Python and TOML alike. */
const quoted = (text: string): string => JSON.stringify(text).slice(1, -1);
const line = (text: string): string => text.replaceAll(/\p{Cc}+/gu, ' ');

const spellings: Record<string, (text: string) => string> = {
  '.q': xml,
  '.html': xml,
  '.svg': xml,
  '.yaml': quoted,
  '.yml': quoted,
  '.json': quoted,
  '.toml': quoted,
  '.py': quoted,
};

/** Puts the project's name for each `{{name}}`, spelled as the kind of file wants it. Binary files stay. */
export function fillPlaceholders(file: string, content: Buffer, name: string): Buffer {
  if (!content.includes(placeholder) || !isUtf8(content)) return content;
  const spell = spellings[path.extname(file)] ?? line;
  return Buffer.from(content.toString('utf8').replaceAll(placeholder, () => spell(name)));
}

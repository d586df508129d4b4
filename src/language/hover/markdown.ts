/** Text as it has to be written in Markdown to be read as it is. */
export function escaped(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|~]/g, '\\$&');
}

/** A short piece of code; backticks in it do not end it. */
export function inline(code: string): string {
  const longest = Math.max(0, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = code.startsWith('`') || code.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${code.replaceAll(/\s+/g, ' ')}${pad}${fence}`;
}

/** Lines of code in their own box. */
export function block(code: string, language = 'quantum'): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${code}\n${fence}`;
}

/** Sentences of the catalogue, whose backticks are meant. */
export function sentence(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : escaped(part)))
    .join('');
}

/** Parts below each other, those that are empty left out. */
export function parts(...all: readonly (string | null | false)[]): string {
  return all.filter((part) => typeof part === 'string' && part !== '').join('\n\n');
}

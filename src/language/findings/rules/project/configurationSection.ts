import type { FixEdit } from '../../finding.js';

/**
 * Writes lines first into a section of the text of `quantum.config.yaml`; the section comes at the end of the
 * text where there is none. `lines` is given the indentation of the section's own.
 */
export function writeIntoSection(
  text: string,
  name: string,
  lines: (indent: string) => string,
): FixEdit[] {
  const section = new RegExp(`^${name}:[ \\t]*(?:#[^\\n]*)?$`, 'm').exec(text);
  if (!section) {
    const gap = text === '' || text.endsWith('\n') ? '' : '\n';
    const at = text.length;
    return [{ start: at, end: at, text: `${gap}${name}:\n${lines('  ')}` }];
  }
  const end = section.index + section[0].length;
  const indent = /^\r?\n([ ]+)\S/.exec(text.slice(end))?.[1] ?? '  ';
  return [{ start: end, end, text: `\n${lines(indent).trimEnd()}` }];
}

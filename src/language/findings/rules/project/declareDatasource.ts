import type { FixEdit } from '../../finding.js';

/** Writes a datasource into the text of `quantum.config.yaml`: an SQLite file that is called like it. */
export function declareDatasource(text: string, name: string): FixEdit[] {
  const section = /^datasources:[ \t]*(?:#[^\n]*)?$/m.exec(text);
  const lines = (indent: string): string =>
    `${indent}${name}:\n${indent}  driver: sqlite\n${indent}  database: ./data/${name}.db\n`;
  if (!section) {
    const gap = text === '' || text.endsWith('\n') ? '' : '\n';
    const at = text.length;
    return [{ start: at, end: at, text: `${gap}datasources:\n${lines('  ')}` }];
  }
  const end = section.index + section[0].length;
  const indent = /^\n([ ]+)\S/.exec(text.slice(end))?.[1] ?? '  ';
  return [{ start: end, end, text: `\n${lines(indent).trimEnd()}` }];
}

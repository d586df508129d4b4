import type { FixEdit } from '../../finding.js';
import { writeIntoSection } from './configurationSection.js';

/** Writes a datasource into the text of `quantum.config.yaml`: an SQLite file that is called like it. */
export function declareDatasource(text: string, name: string): FixEdit[] {
  return writeIntoSection(
    text,
    'datasources',
    (indent) =>
      `${indent}${name}:\n${indent}  driver: sqlite\n${indent}  database: ./data/${name}.db\n`,
  );
}

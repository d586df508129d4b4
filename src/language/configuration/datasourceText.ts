import type { DatasourceEntry } from './writeDatasource.js';

/** Words that a reader of YAML 1.1 takes for something else than text; `e0` and `e-0` are numbers to some. */
const reserved = /^(?:y|n|yes|no|on|off|true|false|null|e-?\d+)$/i;
const plain = /^[A-Za-z_][A-Za-z0-9_]*(?:[./-][A-Za-z0-9_]+)*$/;
const path = /^\.{0,2}(?:\/[A-Za-z0-9_.-]+)+$/;
const reference = /^\$\{[A-Za-z_][A-Za-z0-9_]*\}$/;

/**
 * A value as it is written into `quantum.config.yaml`: plain where every reader takes it for that very text,
 * else in double quotes. A `$` is doubled, so that nothing is taken for a variable but a whole `${VAR}`.
 */
export function valueText(value: string | number): string {
  if (typeof value === 'number') return String(value);
  if ((plain.test(value) && !reserved.test(value)) || path.test(value)) return value;
  return quoted(readValue(value));
}

/** What a YAML reader gives for it, before variables are replaced. */
export const readValue = (value: string): string =>
  reference.test(value) ? value : value.replaceAll('$', '$$$$');

/** JSON's escapes are YAML's; what a YAML reader refuses to see bare is escaped, too. */
const quoted = (value: string): string =>
  JSON.stringify(value).replace(
    /[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** An entry as lines without indentation, the last one ended. */
export function datasourceText(name: string, entry: DatasourceEntry, eol: string): string {
  const lines = pairs(entry).map(([key, value]) => `  ${key}: ${valueText(value)}${eol}`);
  return `${valueText(name)}:${eol}${lines.join('')}`;
}

/** An entry between braces. */
export function flowText(entry: DatasourceEntry): string {
  return `{${pairs(entry)
    .map(([key, value]) => `${key}: ${valueText(value)}`)
    .join(', ')}}`;
}

const pairs = (entry: DatasourceEntry): [string, string | number][] =>
  Object.entries(entry) as [string, string | number][];

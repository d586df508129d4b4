import { configurationKeys } from '../../../src/language/configuration/configurationKeys.js';
import type { ConfigurationKey } from '../../../src/language/configuration/configurationKey.js';

/** A value of every type YAML has, the empty ones too. */
export const values = [
  '',
  'true',
  'false',
  'no',
  '0',
  '7',
  '007',
  '08080',
  '1:30',
  '1.5',
  'abc',
  '"7"',
  "''",
  '2020-01-01',
  '/a',
  '//a',
  '%(message)s',
  '${A}',
  '${A:-7}',
  '[]',
  '{}',
  '[a]',
  '{a: 1}',
].map((value) => (value.startsWith('%') ? `"${value}"` : value));

export const datasource = { driver: 'sqlite', database: 'a.db' };

/** A document with one value at one key, as valid as that value lets it be. */
export function withValue(path: readonly string[], value: string): string {
  const [section = '', key, inner] = path;
  if (key === undefined) return `${section}: ${value}\n`;
  if (inner === undefined) return `${section}:\n  ${key}: ${value}\n`;
  const others = Object.entries(datasource).filter(([name]) => name !== inner);
  const lines = [...others, [inner, value]].map((pair) => `    ${pair.join(': ')}\n`);
  return `${section}:\n  ${key}:\n${lines.join('')}`;
}

function paths(
  keys: readonly ConfigurationKey[],
  above: readonly string[] = [],
): { readonly path: readonly string[]; readonly key: ConfigurationKey }[] {
  return keys.flatMap((key) => [
    { path: [...above, key.name], key },
    ...paths(key.keys ?? [], [...above, key.name]),
    ...(key.entry === undefined
      ? []
      : [
          { path: [...above, key.name, 'db'], key: key.entry },
          ...paths(key.entry.keys ?? [], [...above, key.name, 'db']),
        ]),
  ]);
}

/** Every key of every place, a datasource `db` standing for all. */
export const places = paths(configurationKeys);

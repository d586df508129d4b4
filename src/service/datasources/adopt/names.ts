import { longestName } from '../../../protocol/datasourceRules.js';

/** A name as datasources have one, from one that was given elsewhere. */
export function datasourceName(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9_.-]+/g, '-')
    .replaceAll(/^[^A-Za-z0-9]+|-+$/g, '')
    .slice(0, longestName);
  return plain === '' ? 'datasource' : plain;
}

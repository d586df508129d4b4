import { longestName } from '../../../protocol/datasourceRules.js';
import { longestEnvironmentName } from '../../../protocol/environmentRules.js';

/** A name as datasources have one, from one that was given elsewhere. */
export const datasourceName = (text: string): string => plainName(text, longestName, 'datasource');

/** A name as environments have one. */
export const environmentName = (text: string): string =>
  plainName(text, longestEnvironmentName, 'environment');

/** What a name may not have is a hyphen. */
function plainName(text: string, longest: number, otherwise: string): string {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9_.-]+/g, '-')
    .replaceAll(/^[^A-Za-z0-9]+|-+$/g, '')
    .slice(0, longest);
  return plain === '' ? otherwise : plain;
}

import type { ConfigurationKey } from './configurationKey.js';
import { datasourceSection } from './keys/datasourceKeys.js';
import { featureSections } from './keys/featureKeys.js';
import { serverSections } from './keys/serverKeys.js';

/** Everything `quantum.config.yaml` can hold in quantum-framework 1.0.1, top-level keys in the order people write them. */
export const configurationKeys: readonly ConfigurationKey[] = [
  ...serverSections.slice(0, 2),
  datasourceSection,
  ...serverSections.slice(2),
  ...featureSections,
];

/** The key at a path such as `['datasources', 'db', 'driver']`; undefined where nothing is known. */
export function keyAt(path: readonly string[]): ConfigurationKey | undefined {
  let keys: readonly ConfigurationKey[] | undefined = configurationKeys;
  let entry: ConfigurationKey | undefined;
  let found: ConfigurationKey | undefined;
  for (const name of path) {
    found = keys?.find((key) => key.name === name) ?? entry;
    if (found === undefined) return undefined;
    ({ keys, entry } = found);
  }
  return found;
}

/** The keys a mapping at a path can have. */
export function keysBelow(path: readonly string[]): readonly ConfigurationKey[] {
  return path.length === 0 ? configurationKeys : (keyAt(path)?.keys ?? []);
}

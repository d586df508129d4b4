import { configurationKeys } from '../configurationKeys.js';
import type { ConfigurationKey } from '../configurationKey.js';
import {
  countingEntries,
  type ConfigurationEntry,
  type ConfigurationMapping,
  type ConfigurationNode,
} from '../configurationDocument.js';

/** One entry where the framework could read it. */
export interface PlacedEntry {
  /** Names above it, `[]` for a section. */
  readonly path: readonly string[];
  readonly entry: ConfigurationEntry;
  /** What is known of it; undefined for an unknown name. */
  readonly key: ConfigurationKey | undefined;
  readonly siblings: ConfigurationMapping;
}

/** Every entry in the places the framework looks at, each name once, sections before what they hold. */
export function* placedEntries(content: ConfigurationNode | undefined): Iterable<PlacedEntry> {
  if (content?.kind === 'mapping') yield* entriesOf(content, [], configurationKeys, undefined);
}

function* entriesOf(
  mapping: ConfigurationMapping,
  path: readonly string[],
  keys: readonly ConfigurationKey[],
  named: ConfigurationKey | undefined,
): Iterable<PlacedEntry> {
  for (const entry of countingEntries(mapping)) {
    const key = keys.find(({ name }) => name === entry.name) ?? named;
    yield { path, entry, key, siblings: mapping };
    const { value } = entry;
    const isKnownInside = key?.keys !== undefined || key?.entry !== undefined;
    if (isKnownInside && value.kind === 'mapping')
      yield* entriesOf(value, [...path, entry.name], key.keys ?? [], key.entry);
  }
}

/** `server.port`, as messages name a place. */
export const dotted = ({ path, entry }: PlacedEntry): string => [...path, entry.name].join('.');

import type { EnvironmentReference } from './environmentReferences.js';
import type { ScalarType, ScalarValue } from './plainScalars.js';

/** One value; `start` and `end` are UTF-16 offsets of what was written. */
export type ConfigurationNode = ConfigurationScalar | ConfigurationMapping | ConfigurationSequence;

export interface ConfigurationScalar {
  readonly kind: 'scalar';
  readonly type: ScalarType;
  readonly value: ScalarValue;
  /** As it stands in the text, quotes included. */
  readonly source: string;
  readonly style: 'plain' | 'quoted' | 'block';
  readonly references: readonly EnvironmentReference[];
  readonly start: number;
  readonly end: number;
}

export interface ConfigurationMapping {
  readonly kind: 'mapping';
  /** In the order of the text, keys that are written twice included; merged ones (`<<`) come first. */
  readonly entries: readonly ConfigurationEntry[];
  readonly isFlow: boolean;
  readonly start: number;
  readonly end: number;
}

export interface ConfigurationSequence {
  readonly kind: 'sequence';
  readonly items: readonly ConfigurationNode[];
  readonly start: number;
  readonly end: number;
}

export interface ConfigurationEntry {
  readonly key: ConfigurationScalar;
  /** The key as text, `1` for a number. */
  readonly name: string;
  readonly value: ConfigurationNode;
  /** It came through a `<<` and is written elsewhere. */
  readonly isMerged: boolean;
}

/** Why the text is no YAML the framework can read. */
export interface SyntaxProblem {
  readonly kind: 'syntax' | 'tab';
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export interface ConfigurationDocument {
  readonly text: string;
  /** Undefined in an empty document. What could be read of a broken one. */
  readonly content: ConfigurationNode | undefined;
  readonly problems: readonly SyntaxProblem[];
}

/** The entry that counts: the framework keeps the last of several with one name. */
export function entryOf(
  node: ConfigurationNode | undefined,
  name: string,
): ConfigurationEntry | undefined {
  return node?.kind === 'mapping'
    ? node.entries.findLast((entry) => entry.name === name)
    : undefined;
}

/** The value at a path such as `['datasources', 'db', 'driver']`. */
export function valueAt(
  node: ConfigurationNode | undefined,
  path: readonly string[],
): ConfigurationNode | undefined {
  return path.reduce<ConfigurationNode | undefined>(
    (current, name) => entryOf(current, name)?.value,
    node,
  );
}

/** The entries that count, each name once. */
export function countingEntries(mapping: ConfigurationMapping): readonly ConfigurationEntry[] {
  return [...new Map(mapping.entries.map((entry) => [entry.name, entry])).values()];
}

/** Text of a scalar that is text; undefined for everything else. */
export function textOf(node: ConfigurationNode | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' && node.type === 'text'
    ? node.value
    : undefined;
}

/** What the framework takes for nothing: null, false, zero, empty text, list or mapping. */
export function isEmpty(node: ConfigurationNode | undefined): boolean {
  if (node === undefined) return true;
  if (node.kind === 'mapping') return node.entries.length === 0;
  if (node.kind === 'sequence') return node.items.length === 0;
  return node.value === null || node.value === false || node.value === 0 || node.value === '';
}

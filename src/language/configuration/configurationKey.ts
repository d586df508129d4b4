/** What a key holds. `path` and `url` are text that the framework takes as such. */
export type ValueKind = 'boolean' | 'integer' | 'text' | 'path' | 'url' | 'modules' | 'mapping';

/**
 * What the server does at start when the value is of another type: refuse anything else, refuse anything
 * else but null, refuse anything else that is not empty (null, false, 0, '', [] or {}), refuse numbers,
 * booleans and dates only, or look at nothing.
 */
export type Strictness = 'always' | 'unless-null' | 'unless-empty' | 'plain-values' | 'never';

export interface KnownValue {
  readonly value: string;
  readonly doc: string;
}

/** One key of `quantum.config.yaml`, as data: completion, hover, findings and the JSON schema come from it. */
export interface ConfigurationKey {
  readonly name: string;
  readonly kind: ValueKind;
  /** One sentence of what it does. */
  readonly doc: string;
  /** What the framework uses when the key is not there; absent when there is nothing. */
  readonly default?: string | number | boolean;
  /** What reads it; absent when nothing does. */
  readonly readBy?: string;
  readonly strictness?: Strictness;
  /** The values it can have; with `openValues` others are possible too. */
  readonly values?: readonly KnownValue[];
  readonly openValues?: boolean;
  /** The values count in capitals and small letters alike. */
  readonly ignoresCase?: boolean;
  /** Values that work too and are not offered. */
  readonly furtherValues?: readonly string[];
  readonly required?: boolean;
  /** An environment variable that replaces the value, or stands in for it. */
  readonly environment?: string;
  /** Read, although the server logs a warning that it is ignored. */
  readonly isWarnedAbout?: boolean;
  /** The key to write instead. */
  readonly insteadUse?: string;
  /** What reads it converts text to a number or boolean, and a number to text. */
  readonly isConverted?: boolean;
  /** Left empty it does not mean its default: what reads it fails. */
  readonly emptyFails?: boolean;
  /** Text nobody else should read. */
  readonly isSecret?: boolean;
  /** For a mapping: its keys. Absent when nothing inside is known. */
  readonly keys?: readonly ConfigurationKey[];
  /** For a mapping whose keys are names of the author's: what each of them holds. */
  readonly entry?: ConfigurationKey;
}

import type { ConfigurationCode } from './codes.js';

export type FindingSeverity = 'error' | 'warning' | 'hint' | 'information';

/** A replacement of a range of the text, in UTF-16 offsets. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

export interface ConfigurationFix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The one fix that is almost surely meant. */
  readonly preferred?: boolean;
}

/** Something about a `quantum.config.yaml` that its author should know. */
export interface ConfigurationFinding {
  readonly code: ConfigurationCode;
  readonly severity: FindingSeverity;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly fixes: readonly ConfigurationFix[];
}

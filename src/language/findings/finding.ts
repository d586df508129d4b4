import type { SyntaxDocument } from '../syntax/document.js';
import type { Token } from '../syntax/token.js';
import type { FindingCode } from './codes.js';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/**
 * Who else says so: `parse`, the framework refuses the file; `run`, it fails or does the wrong thing when it
 * runs; `silent`, nobody says anything.
 */
export type Consequence = 'parse' | 'run' | 'silent';

/** What is known of a code before it is found anywhere. */
export interface CodeInfo {
  readonly severity: Severity;
  readonly consequence: Consequence;
  /** One sentence without names, for lists and settings. */
  readonly summary: string;
}

/** A mistake in a document. Its place is counted from a token, so that edits elsewhere leave it right. */
export interface Finding {
  readonly code: FindingCode;
  readonly anchor: Token;
  readonly start: number;
  readonly end: number;
  /** What will happen and what to write. */
  readonly message: string;
  /** Shown faded or struck out. */
  readonly tag?: 'unnecessary' | 'deprecated';
  /** Other places that belong to it. */
  readonly related?: readonly Related[];
  /** What would mend it; made when somebody asks, for the document as it is then. */
  readonly fixes?: (document: SyntaxDocument) => readonly Fix[];
}

export interface Related {
  readonly anchor: Token;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** One way to mend a finding. */
export interface Fix {
  /** What it does, as a command: `Write "q:set"`. */
  readonly title: string;
  /** By offsets of the document as it is; not overlapping. */
  readonly edits: readonly FixEdit[];
  /** Whether it is right in nearly every case, so that "fix all" may take it. */
  readonly isPreferred?: boolean;
  /** A file it makes, by its path from the project's root. */
  readonly creates?: { readonly path: string; readonly text: string };
  /** A change of another file of the project: `edits` gets its text, '' when there is no such file. */
  readonly changes?: {
    readonly path: string;
    readonly edits: (text: string) => readonly FixEdit[];
  };
}

export interface FixEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Offsets of a finding in its document, as they are now. */
export function rangeOf({ anchor, start, end }: Pick<Finding, 'anchor' | 'start' | 'end'>): {
  start: number;
  end: number;
} {
  return { start: anchor.start + start, end: anchor.start + end };
}

import type { LanguageContext } from '../completion/languageContext.js';
import type { ReadDocument } from '../navigation/projectDocuments.js';
import type { TextChange } from '../syntax/document.js';

/** What a person marked, and what is known around it. Without a length: where the caret stands. */
export interface Marked {
  readonly context: LanguageContext;
  readonly start: number;
  readonly end: number;
  /** Other pages of the project. */
  readonly read: ReadDocument;
}

/** Writes a page otherwise, so that what it draws stays the same. */
export interface Refactoring {
  /** As the protocol of editors groups them: `refactor.extract.component`. Tells them apart as well. */
  readonly kind: string;
  /** What can be done with what is marked; null where it is none of its business. */
  offer(marked: Marked): Offer | null | Promise<Offer | null>;
}

export interface Offer {
  /** What it does, as a command. */
  readonly title: string;
  /** Why it is not done here, though it is asked for here: a sentence. Null where it is done. */
  readonly refusal: string | null;
  /** Made when it is chosen. Null for a refused one. @throws RefactoringRefused where all had to be looked at first */
  readonly changes: (() => Changes | Promise<Changes>) | null;
  /** It makes a file, which not every editor can. */
  readonly makesFile?: true;
}

export interface Changes {
  /** By offsets of the page as it is; not overlapping. */
  readonly edits: readonly TextChange[];
  /** Edits of other pages, by offsets of theirs. */
  readonly others?: readonly {
    readonly context: LanguageContext;
    readonly edits: readonly TextChange[];
  }[];
  /** A file that nothing needs any more, by its path from the project's root. */
  readonly deletes?: string;
  /** A file it makes, by its path from the project's root. */
  readonly creates?: { readonly path: string; readonly text: string };
  /** Where a name was made up that a person may want otherwise: an offset of the page as it is then. */
  readonly nameAt?: number;
}

/** An offer that can be taken. */
export function offered(
  title: string,
  changes: () => Changes | Promise<Changes>,
  more: Pick<Offer, 'makesFile'> = {},
): Offer {
  return { title, refusal: null, changes, ...more };
}

/** An offer that cannot be taken, and why. */
export function refused(title: string, refusal: string): Offer {
  return { title, refusal, changes: null };
}

/** Why something is not done after all: a sentence. */
export class RefactoringRefused extends Error {}

import type { Catalogue } from '../catalogue/types.js';
import type { HtmlFacts } from '../embedded/html/htmlFacts.js';
import type { ProjectView } from '../project/projectView.js';
import type { SyntaxDocument } from '../syntax/document.js';
import type { DocumentNames } from './documentNames.js';

/** What answers are made of. */
export interface LanguageContext {
  readonly document: SyntaxDocument;
  readonly catalogue: Catalogue;
  /** From the project's root, with `/`; null for a file of no project. */
  readonly path: string | null;
  readonly project: ProjectView | null;
  /** Kept with the document, so that only what was edited is read again. */
  readonly names: DocumentNames;
  /** Beyond what is written every day; absent where nobody has loaded it. */
  readonly html?: HtmlFacts;
}

import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import type { ProjectView } from '../../language/project/projectView.js';
import type { OpenDocument, PageDocument } from '../openDocument.js';
import type { OtherPages } from '../otherPages.js';

/** What a feature of the server gets to work with. */
export interface FeatureContext {
  readonly connection: Connection;
  /** The open document of that URI when it is ours; null otherwise. */
  readonly document: (uri: string) => OpenDocument | null;
  /** What is known of the project around a document; null without one. */
  /** The environment that the document's application is started with from the editor. */
  readonly variables: (document: OpenDocument) => Readonly<Record<string, string | undefined>>;
  readonly project: (document: OpenDocument) => ProjectView | null;
  /** The other pages of a page's project, for one answer. */
  readonly otherPages: (page: PageDocument) => OtherPages;
  /** The pages of the project at `root`, for one answer. */
  readonly pagesOf: (root: string) => OtherPages;
  /** Known once the client has introduced itself, before any request. */
  readonly client: () => ClientCapabilities;
}

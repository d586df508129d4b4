/** The syntax trees of an open document, as the extension asks the language server for them. */

/**
 * `own`: what the product reads. `raw`: what the tree-sitter grammar reads. `framework`: what the installed
 * framework makes of it.
 */
export type AstKind = 'own' | 'raw' | 'framework';

export const astKinds: readonly AstKind[] = ['own', 'raw', 'framework'];

/** A node of a tree that is told as a list: each before what is in it. */
export interface AstNode {
  /** Levels above it. */
  readonly depth: number;
  /** What the one around it knows it by. */
  readonly field?: string;
  readonly kind: string;
  /** Its name or its beginning; none where its kind says all. */
  readonly text?: string;
  /** Its place in the document, in UTF-16 units; none where it is not known. */
  readonly start?: number;
  readonly end?: number;
  /** It, or its place in the document, is not as it should be. */
  readonly isBroken?: boolean;
}

/** Why there is no tree. */
export type AstProblem =
  /** The framework refuses the document, and says where. */
  | {
      readonly code: 'refused';
      readonly message: string;
      readonly start: number;
      readonly end: number;
    }
  /** The folder is not trusted, or the setting is off. */
  | { readonly code: 'not-asked' }
  /** There is no framework, or it does not answer. */
  | { readonly code: 'unavailable'; readonly message: string };

/** A tree of one version of a document. */
export interface AstTree {
  readonly version: number;
  readonly nodes: readonly AstNode[];
  readonly problem: AstProblem | null;
}

/** Request, client to server: `AstParams` to an `AstTree`; null for a document that is none of ours. */
export const astRequest = 'quantum/ast';

export interface AstParams {
  readonly textDocument: { readonly uri: string };
  readonly tree: AstKind;
}

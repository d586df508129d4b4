import type { AstNode } from '../../protocol/ast.js';
import type { Span } from '../expression/ast.js';

/** What is said of a node besides its kind and where it is. */
export interface NodeWords {
  readonly field?: string;
  readonly text?: string;
  readonly isBroken?: boolean;
}

const longestText = 120;

/** Builds the list of a tree's nodes from the outside in. */
export class TreeBuilder {
  readonly nodes: AstNode[] = [];
  private depth = 0;

  /** Adds a node; what `inside` adds stands in it. */
  node(kind: string, span: Span | null, words: NodeWords = {}, inside?: () => void): void {
    this.nodes.push(astNode(this.depth, kind, span, words));
    if (!inside) return;
    this.depth += 1;
    inside();
    this.depth -= 1;
  }
}

/** The beginning of a text as one line that fits into a row. */
export function shortened(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > longestText ? `${line.slice(0, longestText)}…` : line;
}

/** A node below `depth` others. */
export function astNode(
  depth: number,
  kind: string,
  span: Span | null,
  { field, text, isBroken }: NodeWords,
): AstNode {
  return {
    depth,
    kind,
    ...(field === undefined ? {} : { field }),
    ...(text === undefined ? {} : { text: shortened(text) }),
    ...(span === null ? {} : { start: span.start, end: span.end }),
    ...(isBroken === true ? { isBroken } : {}),
  };
}

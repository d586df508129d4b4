import type { Catalogue } from '../catalogue/types.js';
import type { Span } from '../expression/ast.js';
import { placesOf, type Place } from '../place/place.js';
import { spanOf, usesOf, type ExpressionUse } from '../scope/expressionUse.js';
import { SyntaxDocument } from '../syntax/document.js';
import { endOfNode, startOf, type Element, type Node } from '../syntax/element.js';
import { LineTable } from '../text/lineTable.js';

/** A node of a page as a tree that needs nothing but itself. Lines and columns begin at 1. */
export type TreeNode = TreePlace &
  (
    | {
        readonly kind: 'element';
        readonly name: string;
        /** A bare name has null. */
        readonly attributes: Readonly<Record<string, string | null>>;
        /** Those in its attributes and in its own text, in order. */
        readonly expressions: readonly TreeExpression[];
        readonly children: readonly TreeNode[];
      }
    | { readonly kind: Exclude<Node['kind'], 'element'>; readonly text: string }
  );

/** An expression, or a condition, without its braces. */
export interface TreeExpression extends TreePlace {
  /** The attribute it stands in; null in text. */
  readonly attribute: string | null;
  readonly text: string;
  /** Variables it reads and functions it calls, by name. */
  readonly reads: readonly string[];
  readonly calls: readonly string[];
}

interface TreePlace {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The syntax tree of a page's text, white space between elements left out, and how many nodes it has. */
export function syntaxTree(
  text: string,
  catalogue: Catalogue,
): { readonly tree: TreeNode[]; readonly nodes: number } {
  const document = new SyntaxDocument(text, 'page');
  const lines = new LineTable(text);
  let nodes = 0;
  const placeOf = ({ start, end }: Span): TreePlace => {
    const from = lines.positionAt(start);
    const to = lines.positionAt(end);
    return {
      ...{ line: from.line + 1, column: from.character + 1 },
      ...{ endLine: to.line + 1, endColumn: to.character + 1 },
    };
  };
  const expression = (use: ExpressionUse): TreeExpression => {
    const { anchor, attribute, source, names, calls } = use;
    const { start, end } = spanOf(use, { start: 0, end: source.length });
    return {
      ...{ attribute: attribute?.name ?? null, text: source },
      ...placeOf({ start: anchor.start + start, end: anchor.start + end }),
      reads: unique(names),
      calls: unique(calls),
    };
  };
  const ofElement = (element: Element, place: Place): TreeNode => {
    nodes += 1;
    const { name, attributes } = element.tag;
    const written = attributes.map((one) => [one.name, one.value] as const);
    return {
      ...{ kind: 'element', name, ...placeOf(spanOfNode(element)) },
      attributes: Object.fromEntries(written),
      expressions: usesOf(element, place, text).expressions.map(expression),
      children: element.children.flatMap((child) => treeOf(child, place)),
    };
  };
  const treeOf = (node: Node, around: Pick<Place, 'enter'>): TreeNode[] => {
    if (node.kind === 'element') return [ofElement(node, around.enter(node.tag.name))];
    if (node.kind === 'text' && node.isBlank) return [];
    nodes += 1;
    const span = spanOfNode(node);
    return [{ kind: node.kind, ...placeOf(span), text: text.slice(span.start, span.end) }];
  };
  const places = placesOf(catalogue);
  return { tree: document.nodes.flatMap((node) => treeOf(node, places)), nodes };
}

function spanOfNode(node: Node): Span {
  return { start: startOf(node), end: endOfNode(node) };
}

function unique(named: readonly { readonly name: string }[]): string[] {
  return [...new Set(named.map(({ name }) => name))];
}

import { SyntaxDocument } from '../syntax/document.js';
import { endOfNode, startOf, type Node } from '../syntax/element.js';
import { LineTable } from '../text/lineTable.js';

/** A node of a page as a tree that needs nothing but itself. Lines and columns begin at 1. */
export type TreeNode = TreePlace &
  (
    | {
        readonly kind: 'element';
        readonly name: string;
        /** A bare name has null. */
        readonly attributes: Readonly<Record<string, string | null>>;
        readonly children: readonly TreeNode[];
      }
    | { readonly kind: Exclude<Node['kind'], 'element'>; readonly text: string }
  );

interface TreePlace {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The syntax tree of a text, white space between elements left out, and how many nodes it has. */
export function syntaxTree(text: string): { readonly tree: TreeNode[]; readonly nodes: number } {
  const document = new SyntaxDocument(text, 'page');
  const lines = new LineTable(text);
  let nodes = 0;
  const place = (node: Node): TreePlace => {
    const from = lines.positionAt(startOf(node));
    const to = lines.positionAt(endOfNode(node));
    return {
      ...{ line: from.line + 1, column: from.character + 1 },
      ...{ endLine: to.line + 1, endColumn: to.character + 1 },
    };
  };
  const treeOf = (node: Node): TreeNode[] => {
    if (node.kind === 'text' && node.isBlank) return [];
    nodes += 1;
    if (node.kind !== 'element')
      return [
        { kind: node.kind, ...place(node), text: text.slice(startOf(node), endOfNode(node)) },
      ];
    const { name, attributes } = node.tag;
    const written = attributes.map((one) => [one.name, one.value] as const);
    return [
      {
        ...{ kind: 'element', name, ...place(node) },
        attributes: Object.fromEntries(written),
        children: node.children.flatMap(treeOf),
      },
    ];
  };
  return { tree: document.nodes.flatMap(treeOf), nodes };
}

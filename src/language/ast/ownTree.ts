import type { AstNode } from '../../protocol/ast.js';
import type { Catalogue } from '../catalogue/types.js';
import { placesOf, type Place } from '../place/place.js';
import { spanOf, usesOf, type ExpressionUse } from '../scope/expressionUse.js';
import type { SyntaxDocument } from '../syntax/document.js';
import { endOfNode, startOf, type Element, type Node } from '../syntax/element.js';
import { endOf, type Attribute } from '../syntax/token.js';
import { addExpression } from './expressionNodes.js';
import { TreeBuilder } from './treeBuilder.js';

/**
 * A document as the product reads it: elements with what the framework takes them for, attributes, and the
 * expressions in both, down to their names. White space between elements is left out.
 */
export function ownTree(document: SyntaxDocument, catalogue: Catalogue): readonly AstNode[] {
  const tree = new TreeBuilder();
  const places = placesOf(catalogue);
  const { text, nodes } = document;
  tree.node('document', { start: 0, end: text.length }, {}, () => {
    for (const node of nodes) {
      if (node.kind !== 'element') addLeaf(node, [], text, tree);
      else addElement(node, places.enter(node.tag.name), document, tree);
    }
  });
  return tree.nodes;
}

function addElement(
  element: Element,
  place: Place,
  document: SyntaxDocument,
  tree: TreeBuilder,
): void {
  const { tag, endTag, children } = element;
  const { text } = document;
  const span = { start: tag.start, end: endOfNode(element) };
  const isUnclosed = endTag === null && !tag.isEmpty;
  const isBroken = isUnclosed || tag.problems.length > 0;
  const uses = document.dialect === 'test' ? [] : usesOf(element, place, text).expressions;
  tree.node(kindOf(place), span, { text: tag.name, isBroken }, () => {
    for (const attribute of tag.attributes)
      addAttribute(
        attribute,
        tag.start,
        uses.filter((use) => use.attribute === attribute),
        tree,
      );
    for (const child of children) {
      if (child.kind === 'element') addElement(child, place.enter(child.tag.name), document, tree);
      else
        addLeaf(
          child,
          uses.filter((use) => use.attribute === null && use.anchor === child),
          text,
          tree,
        );
    }
  });
}

/** `element` for HTML; else what the framework takes it for. */
function kindOf({ kind, reading }: Place): string {
  return kind === 'html' && reading.as === 'markup' ? 'element' : reading.as;
}

function addAttribute(
  { name, start, end, value }: Attribute,
  base: number,
  uses: readonly ExpressionUse[],
  tree: TreeBuilder,
): void {
  const text = value === null ? name : `${name}="${value}"`;
  tree.node('attribute', { start: base + start, end: base + end }, { text }, () =>
    addUses(uses, tree),
  );
}

function addLeaf(
  node: Exclude<Node, Element>,
  uses: readonly ExpressionUse[],
  text: string,
  tree: TreeBuilder,
): void {
  if (node.kind === 'text' && node.isBlank) return;
  const span = { start: startOf(node), end: endOf(node) };
  const isBroken = node.problems.length > 0;
  tree.node(node.kind, span, { text: text.slice(span.start, span.end), isBroken }, () =>
    addUses(uses, tree),
  );
}

function addUses(uses: readonly ExpressionUse[], tree: TreeBuilder): void {
  for (const use of uses) {
    const { anchor, mode, parsed, source } = use;
    const place = (span: { start: number; end: number }): { start: number; end: number } => {
      const { start, end } = spanOf(use, span);
      return { start: anchor.start + start, end: anchor.start + end };
    };
    const kind = mode === 'condition' ? 'condition' : 'expression';
    const isBroken = parsed.problems.length > 0;
    tree.node(kind, place({ start: 0, end: source.length }), { text: source, isBroken }, () => {
      if (parsed.ast) addExpression(parsed.ast, 'value', place, tree);
    });
  }
}

import type { FrameworkNode, FrameworkValue } from '../../framework/bridgeMessages.js';
import { TreeBuilder } from '../../language/ast/treeBuilder.js';
import type { Span } from '../../language/expression/ast.js';
import type { SyntaxDocument } from '../../language/syntax/document.js';
import { endOfNode } from '../../language/syntax/element.js';
import type { AstNode } from '../../protocol/ast.js';

/** Where the elements of one version of a document stand: by the number of their start tag, and by line. */
export interface ElementSpans {
  of(node: FrameworkNode): Span | null;
}

/** The elements of `document` as it is now; edits that come later change nothing of the answer. */
export function elementSpans(
  document: SyntaxDocument,
  lineOf: (offset: number) => number,
): ElementSpans {
  const spans: Span[] = [];
  const byLine = new Map<number, Span>();
  for (const token of document.tokens) {
    if (token.kind !== 'start' || !token.element) continue;
    const span = { start: token.start, end: endOfNode(token.element) };
    spans.push(span);
    const line = lineOf(token.start) + 1;
    if (!byLine.has(line)) byLine.set(line, span);
  }
  return {
    of: ({ element, line }) =>
      (element === null ? undefined : spans[element]) ??
      (line === null ? undefined : byLine.get(line)) ??
      null,
  };
}

/** What the framework made of a document: its objects, their fields, and the elements they come from. */
export function frameworkNodes(root: FrameworkNode, spans: ElementSpans): readonly AstNode[] {
  const tree = new TreeBuilder();
  addValue(root, undefined, spans, tree);
  return tree.nodes;
}

function addValue(
  value: FrameworkValue,
  field: string | undefined,
  spans: ElementSpans,
  tree: TreeBuilder,
): void {
  const named = field === undefined ? {} : { field };
  if (typeof value !== 'object' || value === null) {
    const kind = value === null ? 'null' : typeof value;
    tree.node(kind, null, { ...named, text: JSON.stringify(value) });
  } else if (isList(value)) {
    for (const one of value) addValue(one, field, spans, tree);
  } else if ('entries' in value) {
    tree.node('mapping', null, named, () => {
      for (const [key, one] of value.entries) addValue(one, key, spans, tree);
    });
  } else {
    const text = nameOf(value);
    const words = { ...named, ...(text === null ? {} : { text }) };
    tree.node(value.node, spans.of(value), words, () => {
      for (const [name, one] of value.fields) addValue(one, name, spans, tree);
    });
  }
}

function isList(value: object): value is readonly FrameworkValue[] {
  return Array.isArray(value);
}

/** What a person calls an object, by the first of its fields that says it. */
function nameOf({ fields }: FrameworkNode): string | null {
  for (const wanted of ['name', 'tag', 'component_name', 'component', 'content', 'kind']) {
    const found = fields.find(([name]) => name === wanted)?.[1];
    if (typeof found === 'string') return found;
  }
  return null;
}

import type {
  ComponentGraph,
  GraphEdge,
  GraphNode,
  Impact,
} from '../../protocol/componentGraph.js';

/** Something that a change touches, below what it is touched through. */
export interface ImpactRow {
  readonly node: GraphNode;
  /** What it does with the one above it. */
  readonly does: GraphEdge['kind'];
  readonly parent: ImpactRow | null;
  readonly children: readonly ImpactRow[];
}

/** What a change touches as a tree: first what needs the changed thing itself, below each what needs that. */
export function impactRows({ touched }: Impact): readonly ImpactRow[] {
  const made = new Map<string, ImpactRow & { readonly children: ImpactRow[] }>();
  const top: ImpactRow[] = [];
  // The nearest come first: what a row stands below is there already.
  for (const { node, path } of touched) {
    const [first] = path;
    if (!first) continue;
    const parent = made.get(first.to) ?? null;
    const row = { node, does: first.kind, parent, children: [] };
    made.set(node.id, row);
    (parent?.children ?? top).push(row);
  }
  return top;
}

/** All rows in the order they stand in. */
export function flatRows(rows: readonly ImpactRow[]): readonly ImpactRow[] {
  return rows.flatMap((row) => [row, ...flatRows(row.children)]);
}

/** A page's text and where the caret is in it. */
export interface CaretPlace {
  /** From the root of the project. */
  readonly filePath: string;
  readonly text: string;
  readonly offset: number;
}

/**
 * What a person at the caret could mean to change: in a query one of its columns, several where more tables have
 * one of the name, or else the query; on an action that; anywhere else the component. Ids of the graph.
 */
export function changedAt({ filePath, text, offset }: CaretPlace, graph: ComponentGraph): string[] {
  const tag = tagAround(text, offset);
  const own = tag && graph.nodes.find((node) => isTag(node, filePath, tag));
  if (!own) return [filePath];
  const word = wordAt(text, offset).toLowerCase();
  const columns = graph.edges.filter(
    ({ from, to }) => from === own.id && to.startsWith('column:') && to.endsWith(`.${word}`),
  );
  return columns.length > 0 ? [...new Set(columns.map(({ to }) => to))] : [own.id];
}

interface TagPlace {
  readonly kind: 'query' | 'action';
  readonly name: string;
  /** From 1. */
  readonly line: number;
}

/** The query around an offset, or the start tag of an action. */
function tagAround(text: string, offset: number): TagPlace | null {
  for (const match of text.matchAll(/<(?:q:)?(query|action)\b[^>]*>/g)) {
    const kind = match[1] === 'query' ? 'query' : 'action';
    const end = match.index + match[0].length;
    const last = match[0].endsWith('/>') || kind === 'action' ? end : queryEnd(text, end);
    if (offset < match.index || offset > last) continue;
    const name = /\bname\s*=\s*["']([^"']*)/.exec(match[0])?.[1] ?? '';
    return { kind, name, line: text.slice(0, match.index).split('\n').length };
  }
  return null;
}

function queryEnd(text: string, from: number): number {
  const rest = /<\/(?:q:)?query\s*>/.exec(text.slice(from));
  return rest ? from + rest.index + rest[0].length : from;
}

/** By name, or by line where it has none: unsaved lines move what stands below them. */
function isTag({ kind, path, name, line }: GraphNode, filePath: string, tag: TagPlace): boolean {
  if (kind !== tag.kind || path !== filePath) return false;
  return tag.name === '' ? line === tag.line : name.replace(/^.*\//, '') === tag.name;
}

function wordAt(text: string, offset: number): string {
  const before = /\w*$/.exec(text.slice(Math.max(0, offset - 100), offset))?.[0] ?? '';
  const after = /^\w*/.exec(text.slice(offset, offset + 100))?.[0] ?? '';
  return before + after;
}

import {
  coordCenter,
  decrossDfs,
  decrossTwoLayer,
  graph as dagGraph,
  layeringLongestPath,
  sugiyama,
} from 'd3-dag';
import type { ComponentGraph } from '../../src/protocol/componentGraph.js';

export const nodeSize = { width: 190, height: 40 } as const;
const columnWidth = 270;
const rowHeight = 54;

/** More nodes than this are ordered by one walk: crossings count for less than waiting. */
const fewNodes = 80;

type Edge = Pick<ComponentGraph['edges'][number], 'from' | 'to'>;

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly column: number;
}

export interface Layout {
  readonly places: ReadonlyMap<string, Place>;
  readonly width: number;
  readonly height: number;
}

/**
 * Nodes in columns, each to the left of what it needs. A layer that is too high to be read is folded into several
 * columns.
 */
export function layoutOf({ nodes, edges }: ComponentGraph): Layout {
  const made = dagGraph<string, undefined>();
  const byId = new Map(nodes.map(({ id }) => [id, made.node(id)]));
  // Pages lead to each other in circles: only what is needed says what stands before what.
  const needs = edges.filter(
    ({ from, to, kind }) => kind !== 'links' && from !== to && byId.has(from) && byId.has(to),
  );
  for (const { from, to } of nodes.length > fewNodes ? tight(needs) : needs) {
    const source = byId.get(from);
    const target = byId.get(to);
    if (source && target) made.link(source, target, undefined);
  }
  if (nodes.length > 0) {
    const layered = sugiyama().layering(layeringLongestPath()).coord(coordCenter());
    if (nodes.length > fewNodes) layered.decross(decrossDfs())(made);
    else layered.decross(decrossTwoLayer().passes(6))(made);
  }
  const layers = new Map<number, { id: string; x: number }[]>();
  for (const { data, x, y } of made.nodes()) {
    const layer = layers.get(y);
    if (layer) layer.push({ id: data, x });
    else layers.set(y, [{ id: data, x }]);
  }
  const most = Math.max(14, Math.ceil(Math.sqrt(nodes.length * 5)));
  const columns: string[][] = [];
  for (const [, layer] of [...layers].sort(([a], [b]) => a - b)) {
    layer.sort((a, b) => a.x - b.x);
    const count = Math.ceil(layer.length / most);
    const each = Math.ceil(layer.length / count);
    for (let at = 0; at < layer.length; at += each)
      columns.push(layer.slice(at, at + each).map(({ id }) => id));
  }
  return placed(columns);
}

/**
 * The edges that the layers come from: those from one layer into the next. Any other spans layers, and each layer that
 * it spans costs the library a node of its own: seconds, where a graph has thousands of edges.
 */
function tight(edges: readonly Edge[]): Edge[] {
  const sources = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const known = sources.get(to);
    if (known) known.push(from);
    else sources.set(to, [from]);
  }
  const layers = new Map<string, number>();
  const asked = new Set<string>();
  const layerOf = (id: string): number => {
    const known = layers.get(id);
    if (known !== undefined) return known;
    asked.add(id);
    const before = (sources.get(id) ?? []).filter(
      (source) => !asked.has(source) || layers.has(source),
    );
    const layer = before.reduce((most, source) => Math.max(most, layerOf(source) + 1), 0);
    layers.set(id, layer);
    return layer;
  };
  return edges.filter(({ from, to }) => layerOf(to) === layerOf(from) + 1);
}

function placed(columns: readonly (readonly string[])[]): Layout {
  const rows = Math.max(1, ...columns.map(({ length }) => length));
  const height = rows * rowHeight;
  const places = new Map<string, Place>();
  columns.forEach((column, at) => {
    const top = (height - column.length * rowHeight) / 2;
    column.forEach((id, row) =>
      places.set(id, { x: at * columnWidth, y: top + row * rowHeight, column: at }),
    );
  });
  return { places, width: Math.max(1, columns.length) * columnWidth, height };
}

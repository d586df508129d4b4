import { Edges, type Graph, type GraphEdge, type GraphNode, type NodeKind } from './graph.js';

/** Which part of a graph is wanted. */
export interface GraphWish {
  /** Only what is at most `depth` edges from this node. */
  readonly focus: string | null;
  readonly depth: number;
  /** Null: all. */
  readonly kinds: ReadonlySet<NodeKind> | null;
}

/** The wanted part: what leads through nodes that are left out leads from one end to the other. */
export function graphView(graph: Graph, { focus, depth, kinds }: GraphWish): Graph {
  const isWanted = ({ kind, id }: GraphNode): boolean => (kinds?.has(kind) ?? true) || id === focus;
  const wanted = kinds === null ? graph : contracted(graph, isWanted);
  if (focus === null) return wanted;
  const near = nearTo(focus, depth, new Edges(wanted.edges));
  return {
    nodes: wanted.nodes.filter(({ id }) => near.has(id)),
    edges: wanted.edges.filter(({ from, to }) => near.has(from) && near.has(to)),
  };
}

function contracted({ nodes, edges }: Graph, isWanted: (node: GraphNode) => boolean): Graph {
  const shown = nodes.filter(isWanted);
  const ids = new Set(shown.map(({ id }) => id));
  const by = new Edges(edges);
  const found = new Map<string, GraphEdge>();
  for (const { id } of shown) {
    const seen = new Set<string>();
    const follow = (first: GraphEdge, edge: GraphEdge): void => {
      if (ids.has(edge.to)) {
        // A link stays one, whatever answers the address it leads to.
        const kind = first.kind === 'links' ? 'links' : edge.kind;
        const key = `${kind} ${id} → ${edge.to}`;
        if (id !== edge.to || first === edge)
          found.set(key, found.get(key) ?? { from: id, to: edge.to, kind, start: first.start });
        return;
      }
      if (seen.has(edge.to)) return;
      seen.add(edge.to);
      for (const next of by.from(edge.to)) follow(first, next);
    };
    // Links last: what is needed otherwise, too, is needed.
    const own = [...by.from(id)].sort(
      (a, b) => Number(a.kind === 'links') - Number(b.kind === 'links'),
    );
    for (const edge of own) follow(edge, edge);
  }
  return { nodes: shown, edges: [...found.values()] };
}

function nearTo(focus: string, depth: number, edges: Edges): Set<string> {
  const near = new Set([focus]);
  let rim: string[] = [focus];
  for (let step = 0; step < depth && rim.length > 0; step += 1) {
    const next: string[] = [];
    for (const id of rim)
      for (const { from, to } of [...edges.from(id), ...edges.to(id)])
        for (const other of [from, to]) {
          if (near.has(other)) continue;
          near.add(other);
          next.push(other);
        }
    rim = next;
  }
  return near;
}

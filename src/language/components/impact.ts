import { Edges, type EdgeKind, type Graph, type GraphEdge, type GraphNode } from './graph.js';

/** Something that a change touches, and why: the edges from it to what is changed. */
export interface Touched {
  readonly node: GraphNode;
  readonly path: readonly GraphEdge[];
}

/**
 * Edges over which a change goes on. A page is not its actions: what is done to one of these is seen by who sends
 * forms to it, not by who looks at the page.
 */
const carries: ReadonlySet<EdgeKind> = new Set([
  'uses',
  'answers',
  'runs',
  'reads',
  'writes',
  'asks',
  'calls',
  'visits',
  'submits',
]);

/**
 * What changing a node touches, the nearest first. Who links to a page is touched by the page itself being changed
 * (its address may be another), and hands nothing on.
 */
export function impactOf({ nodes, edges }: Graph, changed: string): Touched[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const by = new Edges(edges);
  const seen = new Set([changed]);
  const touched: Touched[] = [];
  let rim: { id: string; path: readonly GraphEdge[] }[] = [{ id: changed, path: [] }];
  const touch = (edge: GraphEdge, path: readonly GraphEdge[]): readonly GraphEdge[] | null => {
    const node = byId.get(edge.from);
    if (!node || seen.has(edge.from)) return null;
    seen.add(edge.from);
    const whole = [edge, ...path];
    touched.push({ node, path: whole });
    return whole;
  };
  while (rim.length > 0) {
    const next: typeof rim = [];
    for (const { id, path } of rim)
      for (const edge of by.to(id)) {
        if (!carries.has(edge.kind)) continue;
        const whole = touch(edge, path);
        if (whole) next.push({ id: edge.from, path: whole });
      }
    rim = next;
  }
  const own = byId.get(changed)?.kind === 'route' ? [] : by.to(changed);
  const routes = own.filter(({ kind }) => kind === 'answers');
  const leading = [
    ...by.to(changed).map((edge) => ({ edge, path: [] as GraphEdge[] })),
    ...routes.flatMap((route) => by.to(route.from).map((edge) => ({ edge, path: [route] }))),
  ];
  for (const { edge, path } of leading) if (edge.kind === 'links') touch(edge, path);
  return touched;
}

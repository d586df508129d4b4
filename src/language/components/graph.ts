/** What stands in the graph of a project. */
export type NodeKind =
  | 'component'
  | 'route'
  | 'action'
  | 'query'
  | 'datasource'
  | 'table'
  | 'column'
  | 'service'
  | 'test';

/** What one thing has to do with the one it depends on. */
export type EdgeKind =
  /** A component draws or imports another. */
  | 'uses'
  /** A component leads to an address. */
  | 'links'
  /** An address is answered by a page. */
  | 'answers'
  /** A page has an action, a table a column. */
  | 'has'
  /** A page or an action runs a query. */
  | 'runs'
  /** A query stands on tables. */
  | 'reads'
  | 'writes'
  /** A query or a tag asks a datasource, a page calls a service. */
  | 'asks'
  | 'calls'
  /** A test asks for an address, or sends a form to an action. */
  | 'visits'
  | 'submits';

export interface GraphNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly name: string;
  /** Of a component: page, part and the like. */
  readonly role: string | null;
  /** The file it stands in, from the project's root; null for what is in none, or missing. */
  readonly path: string | null;
  /** From 1; of what stands somewhere in its file. */
  readonly line: number | null;
  /** `missing`: named, and not there. `error`: the framework refuses it. */
  readonly state: 'ok' | 'error' | 'missing';
  /** Nothing leads to it. */
  readonly isUnused: boolean;
  /** The number of the cycle of components it is in, from 1. */
  readonly cycle: number | null;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  /** Where the file of `from` says so: an offset of when it was read. */
  readonly start: number | null;
}

/** What depends on what: `from` needs `to`. Each pair of one kind once. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** The edges of a graph by their ends. */
export class Edges {
  private readonly out = new Map<string, GraphEdge[]>();
  private readonly in = new Map<string, GraphEdge[]>();

  constructor(edges: readonly GraphEdge[]) {
    for (const edge of edges) {
      push(this.out, edge.from, edge);
      push(this.in, edge.to, edge);
    }
  }

  /** What a node needs. */
  from(id: string): readonly GraphEdge[] {
    return this.out.get(id) ?? [];
  }

  /** What needs a node. */
  to(id: string): readonly GraphEdge[] {
    return this.in.get(id) ?? [];
  }
}

function push(lists: Map<string, GraphEdge[]>, key: string, edge: GraphEdge): void {
  const known = lists.get(key);
  if (known) known.push(edge);
  else lists.set(key, [edge]);
}

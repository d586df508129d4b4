import { accessMatrix } from '../../language/components/accessMatrix.js';
import type { Graph, NodeKind } from '../../language/components/graph.js';
import { graphView } from '../../language/components/graphView.js';
import { impactOf } from '../../language/components/impact.js';
import { graphOf } from '../../language/components/projectGraph.js';
import {
  GraphNodeKind,
  type AccessMatrix,
  type ComponentGraph,
  type GraphNode,
  type GraphQuery,
  type Impact,
} from '../../protocol/componentGraph.js';
import { AppError } from '../platform/problem.js';
import type { ProjectScan } from './projectScan.js';
import { ProjectSources, type Sources } from './projectSources.js';

/** How a project's scan is asked; `none` for a project without a folder. */
export type AskScan = <T>(
  id: number,
  none: T,
  ask: (scan: ProjectScan) => T | Promise<T>,
) => Promise<T>;

const kinds: ReadonlySet<string> = new Set(GraphNodeKind.enum);
const isKind = (kind: string): kind is NodeKind => kinds.has(kind);

/** What depends on what in projects, and what follows from that. */
export class GraphService {
  private readonly graphs = new WeakMap<ProjectScan, KnownGraph>();
  private readonly sources = new WeakMap<ProjectScan, ProjectSources>();

  constructor(private readonly ask: AskScan) {}

  /** @throws not-found, invalid-request */
  async graph(id: number, query: GraphQuery): Promise<ComponentGraph> {
    const { focus = null, depth = 2 } = query;
    const wanted = query.kinds?.split(',') ?? null;
    const unknown = wanted?.find((kind) => !isKind(kind));
    if (unknown !== undefined) {
      const detail = `There is no kind “${unknown}” in the graph.`;
      throw new AppError('invalid-request', detail, `Ask for some of: ${[...kinds].join(', ')}.`);
    }
    const whole = await this.whole(id);
    if (focus !== null) nodeOf(whole, focus);
    const shown = graphView(whole, {
      ...{ focus, depth },
      kinds: wanted && new Set(wanted.filter(isKind)),
    });
    return { total: whole.nodes.length, nodes: [...shown.nodes], edges: [...shown.edges] };
  }

  /** What changing a node of the graph touches. @throws not-found */
  async impact(id: number, of: string): Promise<Impact> {
    const whole = await this.whole(id);
    const touched = impactOf(whole, of).map(({ node, path }) => ({ node, path: [...path] }));
    return { of: nodeOf(whole, of), touched };
  }

  async matrix(id: number): Promise<AccessMatrix> {
    return this.ask(id, { visitors: [], rows: [] }, (scan) => {
      const { visitors, rows } = accessMatrix(scan.pages, scan.components);
      return {
        visitors: [...visitors],
        rows: rows.map((row) => ({ ...row, allowed: [...row.allowed], writes: [...row.writes] })),
      };
    });
  }

  private whole(id: number): Promise<Graph> {
    return this.ask(id, { nodes: [], edges: [] }, async (scan) => {
      const known = this.sources.get(scan) ?? new ProjectSources(scan.root);
      this.sources.set(scan, known);
      const sources = await known.read();
      const { pages, components, project } = scan;
      const before = this.graphs.get(scan);
      if (before?.components === components && before.sources === sources) return before.graph;
      const graph = graphOf({ pages, components, project, ...sources });
      this.graphs.set(scan, { components, sources, graph });
      return graph;
    });
  }
}

/** A graph, and what it was made of: a scan that finds anything otherwise makes both anew. */
interface KnownGraph {
  readonly components: ProjectScan['components'];
  readonly sources: Sources;
  readonly graph: Graph;
}

function nodeOf({ nodes }: Graph, id: string): GraphNode {
  const found = nodes.find((node) => node.id === id);
  if (found) return found;
  throw new AppError(
    'not-found',
    `There is no “${id}” in the graph of the project.`,
    'Scan the project, and take an id from its graph.',
  );
}

import type { ComponentDependency, ScannedComponent } from '../../protocol/components.js';

export interface GraphNode {
  /** The path of a file, else kind and name: `datasource:main`. */
  readonly id: string;
  readonly kind: string;
  /** Of a component; `missing` where one is named that is not there. */
  readonly status: string | null;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: ComponentDependency['kind'];
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** What depends on what in a project. */
export function graphOf(components: readonly ScannedComponent[]): Graph {
  const nodes = new Map<string, GraphNode>();
  const edges: GraphEdge[] = [];
  for (const { filePath: id, kind, status } of components) nodes.set(id, { id, kind, status });
  for (const { filePath: from, dependencies } of components)
    for (const { kind, name, path } of dependencies) {
      const to = path ?? `${kind}:${name}`;
      const status = kind === 'component' ? 'missing' : null;
      if (!nodes.has(to)) nodes.set(to, { id: to, kind, status });
      edges.push({ from, to, kind });
    }
  return { nodes: [...nodes.values()], edges };
}

const shapes: Readonly<Record<string, string>> = {
  page: 'box',
  datasource: 'cylinder',
  table: 'tab',
  service: 'hexagon',
};

/** A graph in the language of Graphviz. */
export function dotOf({ nodes, edges }: Graph): string[] {
  return [
    'digraph components {',
    '  rankdir=LR;',
    ...nodes.map(({ id, kind, status }) => {
      const color = status === 'error' || status === 'missing' ? ', color=red' : '';
      const style = status === 'inactive' ? ', style=dashed' : '';
      return `  ${quoted(id)} [shape=${shapes[kind] ?? 'ellipse'}${color}${style}];`;
    }),
    ...edges.map(({ from, to, kind }) => {
      const style = kind === 'page' ? ' [style=dotted]' : '';
      return `  ${quoted(from)} -> ${quoted(to)}${style};`;
    }),
    '}',
  ];
}

function quoted(id: string): string {
  return `"${id.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

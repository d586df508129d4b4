import type { ComponentGraph, GraphNode } from '../../protocol/componentGraph.js';

const shapes: Readonly<Record<GraphNode['kind'], string>> = {
  component: 'box',
  route: 'cds',
  action: 'invhouse',
  query: 'note',
  datasource: 'cylinder',
  table: 'tab',
  column: 'ellipse',
  service: 'hexagon',
  test: 'component',
};

/** A graph in the language of Graphviz. Cycles are red and bold, what is unused is dashed. */
export function dotOf({ nodes, edges }: ComponentGraph): string[] {
  const cycles = new Map(nodes.map(({ id, cycle }) => [id, cycle]));
  return [
    'digraph components {',
    '  rankdir=LR;',
    ...nodes.map((node) => `  ${quoted(node.id)} [${attributesOf(node).join(', ')}];`),
    ...edges.map(({ from, to, kind }) => {
      const cycle = cycles.get(from) ?? null;
      const isInCycle = kind === 'uses' && cycle !== null && cycle === cycles.get(to);
      const style = kind === 'links' ? ', style=dotted' : '';
      const look = isInCycle ? ', color=red, penwidth=2' : style;
      return `  ${quoted(from)} -> ${quoted(to)} [label=${kind}${look}];`;
    }),
    '}',
  ];
}

function attributesOf({ kind, name, path, state, isUnused, cycle }: GraphNode): string[] {
  const label = kind === 'component' ? (path ?? name) : name;
  const look = [`shape=${shapes[kind]}`, `label=${quoted(label)}`];
  if (state !== 'ok' || cycle !== null) look.push('color=red');
  if (cycle !== null) look.push('penwidth=2');
  if (isUnused) look.push('style=dashed');
  return look;
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  changedAt,
  flatRows,
  impactRows,
  type ImpactRow,
} from '../../../src/extension/components/impactRows.js';
import type {
  ComponentGraph,
  GraphEdge,
  GraphNode,
  Impact,
} from '../../../src/protocol/componentGraph.js';

const node = (kind: GraphNode['kind'], name: string, own: Partial<GraphNode> = {}): GraphNode => ({
  ...{ id: `${kind}:${name}`, kind, name, role: null, path: null, line: null },
  ...{ state: 'ok', isUnused: false, cycle: null, ...own },
});
const edge = (from: string, kind: GraphEdge['kind'], to: string): GraphEdge => ({
  ...{ from, to, kind, start: null },
});

const lines = (rows: readonly ImpactRow[], indent = ''): string[] =>
  rows.flatMap((row) => [
    `${indent}${row.node.id} ${row.does}`,
    ...lines(row.children, `${indent}  `),
  ]);

test('what is touched stands below what it is touched through', () => {
  const reads = edge('query:q', 'reads', 'column:a.b');
  const runs = edge('page', 'runs', 'query:q');
  const impact: Impact = {
    of: node('column', 'a.b'),
    touched: [
      { node: node('query', 'q'), path: [reads] },
      { node: node('query', 'other'), path: [edge('query:other', 'writes', 'column:a.b')] },
      { node: node('component', 'page', { id: 'page' }), path: [runs, reads] },
      { node: node('route', '/'), path: [edge('route:/', 'answers', 'page'), runs, reads] },
    ],
  };
  const rows = impactRows(impact);
  assert.deepEqual(lines(rows), [
    'query:q reads',
    '  page runs',
    '    route:/ answers',
    'query:other writes',
  ]);
  const deep = flatRows(rows)[2];
  assert.deepEqual(
    [deep?.node.id, deep?.parent?.node.id, deep?.parent?.parent?.node.id],
    ['route:/', 'page', 'query:q'],
  );
});

test('at the caret stands a column of the query, the query, an action, or the component', () => {
  const filePath = 'components/cart.q';
  const text = [
    '<q:component name="cart">',
    '<q:query name="rows" datasource="db">SELECT total, id FROM orders JOIN lines</q:query>',
    '<q:action name="add"><q:query datasource="db">DELETE FROM lines</q:query></q:action>',
    '<p>total</p></q:component>',
  ].join('\n');
  const rows = node('query', 'rows', { path: filePath, line: 2 });
  const nameless = node('query', 'add/line 3', { path: filePath, line: 3 });
  const graph: ComponentGraph = {
    total: 9,
    nodes: [
      node('query', 'other', { path: 'components/a.q', line: 2 }),
      ...[rows, nameless, node('action', 'add', { path: filePath, line: 3 })],
    ],
    edges: [
      edge(rows.id, 'reads', 'column:orders.total'),
      edge(rows.id, 'reads', 'column:orders.id'),
      edge(rows.id, 'reads', 'column:lines.id'),
    ],
  };
  const at = (word: string, shift = 1): string[] =>
    changedAt({ filePath, text, offset: text.indexOf(word) + shift }, graph);
  assert.deepEqual(at('total,'), ['column:orders.total']);
  assert.deepEqual(at('id FROM'), ['column:orders.id', 'column:lines.id']);
  assert.deepEqual(at('SELECT'), [rows.id]);
  assert.deepEqual(at('DELETE'), [nameless.id]);
  assert.deepEqual(at('<q:action'), ['action:add']);
  assert.deepEqual(at('<p>total', 5), [filePath]);
  assert.deepEqual(at('component name'), [filePath]);
});

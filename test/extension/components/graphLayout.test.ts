import assert from 'node:assert/strict';
import test from 'node:test';
import type { ComponentGraph, GraphEdge } from '../../../src/protocol/componentGraph.js';
import { layoutOf } from '../../../webviews/graph/layout.js';

function graphOf(
  ids: readonly string[],
  needs: readonly (readonly [string, string])[],
): ComponentGraph {
  const rest = { role: null, path: null, line: null, isUnused: false, cycle: null } as const;
  const nodes = ids.map(
    (id) => ({ id, kind: 'component', name: id, state: 'ok', ...rest }) as const,
  );
  const edges = needs.map(([from, to]): GraphEdge => ({ from, to, kind: 'uses', start: null }));
  return { total: nodes.length, nodes, edges };
}

test('a node stands to the left of what it needs, alone ones too have a place', () => {
  const graph = graphOf(
    ['page', 'layout', 'part', 'alone'],
    [
      ['page', 'layout'],
      ['layout', 'part'],
    ],
  );
  const { places } = layoutOf(graph);
  const column = (id: string): number => places.get(id)?.column ?? -1;
  assert.ok(column('page') < column('layout') && column('layout') < column('part'));
  assert.ok(places.has('alone'));
});

test('a circle is drawn, and what leads to itself', () => {
  const { places } = layoutOf(
    graphOf(
      ['a', 'b'],
      [
        ['a', 'b'],
        ['b', 'a'],
        ['a', 'a'],
      ],
    ),
  );
  assert.equal(places.size, 2);
});

test('no two of 500 nodes stand on each other, and no column is beyond reading', () => {
  const ids = Array.from({ length: 500 }, (_, at) => `n${at}`);
  const needs = ids.slice(100).map((id, at) => [id, `n${at % 100}`] as const);
  const { places, width, height } = layoutOf(graphOf(ids, needs));
  assert.equal(new Set([...places.values()].map(({ x, y }) => `${x} ${y}`)).size, 500);
  assert.ok(height < 4 * width && width < 4 * height, `${width} × ${height}`);
});

test('many nodes that each need several stand to the left of all of them', () => {
  const ids = Array.from({ length: 500 }, (_, at) => `n${at}`);
  const needs = ids.flatMap((id, at) =>
    [13, 17, 40, 77, 90].flatMap((step) =>
      at + step < 500 ? [[id, `n${at + step}`] as const] : [],
    ),
  );
  const { places } = layoutOf(graphOf(ids, needs));
  const column = (id: string): number => places.get(id)?.column ?? -1;
  assert.deepEqual(
    needs.filter(([from, to]) => column(from) >= column(to)),
    [],
  );
});

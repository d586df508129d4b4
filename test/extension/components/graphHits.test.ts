import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GraphNode } from '../../../src/protocol/componentGraph.js';
import { hitsOf } from '../../../webviews/graph/hits.js';

const node = (name: string, own: Partial<GraphNode> = {}): GraphNode => ({
  ...{ id: `components/${name}.q`, kind: 'component', name, role: 'part' },
  ...{ path: `components/${name}.q`, line: 1, state: 'ok', isUnused: false, cycle: null },
  ...own,
});
const nodes = [
  node('Zebra', { isUnused: true }),
  node('Apple', { cycle: 1 }),
  node('Berry', { state: 'error', isUnused: true }),
];

test('who looks for nothing has no hits, and sees all', () => {
  assert.equal(hitsOf(nodes, { text: ' ', mark: 'any' }), null);
});

test('hits have the text in their name or path, whatever its case, and come by name', () => {
  const found = hitsOf(nodes, { text: 'R', mark: 'any' });
  assert.deepEqual(found, ['components/Berry.q', 'components/Zebra.q']);
  assert.deepEqual(hitsOf(nodes, { text: 'components/app', mark: 'any' }), ['components/Apple.q']);
});

test('what is out of the ordinary is found by what it is', () => {
  const names = (mark: 'unused' | 'cycle' | 'error' | 'missing', text = ''): string[] =>
    (hitsOf(nodes, { text, mark }) ?? []).map((id) => id.slice('components/'.length, -2));
  assert.deepEqual(names('unused'), ['Berry', 'Zebra']);
  assert.deepEqual(names('unused', 'z'), ['Zebra']);
  assert.deepEqual(names('cycle'), ['Apple']);
  assert.deepEqual(names('error'), ['Berry']);
  assert.deepEqual(names('missing'), []);
});

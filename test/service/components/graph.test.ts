import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import type { ComponentGraph, Impact } from '../../../src/protocol/componentGraph.js';
import { startComponents, write } from './componentApp.js';

const card = '<q:component name="Card"><b>c</b></q:component>';
const index = '<q:component name="index"><Card /></q:component>';

test('the graph follows the files, tests among them', async (t) => {
  const app = await startComponents(t, { 'components/Card.q': card, 'components/index.q': index });
  await app.post('scan');
  const impact = async (): Promise<string[]> =>
    (await app.get<Impact>('impact?of=components/Card.q')).touched.map(({ node }) => node.id);
  assert.deepEqual(await impact(), ['route:/Card', 'components/index.q', 'route:/']);
  await write(app.root, {
    'tests/a.test.q': '<q:test name="seen" page="/"><test:visit /></q:test>',
  });
  assert.deepEqual((await impact()).at(-1), 'test:tests/a.test.q#seen');
  await rm(path.join(app.root, 'components/index.q'));
  await app.post('scan');
  assert.deepEqual(await impact(), ['route:/Card']);
  const graph = await app.get<ComponentGraph>('graph?focus=components/Card.q&depth=1');
  assert.deepEqual([graph.total, graph.nodes.length, graph.edges.length], [3, 2, 1]);
});

test('what is in no graph, and a kind that is none, are told', async (t) => {
  const app = await startComponents(t, { 'components/Card.q': card });
  await app.post('scan');
  const failing = (place: string): Promise<unknown> => app.get(place).then(() => null, String);
  assert.match(String(await failing('graph?focus=components/Gone.q')), /components\/Gone\.q/);
  assert.match(String(await failing('impact?of=table:none')), /table:none/);
  assert.match(String(await failing('graph?kinds=component,thing')), /thing/);
});

import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import type { AccessMatrix, ComponentGraph, Impact } from '../../../src/protocol/componentGraph.js';
import type { ComponentDetail, ScannedEndpoint } from '../../../src/protocol/components.js';
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

test('the endpoints and the matrix tell the same tables that each changes, as the files are now', async (t) => {
  const page = (sql: string): string =>
    `<q:component name="board" ><q:action name="post" method="POST"><q:query name="added" datasource="db">${sql}</q:query></q:action><p/></q:component>`;
  const app = await startComponents(t, { 'components/board.q': page('SELECT id FROM notes') });
  const writes = async (): Promise<unknown[]> => {
    await app.post('scan');
    const endpoints = await app.get<ScannedEndpoint[]>('endpoints');
    const { rows } = await app.get<AccessMatrix>('endpoints/matrix');
    const [component] = await app.components();
    const detail = await app.get<ComponentDetail>(`components/${component!.id}`);
    const told = endpoints.map((one) => [one.functionName, one.writes]);
    assert.deepEqual(
      rows.map((row) => [row.functionName, row.writes]),
      told,
    );
    assert.deepEqual(
      detail.endpoints.map((one) => [one.functionName, one.writes]).sort(),
      [...told].sort(),
    );
    assert.deepEqual(
      rows.map(({ isOpenWrite }) => isOpenWrite),
      told.map(([, tables]) => tables!.length > 0),
    );
    return told;
  };
  assert.deepEqual(await writes(), [
    [null, []],
    ['post', []],
  ]);
  await write(app.root, { 'components/board.q': page('DELETE FROM notes') });
  assert.deepEqual(await writes(), [
    [null, []],
    ['post', ['notes']],
  ]);
});

test('a column is known by the migrations as they are now, and by who names it', async (t) => {
  const app = await startComponents(t, {
    'quantum.config.yaml': 'datasources:\n  db:\n    driver: sqlite\n',
    'migrations/V001_a.sql': 'CREATE TABLE notes (id INTEGER);',
    'components/index.q':
      '<q:component name="index"><q:query name="n" datasource="db">SELECT text FROM notes</q:query></q:component>',
  });
  await app.post('scan');
  const impact = (): Promise<Impact> => app.get<Impact>('impact?of=column:notes.text');
  await assert.rejects(impact(), /column:notes\.text/);
  await write(app.root, {
    'migrations/V002_b.sql': '-- more\nALTER TABLE notes ADD COLUMN text TEXT;',
  });
  const { of, touched } = await impact();
  assert.deepEqual([of.name, of.path, of.line], ['notes.text', 'migrations/V002_b.sql', 2]);
  assert.deepEqual(
    touched.map(({ node }) => node.id),
    ['query:components/index.q#n', 'components/index.q', 'route:/'],
  );
});

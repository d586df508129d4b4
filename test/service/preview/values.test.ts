import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { temporaryFolder } from '../../support/serviceApp.js';
import { startPreviews } from './previewApp.js';

const page = `<q:component name="Index">
  <q:import component="One" from="_parts" />
  <q:set name="visits" scope="session" value="5" />
  <q:set name="list" type="array" value="[1, 2]" />
  <q:set name="doubled" value="{twice(4)}" />
  <q:function name="twice">
    <q:param name="n" type="integer" />
    <q:loop type="range" var="i" from="1" to="4"><q:set name="last" value="{i}" /></q:loop>
    <q:loop items="{[]}" var="i"><q:set name="never" value="{i}" /></q:loop>
    <q:return value="{n * 2}" />
  </q:function>
  <q:query name="notes" datasource="main">SELECT id FROM notes ORDER BY id</q:query>
  <q:query name="none" datasource="main">SELECT id FROM notes WHERE id = 99</q:query>
  <q:query name="changed" datasource="main">UPDATE notes SET text = text WHERE id > 1</q:query>
  <q:loop query="none"><q:set name="never" value="1" /></q:loop>
  <q:loop items="{list}" var="k"><p>{k}</p><q:query name="again" datasource="main">SELECT 1 AS a</q:query></q:loop>
  <q:if condition="1 == 1"><q:loop type="range" var="j" from="1" to="3"><q:set name="w" value="{j}" /></q:loop></q:if>
  <ul><q:loop query="notes"><li><One n="{notes.id}" /></li></q:loop></ul>
  <q:loop type="list" items="a,b" var="x"><i>{x}</i></q:loop>
</q:component>
`;
const part = `<q:component name="One">
  <q:param name="n" type="integer" />
  <q:query name="one" datasource="main">SELECT text FROM notes WHERE id = :id <q:param name="id" value="{n}" type="integer" /></q:query>
  <q:set name="up" value="{upper(one.text)}" />
  <b>{up}</b>
</q:component>
`;

/** The start tags of a text, in order: what places count. */
const tagsOf = (text: string): string[] => text.match(/<[A-Za-z:]+[^>]*>/g) ?? [];

void test('each value, row and turn is told as it was, however often a statement is run and drawn', async (t) => {
  const root = await temporaryFolder(t, 'values');
  for (const folder of ['components/_parts', 'migrations', 'data'])
    await mkdir(path.join(root, folder), { recursive: true });
  await writeFile(
    path.join(root, 'quantum.config.yaml'),
    'datasources:\n  main:\n    driver: sqlite\n    database: data/app.db\n',
  );
  await writeFile(
    path.join(root, 'migrations/V001__notes.sql'),
    "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL);\nINSERT INTO notes (text) VALUES ('a'), ('b'), ('c');\n",
  );
  await writeFile(path.join(root, 'components/index.q'), page);
  await writeFile(path.join(root, 'components/_parts/One.q'), part);
  const { render } = await startPreviews(t, root);
  const { values, files, error } = await render({ url: '/' });
  assert.equal(error, null);
  const told = values.map(({ file, element, kind, times, rows, text }) => {
    const tag = tagsOf(files[file] === 'components/index.q' ? page : part)[element] ?? '';
    const name = /(?:name|query|items|var)="([^"]*)"/.exec(tag)?.[1] ?? '';
    return `${kind} ${name}: ${kind === 'set' ? text : rows}${times === 1 ? '' : ` (${times} ×)`}`;
  });
  assert.deepEqual(told.sort(), [
    'loop a,b: 2',
    'loop i: 4',
    'loop j: 3',
    'loop none: 0',
    'loop notes: 3',
    'loop {[]}: 0',
    'loop {list}: 2',
    'query again: 1 (2 ×)',
    'query changed: 2',
    'query none: 0',
    'query notes: 3',
    'query one: 1 (3 ×)',
    'set doubled: 8',
    'set last: 4 (4 ×)',
    'set list: [1, 2]',
    "set up: 'C' (3 ×)",
    "set visits: '5'",
    'set w: 3 (3 ×)',
  ]);
});

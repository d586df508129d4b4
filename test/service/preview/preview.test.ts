import assert from 'node:assert/strict';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { loadSqljs } from '../../../src/service/platform/store/sqljs/loadSqljs.js';
import type { PreviewPage, PreviewRequest } from '../../../src/protocol/preview.js';
import type { Problem } from '../../../src/protocol/problems.js';
import { startPreviews } from './previewApp.js';
import { temporaryFolder } from '../../support/serviceApp.js';

const configuration = `datasources:
  main:
    driver: sqlite
    database: data/app.db
`;
const page = `<q:component name="Index">
  <q:set name="greeting" value="Hello"/>
  <q:query name="notes" datasource="main">SELECT id, text FROM notes ORDER BY id</q:query>
  <q:action name="add" method="POST">
    <q:param name="text" type="string" required="true"/>
    <q:query name="added" datasource="main">
      INSERT INTO notes (text) VALUES (:text)
      <q:param name="text" value="{text}" type="string"/>
    </q:query>
    <q:redirect url="/" flash="Added"/>
  </q:action>
  <h1>{greeting}</h1>
  <ul><q:loop query="notes"><li>{notes.text}</li></q:loop></ul>
</q:component>
`;

async function application(t: TestContext): Promise<string> {
  const root = await temporaryFolder(t, 'previewed');
  for (const folder of ['components', 'migrations', 'data']) await mkdir(path.join(root, folder));
  await writeFile(path.join(root, 'quantum.config.yaml'), configuration);
  await writeFile(path.join(root, 'components/index.q'), page);
  await writeFile(
    path.join(root, 'components/admin.q'),
    '<q:component name="Admin" require_auth="true" require_role="admin"><p>{session.userName}</p></q:component>\n',
  );
  await writeFile(
    path.join(root, 'migrations/V001__notes.sql'),
    'CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL);\n',
  );
  return root;
}

/** Makes a database file with one note. */
async function fill(root: string, file: string, text: string): Promise<void> {
  const { Database } = await loadSqljs();
  const db = new Database();
  db.run('CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL)');
  db.run('INSERT INTO notes (text) VALUES (?)', [text]);
  await writeFile(path.join(root, 'data', file), db.export());
  db.close();
}

void test('an unsaved page is drawn, and the file stays as it was', async (t) => {
  const root = await application(t);
  const { render } = await startPreviews(t, root);
  const text = page.replace('Hello', 'Not saved');
  const drawn = await render({ url: '/', texts: [{ filePath: 'components/index.q', text }] });
  assert.equal(drawn.status, 200);
  assert.match(drawn.html, />Not saved</);
  const saved = await render({ url: '/' });
  assert.match(saved.html, />Hello</);
  assert.equal(await readFile(path.join(root, 'components/index.q'), 'utf8'), page);
});

void test('a variable that the project is given now is there at the next page', async (t) => {
  const root = await application(t);
  await writeFile(path.join(root, 'quantum.config.yaml'), `services:\n  - words\n${configuration}`);
  await writeFile(
    path.join(root, 'words.py'),
    'import os\nfrom quantum.services import service\n\n@service("word")\ndef word():\n    return "word " + os.environ.get("WORD", "none")\n',
  );
  await writeFile(
    path.join(root, 'components/index.q'),
    '<q:component name="Index"><q:invoke name="w" service="word"/><p>{w}</p></q:component>\n',
  );
  const { render, setVariable } = await startPreviews(t, root);
  assert.match((await render({ url: '/' })).html, />word none</);
  await setVariable('WORD', 'sesame');
  assert.match((await render({ url: '/' })).html, />word sesame</);
});

void test('elements, values, rows and turns have the place of their tag', async (t) => {
  const root = await application(t);
  await fill(root, 'app.db', 'of the file');
  const { render } = await startPreviews(t, root);
  const { html, files, values } = await render({ url: '/' });
  const file = files.indexOf('components/index.q');
  // Start tags in order: q:component, q:set, q:query, q:action, q:param, q:query, q:param, q:redirect, h1 …
  assert.ok(html.includes(`<h1 data-quantum-at="${file}:8">`), html);
  assert.ok(html.includes(`<li data-quantum-at="${file}:11">`), html);
  const known = values.map(({ element, kind, rows, text }) => ({ element, kind, rows, text }));
  assert.deepEqual(known, [
    { element: 1, kind: 'set', rows: null, text: "'Hello'" },
    { element: 2, kind: 'query', rows: 1, text: null },
    { element: 10, kind: 'loop', rows: 1, text: null },
  ]);
});

void test('what a form writes stays in the copy until it is reset', async (t) => {
  const root = await application(t);
  await fill(root, 'app.db', 'of the file');
  const before = await readFile(path.join(root, 'data/app.db'));
  const { render } = await startPreviews(t, root);
  const form = [
    { name: 'action', value: 'add' },
    { name: 'text', value: 'of the preview' },
  ];
  const sent = await render({ url: '/', method: 'POST', form });
  assert.deepEqual(sent.redirects, [{ status: 302, to: '/', outside: false }]);
  assert.match(sent.html, /of the preview/);
  assert.deepEqual(await readFile(path.join(root, 'data/app.db')), before);
  const again = await render({ url: '/', reset: true });
  assert.doesNotMatch(again.html, /of the preview/);
  assert.match(again.html, /of the file/);
});

void test('a form that is refused leads back to its page', async (t) => {
  const root = await application(t);
  await writeFile(path.join(root, 'components/other.q'), page);
  const { render } = await startPreviews(t, root);
  await render({ url: '/other?page=2' });
  const form = [{ name: 'text', value: '' }];
  const { url } = await render({ url: '/other', method: 'POST', form });
  assert.equal(url, '/other?page=2');
});

void test('a project without a database gets a migrated one, and no file', async (t) => {
  const root = await application(t);
  const { render } = await startPreviews(t, root);
  assert.equal((await render({ url: '/' })).status, 200);
  assert.deepEqual(await readdir(path.join(root, 'data')), []);
  assert.deepEqual((await readdir(root)).sort(), [
    'components',
    'data',
    'migrations',
    'quantum.config.yaml',
  ]);
});

void test('the page is seen by whom one chooses', async (t) => {
  const root = await application(t);
  const { render } = await startPreviews(t, root);
  const stranger = await render({ url: '/admin', follow: false });
  assert.equal(stranger.status, 302);
  const admin = await render({ url: '/admin', session: { user: 'Ann', role: 'admin' } });
  assert.match(admin.html, />Ann</);
});

void test('a mistake has its line and column, a binding without a value its name', async (t) => {
  const root = await application(t);
  const { render } = await startPreviews(t, root);
  const broken = await render({
    url: '/',
    texts: [
      {
        filePath: 'components/index.q',
        text: '<q:component name="A">\n  <p>a</b>\n</q:component>',
      },
    ],
  });
  assert.equal(broken.status, 400);
  assert.equal(broken.error?.filePath, 'components/index.q');
  assert.equal(broken.error.line, 2);
  assert.equal(broken.error.column, 8);
  const text = '<q:component name="A"><p>{nothing}</p></q:component>';
  const { unresolved } = await render({
    url: '/',
    texts: [{ filePath: 'components/index.q', text }],
  });
  assert.match(unresolved.join(), /nothing/);
});

void test('a changed configuration is seen', async (t) => {
  const root = await application(t);
  await fill(root, 'app.db', 'of the file');
  await fill(root, 'other.db', 'of the other');
  const { render } = await startPreviews(t, root);
  assert.match((await render({ url: '/' })).html, /of the file/);
  await writeFile(
    path.join(root, 'quantum.config.yaml'),
    configuration.replace('app.db', 'other.db'),
  );
  assert.match((await render({ url: '/' })).html, /of the other/);
});

void test('a database on a server is not touched unasked', async (t) => {
  const root = await application(t);
  await writeFile(
    path.join(root, 'quantum.config.yaml'),
    'datasources:\n  main:\n    driver: postgresql\n    host: 127.0.0.1\n    database: shop\n',
  );
  const { refused } = await startPreviews(t, root);
  const problem: Problem = await refused({ url: '/' });
  assert.equal(problem.code, 'server-database');
  assert.match(problem.detail, /“main” is on a server \(postgresql\)/);
});

void test('files outside of the project are refused', async (t) => {
  const { refused } = await startPreviews(t, await application(t));
  const texts: PreviewRequest['texts'] = [{ filePath: '../other.q', text: '' }];
  assert.equal((await refused({ url: '/', texts })).code, 'invalid-request');
});

void test('files a page asks for are those of its server', async (t) => {
  const root = await application(t);
  await mkdir(path.join(root, 'static'));
  await writeFile(path.join(root, 'static/site.css'), 'h1 { color: teal }');
  const { render, asset } = await startPreviews(t, root);
  await render({ url: '/' });
  const { status, type, base64 } = await asset('/static/site.css');
  assert.equal(status, 200);
  assert.match(type, /^text\/css/);
  assert.equal(Buffer.from(base64, 'base64').toString(), 'h1 { color: teal }');
  assert.equal((await asset('/static/../quantum.config.yaml')).status, 404);
});

void test('a page that never ends is ended, and the next one is drawn', async (t) => {
  const root = await application(t);
  const { render, refused } = await startPreviews(t, root, 5_000);
  const text = `<q:component name="A"><q:loop type="range" from="1" to="100000000" var="i"><q:set name="x" value="{i}"/></q:loop></q:component>`;
  const problem = await refused({ url: '/', texts: [{ filePath: 'components/index.q', text }] });
  assert.equal(problem.code, 'framework-failed');
  assert.match(problem.detail, /took longer than/);
  const drawn: PreviewPage = await render({ url: '/' });
  assert.equal(drawn.status, 200);
});

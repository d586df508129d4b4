import assert from 'node:assert/strict';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import type { PreviewedComponent } from '../../../src/protocol/preview.js';
import { temporaryFolder } from '../../support/serviceApp.js';
import { startPreviews } from './previewApp.js';

const configuration = 'datasources:\n  main:\n    driver: sqlite\n    database: data/app.db\n';
const migration = `CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
INSERT INTO notes (text) VALUES ('first'), ('second'), ('third');
`;

const files: Readonly<Record<string, string>> = {
  '_parts/Card.q': `<q:component name="Card">
  <q:param name="title" type="string" required="true" minlength="3" description="What it says" />
  <q:param name="tone" type="string" enum="calm, loud" default="calm" />
  <q:param name="count" type="integer" default="2" min="1" max="9" />
  <q:set name="double" value="{count * 2}" />
  <article class="{tone}">
    <h2>{title}</h2><q:slot name="head"><i>own head</i></q:slot>
    <p>{double}</p>
    <q:slot><em>own content</em></q:slot>
  </article>
</q:component>
`,
  '_parts/Rows.q': `<q:component name="Rows">
  <q:import component="Card" from="_parts" />
  <q:param name="rows" type="array" required="true" />
  <q:loop items="{rows}" var="row"><div><Card title="{row.text}" count="{row.count}">{row.text}</Card></div></q:loop>
</q:component>
`,
  '_parts/Notes.q': `<q:component name="Notes">
  <q:set name="label" value="Notes of {request.path}" />
  <q:query name="notes" datasource="main">SELECT id, text FROM notes ORDER BY id</q:query>
  <q:loop query="notes">
    <q:query name="same" datasource="main">SELECT id FROM notes WHERE id = :id <q:param name="id" value="{notes.id}" type="integer" /></q:query>
  </q:loop>
  <h2>{label}</h2>
  <ul><q:loop query="notes"><li>{notes.text}</li></q:loop></ul>
</q:component>
`,
  '_layout/Shell.q': `<q:component name="Shell">
  <q:param name="title" required="true" />
  <html lang="en"><head><title>{title}</title></head>
  <body><nav>{session.userName}</nav><main><q:slot /></main></body></html>
</q:component>
`,
  '_layout/order-lines.q': `<q:component name="Lines"><q:param name="n" type="number" /><b>{n}</b></q:component>\n`,
};

async function application(t: TestContext): Promise<string> {
  const root = await temporaryFolder(t, 'alone');
  for (const folder of ['components/_parts', 'components/_layout', 'migrations', 'data'])
    await mkdir(path.join(root, folder), { recursive: true });
  await writeFile(path.join(root, 'quantum.config.yaml'), configuration);
  await writeFile(path.join(root, 'migrations/V001__notes.sql'), migration);
  for (const [name, text] of Object.entries(files))
    await writeFile(path.join(root, 'components', name), text);
  return root;
}

const component = (
  name: string,
  rest: Omit<PreviewedComponent, 'filePath'> = {},
): PreviewedComponent => ({ filePath: `components/${name}`, ...rest });

const unmarked = (html: string): string => html.replaceAll(/ data-quantum-at="[^"]*"/g, '');

interface Case {
  readonly asked: PreviewedComponent;
  /** A page that an author would write for it, by hand. */
  readonly page: string;
}
const cases: readonly Case[] = [
  {
    asked: component('_parts/Card.q', {
      props: { title: 'Tom & "Ann" <3\n{1 + 1}', tone: 'loud', count: '7' },
      slots: { default: 'Hello <b>there</b>, {session.userName}' },
    }),
    page: `<q:component name="Card"><q:import component="Card" from="_parts" />
<Card title="Tom &amp; &quot;Ann&quot; &lt;3&#10;{1 + 1}" tone="loud" count="7">Hello <b>there</b>, {session.userName}</Card></q:component>`,
  },
  {
    asked: component('_parts/Card.q', { props: { title: 'Only', tone: '' } }),
    page: `<q:component name="Card"><q:import component="Card" from="_parts" /><Card title="Only" /></q:component>`,
  },
  {
    asked: component('_parts/Rows.q', {
      props: {
        rows: '[{"text": "One {x}", "count": 3, "deep": {"a": [{"b": 1}]}}, {"text": "Two", "count": 4}]',
      },
    }),
    page: `<q:component name="Rows"><q:import component="Rows" from="_parts" />
<q:set name="mine" type="array" value="[{&quot;text&quot;: &quot;One {x}&quot;, &quot;count&quot;: 3, &quot;deep&quot;: {&quot;a&quot;: [{&quot;b&quot;: 1}]}}, {&quot;text&quot;: &quot;Two&quot;, &quot;count&quot;: 4}]" />
<Rows rows="{mine}" /></q:component>`,
  },
  {
    asked: component('_parts/Notes.q'),
    page: `<q:component name="Notes"><q:import component="Notes" from="_parts" /><Notes /></q:component>`,
  },
  {
    asked: component('_layout/Shell.q', {
      props: { title: 'Shell' },
      slots: { default: '<h1>In it</h1>\n<p>More</p>' },
    }),
    page: `<q:component name="Shell"><q:import component="Shell" from="_layout" /><Shell title="Shell"><h1>In it</h1>
<p>More</p></Shell></q:component>`,
  },
  {
    asked: component('_parts/Card.q', {
      props: { title: 'Inside' },
      slots: { default: '<b>content</b>' },
      layout: 'components/_layout/Shell.q',
    }),
    page: `<q:component name="Card"><q:import component="Card" from="_parts" /><q:import component="Shell" from="_layout" />
<Shell title="Title"><Card title="Inside"><b>content</b></Card></Shell></q:component>`,
  },
  {
    asked: component('_layout/order-lines.q', { props: { n: '2.5' } }),
    page: `<q:component name="order-lines"><q:import component="order-lines" from="_layout" as="Other" /><Other n="2.5" /></q:component>`,
  },
];

void test('a component alone is what a page that calls it draws, and so is the call that is told', async (t) => {
  const root = await application(t);
  const { render } = await startPreviews(t, root);
  const session = { user: 'Ann' };
  for (const [at, { asked, page }] of cases.entries()) {
    const name = `page${at}`;
    await writeFile(path.join(root, 'components', `${name}.q`), page);
    const byHand = await render({ url: `/${name}`, session });
    assert.equal(byHand.error, null, asked.filePath);
    const alone = await render({ url: `/${name}`, component: asked, session });
    assert.equal(unmarked(alone.html), unmarked(byHand.html), asked.filePath);
    assert.deepEqual(
      alone.queries.map(({ sql, rows }) => [sql, rows]),
      byHand.queries.map(({ sql, rows }) => [sql, rows]),
    );
    const title = path.basename(asked.filePath, '.q');
    // The call that is told is that of the component alone.
    if (asked.layout !== undefined) continue;
    const told = `<q:component name="${title}">${alone.component?.call}</q:component>`;
    await writeFile(path.join(root, 'components', `${name}.q`), told);
    assert.equal(unmarked((await render({ url: `/${name}` })).html), unmarked(byHand.html), told);
  }
});

void test('the components of the sample are drawn alone with their first values', async (t) => {
  const root = await temporaryFolder(t, 'storefront');
  const sample = path.join(import.meta.dirname, '../../../samples/storefront');
  await cp(sample, root, { recursive: true });
  const { render } = await startPreviews(t, root);
  const names = ['ProductCard', 'OrderLines', 'EmptyState', 'Stars', 'Price', 'SiteHead'];
  for (const name of names) {
    const asked = component(`_parts/${name}.q`);
    const {
      error,
      unresolved,
      standIn,
      files: drawn,
    } = await render({ url: '/', component: asked });
    assert.deepEqual({ error, unresolved }, { error: null, unresolved: [] }, name);
    assert.ok(drawn.includes(asked.filePath));
    assert.ok(standIn !== null && drawn.includes(standIn));
  }
});

void test('its form has the props with their rules, the slots, and what was given', async (t) => {
  const { render } = await startPreviews(t, await application(t));
  const drawn = await render({ url: '/', component: component('_parts/Card.q') });
  const plain = { required: false, default: null, description: null, options: [], rules: {} };
  assert.deepEqual(drawn.component, {
    props: [
      {
        ...{ ...plain, name: 'title', type: 'string', required: true },
        ...{ description: 'What it says', rules: { minlength: '3' } },
      },
      { ...plain, name: 'tone', type: 'string', default: 'calm', options: ['calm', 'loud'] },
      { ...plain, name: 'count', type: 'integer', default: '2', rules: { min: '1', max: '9' } },
    ],
    slots: [
      { name: 'head', own: true, fillable: false },
      { name: 'default', own: true, fillable: true },
    ],
    given: { title: 'Title' },
    content: { default: '' },
    call: '<q:import component="Card" from="_parts" />\n<Card title="Title" />',
  });
});

void test('what is typed into a component is drawn, its values and places are its own', async (t) => {
  const { render } = await startPreviews(t, await application(t));
  const filePath = 'components/_parts/Notes.q';
  const text = files['_parts/Notes.q']?.replace('Notes of', 'Typed in') ?? '';
  const drawn = await render({
    url: '/somewhere',
    component: { filePath },
    texts: [{ filePath, text }],
  });
  assert.match(drawn.html, />Typed in \/somewhere</);
  const file = drawn.files.indexOf(filePath);
  assert.ok(drawn.html.includes(`<h2 data-quantum-at="${file}:6">`), drawn.html);
  assert.deepEqual(
    drawn.values.map(({ file: of, element, kind, times, rows, text: value }) => ({
      ...{ of, element, kind, times, rows, value },
    })),
    [
      { of: file, element: 1, kind: 'set', times: 1, rows: null, value: "'Typed in /somewhere'" },
      { of: file, element: 2, kind: 'query', times: 1, rows: 3, value: null },
      { of: file, element: 3, kind: 'loop', times: 1, rows: 3, value: null },
      { of: file, element: 4, kind: 'query', times: 3, rows: 1, value: null },
      { of: file, element: 8, kind: 'loop', times: 1, rows: 3, value: null },
    ],
  );
});

void test('a mistake has its place in the component, or in the content of the slot', async (t) => {
  const { render } = await startPreviews(t, await application(t));
  const filePath = 'components/_parts/Card.q';
  const text = '<q:component name="Card">\n  <p>a</b>\n</q:component>';
  const broken = await render({ url: '/', component: { filePath }, texts: [{ filePath, text }] });
  assert.deepEqual({ ...broken.error, message: '' }, { message: '', filePath, line: 2, column: 8 });
  assert.equal(broken.component, null);
  for (const [content, line, column] of [
    ['<b>a</i>', 1, 6],
    ['<b>a</b>\n<i>x</b>', 2, 6],
  ] as const) {
    const { error, standIn } = await render({
      url: '/',
      component: { filePath, slots: { default: content }, layout: 'components/_layout/Shell.q' },
    });
    assert.deepEqual({ ...error, message: '' }, { message: '', filePath: standIn, line, column });
  }
  const missing = await render({ url: '/', component: { filePath, props: { title: '' } } });
  assert.match(missing.error?.message ?? '', /requires the prop 'title'/);
  assert.equal(missing.error?.filePath, missing.standIn);
  assert.equal(missing.error.line, null);
});

void test('what no page can call is said to be so', async (t) => {
  const root = await application(t);
  await writeFile(
    path.join(root, 'components/job.q'),
    '<q:job name="j"><q:log message="x" /></q:job>',
  );
  await writeFile(path.join(root, 'outside.q'), '<q:component name="O"><p>x</p></q:component>');
  const { refused } = await startPreviews(t, root);
  for (const [filePath, code, detail] of [
    ['components/job.q', 'conflict', /is no component/],
    ['outside.q', 'conflict', /outside of the folder of components/],
    ['components/none.q', 'conflict', /Cannot read/],
    ['../other.q', 'invalid-request', /not a file of the project/],
  ] as const) {
    const problem = await refused({ url: '/', component: { filePath } });
    assert.equal(problem.code, code, filePath);
    assert.match(problem.detail, detail);
  }
});

void test('a redirect of a component alone leads to the page it names', async (t) => {
  const root = await application(t);
  const filePath = 'components/_parts/Gate.q';
  await writeFile(
    path.join(root, filePath),
    '<q:component name="Gate"><q:redirect url="/elsewhere" /></q:component>',
  );
  await writeFile(
    path.join(root, 'components/elsewhere.q'),
    '<q:component name="E"><p>there</p></q:component>',
  );
  const { render } = await startPreviews(t, root);
  const { html, redirects } = await render({ url: '/', component: { filePath } });
  assert.deepEqual(redirects, [{ status: 302, to: '/elsewhere', outside: false }]);
  assert.match(html, />there</);
});

void test('an untitled page is drawn as one of the project, and is no file of it', async (t) => {
  const root = await application(t);
  const { render } = await startPreviews(t, root);
  const text = `<q:component name="New"><q:import component="Card" from="_parts" />
  <q:query name="notes" datasource="main">SELECT id FROM notes</q:query>
  <q:action name="go" method="POST"><q:redirect url="{request.path}" /></q:action>
  <Card title="{request.path}" /></q:component>`;
  const drawn = await render({ url: '/untitled-1', untitled: { text } });
  assert.match(drawn.html, />\/untitled-1</);
  assert.equal(drawn.standIn, 'components/untitled.q');
  assert.equal(drawn.values.find(({ kind }) => kind === 'query')?.rows, 3);
  const saved = 'components/new/about.q';
  assert.equal(
    (await render({ url: '/about', untitled: { filePath: saved, text } })).standIn,
    saved,
  );
  const broken = await render({
    url: '/untitled-1',
    untitled: { text: '<q:component name="A">\n<p>' },
  });
  assert.equal(broken.error?.filePath, 'components/untitled.q');
  assert.equal(broken.error.line, 2);
  assert.equal((await render({ url: '/untitled-1' })).status, 404);
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalogueFor } from '../../../src/language/catalogue/catalogueFor.js';
import { DocumentFindings } from '../../../src/language/findings/documentFindings.js';
import { SyntaxDocument } from '../../../src/language/syntax/document.js';
import { applied } from './findingsOf.js';
import { projectCodes } from '../../../src/language/findings/rules/project/projectCodes.js';
import { fixFor, found, type Files } from '../project/projectFixture.js';

const ours = new RegExp(`^(?:${Object.keys(projectCodes).join('|')})$`);

const configuration =
  'datasources:\n  db:\n    driver: sqlite\n    database: a.db\n    history: false\nservices: [shop]\n';
const base: Files = {
  'quantum.config.yaml': configuration,
  'migrations/V001_a.sql':
    'CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL, mail TEXT);\nCREATE TABLE tags (id INTEGER PRIMARY KEY, label TEXT);',
  'shop.py': '@service("shop.prices")\ndef prices(): pass\n',
  'static/site.css': '',
  'components/index.q': '<p/>',
  'components/form.q': '<q:action name="save"><q:param name="title"/></q:action>',
  'components/orders/[id].q': '<p/>',
  'components/Card.q': '<q:param name="title" required="true"/><q:param name="size"/><q:slot/>',
  'components/parts/Badge.q': '<p/>',
};
const page = (body: string): Files => ({ ...base, 'components/p.q': body });
const query = (sql: string): string => `<q:query name="r" datasource="db">${sql}</q:query>`;
const form = (fields: string, action = 'save'): string =>
  `<q:action name="save"><q:param name="title"/></q:action><ui:form on-submit="${action}">${fields}</ui:form>`;

/** Body of a page, and what is found in it. */
const cases: [string, string[]][] = [
  ['<q:query name="r" datasource="dbx">SELECT 1 AS a</q:query>', ['unknown-datasource "dbx"']],
  ['<q:query name="r" datasource="db">SELECT 1 AS a</q:query>', []],
  ['<q:llm name="a" knowledge="docs"><q:prompt>x</q:prompt></q:llm>', ['unknown-knowledge "docs"']],
  ['<q:query name="r" datasource="knowledge:zz">x</q:query>', ['unknown-knowledge "knowledge:zz"']],
  [query('SELEC id FROM people'), ['sql-keyword "SELEC"']],
  [query('SELECT id FROM people WHERE name = {form.name}'), ['sql-brace "{form.name}"']],
  [query("SELECT id FROM people WHERE name = '{form.name}'"), []],
  [query('  '), ['sql-empty "q:query"']],
  [query('DELETE FROM people; DELETE FROM tags'), ['sql-statements "DELETE"']],
  [query('DELETE FROM people;'), []],
  [query('SELECT name FROM peple'), ['sql-unknown-table "peple"']],
  [query('SELECT nam, mail FROM people'), ['sql-unknown-column "nam"']],
  [query('SELECT p.nam FROM people p WHERE p.id &lt; 3'), ['sql-unknown-column "nam"']],
  [query('<![CDATA[SELECT id FROM people WHERE nam < 3]]>'), ['sql-unknown-column "nam"']],
  [query('UPDATE people SET nam = 1 WHERE id = 2'), ['sql-unknown-column "nam"']],
  [query('SELECT id FROM people WHERE name = "anything"'), []],
  [query('SELECT value FROM json_each(:x)<q:param name="x" value="[]"/>'), []],
  [query("SELECT t.n FROM (SELECT count(*) AS n FROM tags) t WHERE t.n > substr('a', 1)"), []],
  [query('WITH x AS (SELECT id FROM people) SELECT id FROM x WHERE id IS NOT NULL'), []],
  [
    query(
      'INSERT INTO people (name) VALUES (1) ON CONFLICT (id) DO UPDATE SET name = excluded.name',
    ),
    [],
  ],
  [query('SELECT EXTRACT(YEAR FROM x) AS y FROM (SELECT 1 AS x)'), []],
  [query('SELECT name FROM sqlite_master'), []],
  ['<q:action name="a" table="peple" datasource="db"/>', ['sql-unknown-table "peple"']],
  [
    '<q:action name="a" table="people" datasource="db" columns="name, mial"/>',
    ['sql-unknown-column "mial"'],
  ],
  ['<ui:button on-click="sav">x</ui:button>', ['unknown-action "sav"']],
  [form('<ui:input bind="titel"/>'), ['field-without-param "titel"']],
  [form('<ui:input bind="something_else"/>'), []],
  [form('', 'safe'), ['unknown-action "safe"']],
  [
    '<q:action name="a"/><q:action name="b"/><form method="post"><input type="hidden" name="action" value="zz"/></form>',
    ['unknown-action "zz"'],
  ],
  ['<a href="/nowhere?x=1">x</a>', ['dead-link "/nowhere"']],
  ['<a href="/orders/7">x</a><a href="/orders/{id}#a">x</a><a href="https://a.b/c">x</a>', []],
  ['<ui:link to="/form">x</ui:link><a href="/health">x</a><a href="/feed.xml">x</a>', []],
  ['<q:redirect url="/gone"/>', ['dead-link "/gone"']],
  ['<form method="post" action="/"/>', ['form-without-action "/"']],
  ['<form method="post" action="/form"/>', []],
  ['<link rel="stylesheet" href="/static/sit.css"/>', ['missing-static-file "/static/sit.css"']],
  ['<link rel="stylesheet" href="/static/site.css?v=1"/><img src="/static/{x}.png"/>', []],
  ['<q:data name="d" source="content/prices.csv"/>', ['missing-data-file "content/prices.csv"']],
  ['<q:data name="d" source="data/prices.csv"/>', []],
  [
    '<q:function name="go"><q:return value="1"/></q:function><a onclick="go()">x</a>',
    ['server-function-in-handler "go"'],
  ],
  ['<ui:input bind="q" search="list"/><div id="lists"/>', ['unknown-id "list"']],
  ['<ui:pager for="r"/>' + query('SELECT id FROM people'), ['widget-target "r"']],
  ['<ui:stream for="a"/>', ['widget-target "a"']],
  ['<ui:history table="people" key="1" datasource="db"/>', ['widget-target "db"']],
  ['<q:invoke name="a" service="shop.price"/>', ['unknown-service "shop.price"']],
  ['<q:invoke name="a" service="shop.prices"/>', []],
  ['<q:invoke name="a"/>', ['invoke-target "q:invoke"']],
  ['<q:invoke name="a" url="http://x" service="shop.prices"/>', ['invoke-target "service"']],
  ['<q:invoke name="a" function="nope"/>', ['invoke-target "nope"']],
  ['<q:redirect url="/form" status="500"/>', ['redirect-status "500"']],
  [
    '<q:action name="a"><q:redirect url="/form"/><q:set name="x" value="1"/></q:action>',
    ['unreachable-statement "<q:set name=\\"x\\" value=\\"1\\"/>"'],
  ],
  ['<Cardd title="a"/>', ['unknown-component "Cardd"']],
  ['<Card/>', ['missing-prop "Card"']],
  ['<Card title="a" sise="1"/>', ['unknown-prop "sise"']],
  ['<Card title="a" size="1">x</Card>', []],
  ['<q:import component="Nope"/><Nope/>', ['unknown-component "Nope"']],
  ['<q:import component="Card" from="./nowhere"/><Card title="a"/>', ['import-folder "./nowhere"']],
  ['<q:import component="Card" as="card"/>', ['import-not-callable "card"']],
  [
    '<q:import component="Badge" from="parts"/>',
    ['unused-import "<q:import component=\\"Badge\\" from=\\"parts\\"/>"'],
  ],
  ['<q:import component="Badge" from="parts"/><Badge/>', []],
];

describe('what a page names in its project', () => {
  for (const [body, expected] of cases)
    it(`${expected.join(', ') || 'nothing'} in ${body}`, () => {
      const all = found(page(body), ours).filter((one) => one.startsWith('components/p.q: '));
      assert.deepEqual(
        all.map((one) => one.slice('components/p.q: '.length)),
        expected,
      );
    });

  it('has required parameters only where its path or its calls fill them', () => {
    const required = '<q:param name="id" required="true"/><p>{id}</p>';
    const only = /^unfilled-param$/;
    const at = (path: string, more: Files = {}) =>
      found({ ...base, [path]: required, ...more }, only);
    assert.deepEqual(at('components/p.q'), ['components/p.q: unfilled-param "required"']);
    assert.deepEqual(at('components/shelf/[id].q'), []);
    assert.deepEqual(at('components/Shelf.q'), []);
    assert.deepEqual(at('components/_parts/shelf.q'), []);
    const call = '<q:import component="p" as="Shelf"/><Shelf id="1"/>';
    assert.deepEqual(at('components/p.q', { 'components/q.q': call }), []);
  });

  it('runs Python only where the configuration allows it', () => {
    const files = page('<q:python>x = 1</q:python>');
    const only = /^scripting-off$/;
    assert.deepEqual(found(files, only), ['components/p.q: scripting-off "q:python"']);
    const { fix } = fixFor(files, 'scripting-off');
    assert.ok(fix.changes);
    const text = applied(configuration, { title: '', edits: fix.changes.edits(configuration) });
    assert.ok(text.includes('security:\n  python_scripting: true\n'));
    assert.deepEqual(found({ ...files, 'quantum.config.yaml': text }, only), []);
    const off = text.replace('true', 'false # for now');
    const on = applied(off, { title: '', edits: fix.changes.edits(off) });
    assert.equal(on, text.replace('true', 'true # for now'));
  });

  it('is not judged in a file by itself, nor without a configuration', () => {
    const files = page(
      '<a href="/nowhere">x</a><q:invoke name="a" service="x"/>' + query('SELECT x FROM y'),
    );
    const rest = Object.entries(files).filter(([path]) => path !== 'quantum.config.yaml');
    assert.deepEqual(found(Object.fromEntries(rest)), []);
  });
});

describe('components of a project', () => {
  it('that draw themselves, directly or through another, are found at each call', () => {
    const files = {
      'components/index.q': '<Box/>',
      'components/Box.q': '<Frame/>',
      'components/Frame.q': '<p><Box/></p>',
      'components/Self.q': '<Self/>',
      'components/Tree.q': '<q:if condition="deeper"><Tree/></q:if>',
    };
    assert.deepEqual(found(files, /circular/), [
      'components/Box.q: circular-component "Frame"',
      'components/Frame.q: circular-component "Box"',
      'components/Self.q: circular-component "Self"',
    ]);
  });

  it('that no address shows and nobody calls are told of', () => {
    const files = {
      'components/index.q': '<q:import component="Used" from="_parts"/><Used/>',
      'components/_parts/Used.q': '<p/>',
      'components/_parts/Left.q': '<p/>',
    };
    assert.deepEqual(found(files), ['components/_parts/Left.q: unused-component "q:component"']);
  });
});

describe('a database server', () => {
  const server = { ...base, 'quantum.config.yaml': configuration.replace('sqlite', 'postgresql') };
  it('has traps of the framework that SQLite has not', () => {
    const files = {
      ...server,
      'components/p.q':
        query("SELECT id::text AS t FROM people WHERE name LIKE 'a%'") +
        '<q:query datasource="db">INSERT INTO people (name) VALUES (1) RETURNING id</q:query>',
    };
    assert.deepEqual(found(files, ours), [
      'components/p.q: sql-cast "::text"',
      `components/p.q: sql-percent "'a%'"`,
      'components/p.q: sql-returning "RETURNING"',
    ]);
    assert.deepEqual(found({ ...files, 'quantum.config.yaml': configuration }), []);
  });
});

describe('a fix', () => {
  const mended: [string, string, string][] = [
    [
      '<q:query name="r" datasource="bd">SELECT 1 AS a</q:query>',
      'unknown-datasource',
      'datasource="db"',
    ],
    [
      query('SELECT a &lt; 1 AS b, nam FROM people'),
      'sql-unknown-column',
      'SELECT a &lt; 1 AS b, name FROM',
    ],
    [
      query('SELECT name FROM people WHERE id = {form.id}'),
      'sql-brace',
      '<q:param name="id" value="{form.id}" />SELECT name FROM people WHERE id = :id<',
    ],
    [
      query('SELECT name FROM people') + '<ui:table source="{r}"><ui:column key="nam"/></ui:table>',
      'unknown-column',
      '<ui:column key="name"/>',
    ],
    [
      '<q:set name="a" value="1"/><q:set name="b" type="number" value="{a} + 1"/>',
      'wrong-literal',
      'value="{a + 1}"',
    ],
    [
      '<ui:select bind="s"><option value="1"/></ui:select>',
      'lost-content',
      '<ui:option value="1"/>',
    ],
    [query('<![CDATA[SELEC 1 AS a]]>'), 'sql-keyword', '<![CDATA[SELECT 1 AS a]]>'],
    ['<a href="/frm?a=1">x</a>', 'dead-link', '<a href="/form?a=1">x</a>'],
    ['<Crad title="a">x</Crad>', 'unknown-component', '<Card title="a">x</Card>'],
    ['<Badge/>', 'unknown-component', '<q:import component="Badge" from="parts" />'],
    ['<Card titel="a"/>', 'unknown-prop', '<Card title="a"/>'],
    [form('<ui:input bind="titel"/>'), 'field-without-param', 'bind="title"'],
  ];
  for (const [body, code, expected] of mended)
    it(`for ${code} writes ${expected}`, () => {
      const { fix, text } = fixFor({ ...base, 'components/p.q': body }, code);
      assert.ok(applied(text, fix).includes(expected), applied(text, fix));
    });

  it('declares a datasource in the configuration', () => {
    const files = page('<q:query name="r" datasource="reports">SELECT 1 AS a</q:query>');
    const { fix } = fixFor(files, 'unknown-datasource');
    const edits = fix.changes?.edits(configuration) ?? [];
    const text = applied(configuration, { title: '', edits });
    assert.deepEqual(found({ ...files, 'quantum.config.yaml': text }, /datasource/), []);
    assert.match(text, /\n {2}db:\n/);
  });

  it('gives the value by a parameter, also when the query was found before an edit above it', () => {
    const body =
      '<p>a</p><q:query name="r" datasource="db">SELECT 1 AS a WHERE 2 = {form.id}</q:query>';
    const document = new SyntaxDocument(`<q:component name="p">${body}</q:component>`, 'page');
    const findings = new DocumentFindings(document, catalogueFor(null));
    assert.ok(findings.all().some(({ code }) => code === 'sql-brace'));
    const at = document.text.indexOf('a</p>');
    document.update({ start: at, end: at, text: 'much more ' });
    const fix = findings
      .all()
      .find(({ code }) => code === 'sql-brace')
      ?.fixes?.(document)[0];
    assert.ok(fix);
    assert.ok(
      applied(document.text, fix).includes(
        '<q:param name="id" value="{form.id}" />SELECT 1 AS a WHERE 2 = :id<',
      ),
    );
  });

  it('creates a component with the props it was called with', () => {
    const files = page('<Invoice total="1"/>');
    const { fix } = fixFor(files, 'unknown-component');
    assert.ok(fix.creates);
    const { path, text } = fix.creates;
    assert.deepEqual(found({ ...files, [path]: text }), []);
  });
});

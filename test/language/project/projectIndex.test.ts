import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { summarise } from '../../../src/language/project/summarise.js';
import { decodeSummary, encodeSummary } from '../../../src/language/project/summaryCodec.js';
import { SyntaxDocument } from '../../../src/language/syntax/document.js';
import { projectOf } from './projectFixture.js';

describe('a component that a tag calls', () => {
  const project = projectOf({
    'components/Card.q': '<p/>',
    'components/user_card.q': '<p/>',
    'components/plain.q': '<p/>',
    'components/parts/Card.q': '<p/>',
    'components/admin/page.q': '<q:import component="Card" from="./parts"/><Card/>',
    'components/layout.q': '<q:import component="Card" from="nowhere" as="Box"/><Box/>',
  });
  const called = (name: string, from = 'components/x.q') => project.component(name, from)?.path;

  it('is its own file, or the small or snake-case spelling, in the root of the components', () => {
    assert.equal(called('Card'), 'components/Card.q');
    assert.equal(called('UserCard'), 'components/user_card.q');
    assert.equal(called('Plain'), 'components/plain.q');
    assert.equal(called('Nope'), undefined);
  });

  it('is looked for where an import says, and in the root when it is not there', () => {
    assert.equal(called('Card', 'components/admin/page.q'), 'components/parts/Card.q');
    assert.equal(called('Box', 'components/layout.q'), 'components/Card.q');
  });

  it('knows who calls and imports it', () => {
    assert.deepEqual(
      project.usesOf('components/parts/Card.q').map(({ path, kind }) => `${kind} ${path}`),
      ['call components/admin/page.q', 'import components/admin/page.q'],
    );
    project.remove('components/admin/page.q');
    assert.deepEqual(project.usesOf('components/parts/Card.q'), []);
  });
});

describe('the page that answers an address', () => {
  const project = projectOf({
    'components/index.q': '<p/>',
    'components/orders/index.q': '<p/>',
    'components/orders/[id].q': '<p/>',
    'components/orders/new.q': '<p/>',
    'components/[shop]/[id].q': '<p/>',
    'components/files/[...path].q': '<p/>',
    'components/_parts/Card.q': '<p/>',
    'components/orders/all.test.q': '<q:test name="a"/>',
  });
  const cases: [string, string | undefined][] = [
    ['/', 'index.q'],
    ['/orders', 'orders/index.q'],
    ['/orders/', 'orders/index.q'],
    ['/orders/new', 'orders/new.q'],
    ['/orders/new.q', 'orders/new.q'],
    ['/orders/7', 'orders/[id].q'],
    ['/berlin/7', '[shop]/[id].q'],
    ['/files/a/b/c', 'files/[...path].q'],
    ['/orders/7/8', undefined],
    ['/_parts/Card', undefined],
    ['/orders/all.test', undefined],
    ['/nowhere', undefined],
  ];
  for (const [address, file] of cases)
    it(`${address} is ${file ?? 'none'}`, () => {
      const page = project.page(address)?.path;
      assert.equal(page, file === undefined ? undefined : `components/${file}`);
    });

  it('may have parts that are not known yet', () => {
    for (const address of [
      '/{kind}',
      '/orders/{id}',
      '/orders/n{rest}',
      '/files/{a}/{b}',
      '/{a}/1',
    ])
      assert.ok(project.mayAnswer(address), address);
    for (const address of ['/none/{a}/{b}/c/d', '/order{s}/1/2'])
      assert.ok(!project.mayAnswer(address));
  });
});

describe('a project with one datasource', () => {
  const files = {
    'quantum.config.yaml': 'datasources:\n  db:\n    driver: sqlite\n    database: a.db\n',
    'migrations/V001_a.sql': 'CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL);',
    'migrations/V001_a.down.sql': 'DROP TABLE people;',
    'migrations/V002_b.sql': 'ALTER TABLE people ADD COLUMN mail TEXT;',
  };

  it('has the tables that its migrations leave', () => {
    const people = projectOf(files).tables('db')?.get('people');
    assert.deepEqual(
      people?.columns.map(({ name, type }) => `${name} ${type}`),
      ['id INTEGER', 'name TEXT', 'mail TEXT'],
    );
  });

  it('has none that are certain once there are two datasources', () => {
    const both = `${files['quantum.config.yaml']}  log:\n    driver: sqlite\n    database: b.db\n`;
    assert.equal(projectOf({ ...files, 'quantum.config.yaml': both }).tables('db'), null);
  });
});

describe('the summary of a page', () => {
  const text =
    '<q:component name="a" require_auth="true" require_role="admin"><q:import component="B" from="x" as="C"/>' +
    '<q:param name="n" type="integer" required="true" default="1"/>' +
    '<q:action name="save" method="PUT"><q:param name="t"/></q:action>' +
    '<q:query name="r" datasource="db">SELECT id AS n FROM t</q:query><q:function name="f"/>' +
    '<C n="1">x</C><a id="top" href="/b?x=1">y</a><form action="/c" method="post"/><q:slot/>{session.user}</q:component>';
  const summary = summarise(new SyntaxDocument(text, 'page'), 'components/a.q');

  it('says what others want to know, with its places', () => {
    assert.equal(summary.actions[0]?.params[0]?.name, 't');
    assert.equal(summary.queries[0]?.datasource, 'db');
    for (const { name, start, end } of [
      ...[
        summary.params,
        summary.actions,
        summary.functions,
        summary.queries,
        summary.imports,
      ].flat(),
      ...[summary.calls, summary.links, summary.uses].flat(),
    ])
      assert.equal(text.slice(start, end), name);
    assert.deepEqual(
      summary.links.map(({ name, method }) => `${method} ${name}`),
      ['get /b?x=1', 'post /c'],
    );
    assert.deepEqual([summary.requiresAuth, summary.requiredRole], [true, 'admin']);
  });

  it('comes back from the cache as it was', () => {
    const kept = JSON.parse(JSON.stringify(encodeSummary(summary))) as unknown[];
    assert.deepEqual(decodeSummary(kept), summary);
  });
});

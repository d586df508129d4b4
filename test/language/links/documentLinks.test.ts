import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { documentLinks } from '../../../src/language/links/documentLinks.js';
import { EditedProject } from '../navigation/editedProject.js';

/** What leads where in a page, or in the test of one. */
function linked(body: string): string[] {
  const isTest = body.startsWith('<q:test');
  const path = isTest ? 'tests/p.test.q' : 'components/p.q';
  const project = new EditedProject(
    new Map([
      ['quantum.config.yaml', 'datasources:\n  db:\n    driver: sqlite\n    database: a.db\n'],
      ['migrations/V001_a.sql', 'CREATE TABLE people (id INTEGER);'],
      ['static/a.svg', ''],
      ['data/prices.csv', ''],
      ['prices.csv', ''],
      ['components/_layout/Frame.q', '<q:component name="Frame"/>'],
      ['components/shop/[id].q', '<q:component name="x"/>'],
      ['components/index.q', '<q:component name="x"/>'],
      [path, isTest ? body : `<q:component name="p">${body}</q:component>`],
    ]),
  );
  const context = project.context(path)!;
  return documentLinks(context).map(({ start, end, target }) => {
    const to = 'url' in target ? target.url : target.path;
    return `${context.document.text.slice(start, end)} → ${to}`;
  });
}

describe('links to click on', () => {
  const rows: readonly (readonly [string, ...string[]])[] = [
    ['<a href="/shop/{id}?x=1#y">a</a>', '/shop/{id}?x=1#y → components/shop/[id].q'],
    ['<a href="/">a</a>', '/ → components/index.q'],
    ['<a href="/nowhere">a</a>'],
    ['<a href="shop/1">a</a>'],
    ['<a href="{x}">a</a>'],
    ['<form action="/shop/7" method="post"/>', '/shop/7 → components/shop/[id].q'],
    ['<q:redirect url="/shop/7"/>', '/shop/7 → components/shop/[id].q'],
    ['<img src="/static/a.svg?v=2"/>', '/static/a.svg?v=2 → static/a.svg'],
    ['<img src="/static/b.svg"/>'],
    [
      '<a href="https://x.org/a?b=1&amp;c">a</a>',
      'https://x.org/a?b=1&amp;c → https://x.org/a?b=1&c',
    ],
    ['<a href="https://x.org/{id}">a</a>'],
    ['<q:import component="Frame" from="_layout"/>', '_layout → components/_layout/Frame.q'],
    ['<q:import component="Frame" from="nowhere"/>'],
    ['<q:data name="d" source="./prices.csv" type="csv"/>', './prices.csv → prices.csv'],
    [
      '<q:data name="d" source="https://x.org/p.csv"/>',
      'https://x.org/p.csv → https://x.org/p.csv',
    ],
    ['<q:action name="a" table="people" datasource="db"/>', 'people → migrations/V001_a.sql'],
    [
      '<q:test name="t" page="/shop/1"><test:visit path="/"/></q:test>',
      '/shop/1 → components/shop/[id].q',
      '/ → components/index.q',
    ],
  ];
  for (const [body, ...expected] of rows) {
    it(`in ${body}`, () => assert.deepEqual(linked(body), expected));
  }
});

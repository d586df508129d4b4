import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultHints, type HintSettings } from '../../../src/language/hints/hint.js';
import { hintsIn } from '../../../src/language/hints/hintsIn.js';
import { EditedProject } from '../navigation/editedProject.js';

const all: HintSettings = {
  variableTypes: true,
  queryColumns: true,
  loopVariables: true,
  routes: true,
  parameterNames: true,
};

/** The body of a page with its hints in « », between the two `|` where there are any. */
function hinted(body: string, settings = all): string {
  const text = `<q:component name="p">${body}</q:component>`;
  const page = text.replaceAll('|', '');
  const project = new EditedProject(
    new Map([
      ['quantum.config.yaml', 'datasources:\n  db:\n    driver: sqlite\n    database: a.db\n'],
      ['migrations/V001_a.sql', 'CREATE TABLE a (id INTEGER, name TEXT);'],
      [
        'migrations/V002_b.sql',
        'CREATE TABLE b (a INT, b INT, c INT, d INT, e INT, f INT, g INT);',
      ],
      ['components/shop/[id].q', '<q:component name="x"/>'],
      ['components/p.q', page],
    ]),
  );
  const start = Math.max(0, text.indexOf('|'));
  const end = text.includes('|') ? text.lastIndexOf('|') - 1 : page.length;
  let shown = page;
  const context = project.context('components/p.q')!;
  for (const { offset, label } of hintsIn(context, { start, end }, settings).toReversed()) {
    shown = `${shown.slice(0, offset)}«${label}»${shown.slice(offset)}`;
  }
  return shown.replace(/^<q:component[^>]*>|<\/q:component>$/g, '');
}

const query = '<q:query name="r" datasource="db">SELECT id, name FROM a</q:query>';
const twice =
  '<q:function name="f"><q:param name="amount"/><q:param name="order_id"/></q:function>';

describe('hints', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['<q:set name="a" value="{1 + 1}"/>', '<q:set name="a" value="{1 + 1}"/>'],
    ['<q:set name="a" value="{len(x)}"/>', '<q:set name="a«: integer»" value="{len(x)}"/>'],
    ['<q:set name="a" value="{1.5}"/>', '<q:set name="a«: decimal»" value="{1.5}"/>'],
    ['<q:set name="a" value="{x > 1}"/>', '<q:set name="a«: boolean»" value="{x > 1}"/>'],
    ['<q:set name="a" value="{[1, 2]}"/>', '<q:set name="a«: array»" value="{[1, 2]}"/>'],
    [
      '<q:set name="a" value="{1 if x else \'b\'}"/>',
      '<q:set name="a" value="{1 if x else \'b\'}"/>',
    ],
    ['<q:set name="a" type="string" value="{1}"/>', '<q:set name="a" type="string" value="{1}"/>'],
    ['<q:set name="a" value="no. {1}"/>', '<q:set name="a" value="no. {1}"/>'],
    [
      '<q:param name="n" type="integer"/><q:set name="a" value="{n}"/>',
      '<q:param name="n" type="integer"/><q:set name="a«: integer»" value="{n}"/>',
    ],
    [
      `${query}<q:set name="all" value="{r}"/>`,
      `${query}<q:set name="all«: rows of r»" value="{r}"/>`,
    ],
    [
      '<q:query name="r" datasource="db">SELECT * FROM a</q:query>',
      '<q:query name="r«: id, name»" datasource="db">SELECT * FROM a</q:query>',
    ],
    [
      '<q:query name="r" datasource="db">SELECT * FROM b</q:query>',
      '<q:query name="r«: a, b, c, d, e, f, …»" datasource="db">SELECT * FROM b</q:query>',
    ],
    [
      `${query}<q:loop query="r" var="row"><p/></q:loop>`,
      `${query}<q:loop query="r" var="row«: id, name»"><p/></q:loop>`,
    ],
    [
      `${query}<q:loop query="r"><p/></q:loop>`,
      `${query}<q:loop query="r«: id, name»"><p/></q:loop>`,
    ],
    [
      '<a href="/shop/{x}?y=1">z</a><a href="/nowhere">z</a><a href="/p">z</a>',
      '<a href="/shop/{x}?y=1«→ shop/[id].q»">z</a><a href="/nowhere">z</a><a href="/p">z</a>',
    ],
    [`${twice}<p>{f(1, 2)}</p>`, `${twice}<p>{f(«amount:»1, «order_id:»2)}</p>`],
    [`${twice}<p>{f(amount, order.id)}</p>`, `${twice}<p>{f(amount, order.id)}</p>`],
    [`${twice}<p>{f(amount=1, order_id=2)}</p>`, `${twice}<p>{f(amount=1, order_id=2)}</p>`],
    ['<p>{upper(x)} {join(x, y)}</p>', '<p>{upper(x)} {join(x, y)}</p>'],
    ["<p>{replace(x, 'a', y)}</p>", "<p>{replace(«text:»x, «old:»'a', «new:»y)}</p>"],
    ['<p>{max(1, 2, 3)}</p>', '<p>{max(1, 2, 3)}</p>'],
    [
      `${twice}<p>{f(1)}</p>|<p>{f(2)}</p>|<p>{f(3)}</p>`,
      `${twice}<p>{f(1)}</p><p>{f(«amount:»2)}</p><p>{f(3)}</p>`,
    ],
    [
      '<a href="/shop/1"/>|<a href="/shop/2"/>|<a href="/shop/3"/>',
      '<a href="/shop/1"/><a href="/shop/2«→ shop/[id].q»"/><a href="/shop/3"/>',
    ],
  ];
  for (const [body, expected] of rows) {
    it(`of ${body}`, () => assert.equal(hinted(body), expected));
  }

  it('say by themselves what cannot be seen beside them, and no more', () => {
    const body = `${query}<q:set name="a" value="{[1]}"/><q:loop query="r" var="row"><a href="/shop/1"/></q:loop>`;
    assert.equal(hinted(body, defaultHints), body);
  });

  for (const name of Object.keys(all)) {
    it(`of one kind each by its setting: ${name}`, () => {
      const one = { ...all, [name]: false };
      const kinds: Record<string, string> = {
        variableTypes: '<q:set name="a" value="{[1]}"/>',
        queryColumns: '<q:query name="r" datasource="db">SELECT * FROM a</q:query>',
        loopVariables: `${query}<q:loop query="r" var="row"/>`,
        routes: '<a href="/shop/1"/>',
        parameterNames: "<p>{replace('a', 'b', 'c')}</p>",
      };
      assert.equal(hinted(kinds[name]!, one), kinds[name]);
      assert.notEqual(hinted(kinds[name]!), kinds[name]);
    });
  }
});

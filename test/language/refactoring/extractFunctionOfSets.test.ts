import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertSamePages, offerFor, pairOf, refactoredPage, type Case } from './refactored.js';

const kind = 'refactor.extract.function.sets';

const cases: readonly Case[] = [
  { page: '«<q:set name="a" value="1"/>\n<q:set name="b" value="{a + 1}"/>»\n<p>{b} {b + 1}</p>' },
  {
    page: '<q:set name="n" type="number" value="3"/>\n«<q:set name="a" type="integer" value="{n * 2}"/>\n<!-- c -->\n<q:set name="a" operation="increment"/>»\n<p>{a}</p><ul><q:loop type="range" var="i" from="1" to="{a}"><li>{i}</li></q:loop></ul>',
  },
  {
    page: '«<q:set name="xs" type="array" value="[3,1]"/><q:set name="xs" operation="sort"/><q:set name="xs" operation="append" value="7"/>»\n<p>{xs} {len(xs)}</p>',
  },
  {
    page: '«<q:set name="term" value="{query.q}" default=""/>\n<q:set name="term" operation="trim"/>»\n<p>[{term}]</p>',
    visits: [{ path: '/page' }, { path: '/page?q=%20a%20' }],
  },
  {
    page: '«<q:set name="a" value="{session.user}"/>\n<q:set name="b" value="{upper(a)}" type="string"/>»\n<p>{b}</p>',
    visits: [{ path: '/page', session: { user: 'Ana', a: 'x', b: 'y' } }],
  },
  {
    page: '«<q:set name="a" value="1"/>\n<q:set name="b"/>»\n<p>[{b}]</p><q:if condition="b == null"><i/></q:if>',
  },
];

const refusals: readonly (readonly [string, RegExp])[] = [
  ['«<q:set name="a" value="1"/><q:set name="b" value="2"/>»<p>{a}</p>', /a is read after/],
  [
    '«<q:set name="a" value="{[1]}"/><q:set name="b" value="2"/>»<ul><q:loop items="a" var="x"><li/></q:loop></ul>',
    /a is read after/,
  ],
  [
    '«<q:set name="a" value="1"/><q:set name="b" value="2"/>»<q:set name="b" value="3"/>',
    /b is given elsewhere/,
  ],
  ['«<q:set name="a" value="{c}"/><q:set name="b" value="2"/>»', /c may have no value/],
  ['«<q:set name="a" value="1"/><q:set name="session.b" value="2"/>»', /session\.b is no variable/],
  [
    '«<q:set name="a" value="1"/><q:set name="b" value="2"/>»<q:python>q[x] = 1</q:python>',
    /Code of the page/,
  ],
];

describe('extracting a function of several q:set', () => {
  it('writes them into its body, and sets the last to what it gives', async () => {
    assert.equal(
      await refactoredPage(kind, {
        page: '  <q:set name="n" type="number" value="2" />\n  «<q:set name="a" value="{n * 2}" />\n  <q:set name="b" value="{a + n}" />»\n  <p>{b}</p>',
      }),
      '  <q:function name="calculated">\n    <q:param name="n" type="number" />\n    <q:set name="a" value="{n * 2}" />\n    <q:set name="b" value="{a + n}" />\n    <q:return value="{b}" />\n  </q:function>\n\n  <q:set name="n" type="number" value="2" />\n  <q:set name="b" value="{calculated(n)}" />\n  <p>{b}</p>',
    );
  });

  for (const [page, why] of refusals) {
    it(`is refused for ${page}`, async () => {
      assert.match((await offerFor(kind, { page }))?.refusal ?? '', why);
    });
  }

  it('is offered for nothing but q:set of the page itself', async () => {
    for (const page of [
      '«<q:set name="a" value="1"/>»',
      '«<q:set name="a" value="1"/><p/>»',
      '<q:if condition="x">«<q:set name="a" value="1"/><q:set name="b" value="1"/>»</q:if>',
    ]) {
      assert.equal(await offerFor(kind, { page }), null, page);
    }
  });

  it('leaves every page what it is', async () => {
    await assertSamePages(await Promise.all(cases.map((one) => pairOf(kind, one))));
  });
});

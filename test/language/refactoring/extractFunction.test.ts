import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertSamePages, offerFor, pairOf, refactoredPage, type Case } from './refactored.js';

const kind = 'refactor.extract.function';
const sets =
  '<q:set name="a" value="1"/><q:set name="n" type="number" value="2"/><q:set name="xs" type="array" value="[1,2]"/><q:set name="nothing"/>';
const card = {
  'components/Card.q': '<q:component name="Card"><q:param name="n"/><b>{n}</b></q:component>',
};

const cases: readonly Case[] = [
  { page: `${sets}\n<p>{«a + n»}</p>` },
  { page: `${sets}\n<p title="x {«upper('a\\'b') + 'c &lt; &amp; &quot;d'»} y">{len(xs)}</p>` },
  { page: `${sets}\n<p>{n * («len(xs) + xs[1]»)} {nothing}</p>` },
  { page: `${sets}\n<ul><q:loop items="{xs}" var="x"><li>{«x * n»}</li></q:loop></ul>` },
  {
    page: `${sets}\n<div><q:if condition="«n > 1 and a == 1»"><p/><q:else><i/></q:else></q:if></div>`,
  },
  { page: `${sets}\n<q:set name="m" value="{«n ** 2»}"/>\n<p>{m + 1}</p>` },
  { page: `${sets}\n<div><Card n="{«nothing == null»}"/></div>`, files: card },
  { page: `${sets}\n<p>{len(«xs + xs») if n &lt; 3 else 0}</p>` },
  { page: `<q:param name="k" type="integer" default="4"/>\n${sets}\n<div>{ k // 3 «+ n }</div>` },
];

const refusals: readonly (readonly [string, RegExp])[] = [
  ['<p>{«session.a + 1»}</p>', /session may have no value/],
  ['<p>{«b + 1»}</p>', /b may have no value/],
  ['<q:if condition="x"><q:set name="b" value="1"/></q:if><p>{«b + 1»}</p>', /b may have no value/],
  ['<q:query name="t" datasource="db">SELECT 1 AS x</q:query><p>{«t.x + 1»}</p>', /field of t/],
  [
    '<q:set name="o" value="{[1]}"/><div><q:if condition="«o[0] > 1»"><p/></q:if></div>',
    /missing counts as false/,
  ],
];

describe('extracting a function', () => {
  it('writes a function of what is marked, and calls it with what it reads', async () => {
    assert.equal(
      await refactoredPage(kind, {
        page: '  <q:param name="k" type="integer" default="4" />\n\n  <q:set name="n" type="number" value="2" />\n  <p>{1 + «k * n»}</p>',
      }),
      '  <q:param name="k" type="integer" default="4" />\n\n  <q:function name="calculated">\n    <q:param name="k" type="integer" required="true" />\n    <q:param name="n" type="number" />\n    <q:return value="{k * n}" />\n  </q:function>\n\n  <q:set name="n" type="number" value="2" />\n  <p>{1 + calculated(k, n)}</p>',
    );
  });

  it('takes the whole expression where nothing is marked, and says where the made-up name stands', async () => {
    const one: Case = { page: '<p>{ calculated + «1 }</p>' };
    const named = { page: `<q:set name="calculated" value="1"/>${one.page}` };
    assert.match(await refactoredPage(kind, named), /<p>\{ calculated2\(calculated\) \}<\/p>/);
    const { nameAt } = await (await offerFor(kind, named))!.changes!();
    const text = `<q:component name="Page">\n${await refactoredPage(kind, named)}`;
    assert.match(text.slice(nameAt), /^calculated2\(/);
  });

  for (const [page, why] of refusals) {
    it(`is refused for ${page}`, async () => {
      assert.match((await offerFor(kind, { page }))?.refusal ?? '', why);
    });
  }

  it('is not offered for names, values, pieces, and what runs without the page', async () => {
    for (const page of [
      '<p>{«a»}</p>',
      '<p>{«1»}</p>',
      '<p>{«a.b[0]»}</p>',
      '<p>{1 «+ 2»}</p>',
      '<p>«{1 + 2}»</p>',
      '<p style="width: {«1 + 2»}px"/>',
      '<q:action name="s"><q:set name="x" value="{«1 + 2»}"/></q:action>',
      '<p>«text»</p>',
    ]) {
      assert.equal(await offerFor(kind, { page }), null, page);
    }
  });

  it('leaves every page what it is', async () => {
    await assertSamePages(await Promise.all(cases.map((one) => pairOf(kind, one))));
  });
});

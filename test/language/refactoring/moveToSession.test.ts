import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertSamePages, offerFor, pairOf, refactoredPage, type Case } from './refactored.js';

const kind = 'refactor.rewrite.session';
const card = {
  'components/Card.q': '<q:component name="Card"><q:param name="n"/><b>{n}</b></q:component>',
};

const cases: readonly Case[] = [
  { page: '<«q:set name="a" value="1"/>\n<p title="{a}">{a} {a + 1} {upper(a)}</p>' },
  {
    page: '<«q:set name="a" type="array" value="[1, [2, 3]]"/>\n<q:set name="b" value="{a[1]}"/>\n<p style="width: {a[0]}px">{a[1][0]} {a.length} {len(a)} {b}</p>',
  },
  {
    page: '<«q:set name="n" type="number" value="2"/>\n<q:if condition="n > 1"><q:set name="n" type="number" value="{n + 1}"/></q:if>\n<q:set name="n" operation="increment"/>\n<div><q:loop type="range" var="i" from="1" to="{n}"><i>{i}</i></q:loop><q:if condition="not n"><p/><q:else><u>{n}</u></q:else></q:if></div>',
  },
  {
    page: '<«q:set name="a" value="x"/>\n<q:function name="f"><q:return value="{a}!"/></q:function>\n<p>{f()}</p><div><Card n="{a}"/></div>',
    files: card,
  },
  {
    page: '<q:set name="a" type="array" value="[3, 1]"/>\n<«q:set name="a" operation="sort"/>\n<ul><q:loop items="{a}" var="x"><li>{x}</li></q:loop></ul>',
  },
  { page: '<«q:set name="a"/>\n<p>{a}</p><q:if condition="a == null"><b/></q:if>' },
];

const refusals: readonly (readonly [string, RegExp])[] = [
  ['<q:if condition="x"><«q:set name="a" value="1"/></q:if>', /beginning of every request/],
  ['<«q:set name="a" operation="increment"/>', /beginning of every request/],
  ['<q:param name="a"/><«q:set name="a" value="1"/>', /not given by q:set alone/],
  [
    '<«q:set name="a" value="{[1]}"/><ul><q:loop items="a" var="x"><li/></q:loop></ul>',
    /without braces/,
  ],
  ['<«q:set name="a" value="1"/><p>{session.a}</p>', /session\.a already/],
  [
    '<«q:set name="a" value="1"/><q:function name="f"><q:set name="a" value="2"/></q:function>',
    /not told/,
  ],
  ['<«q:set name="a" value="1"/><q:python>q[x] = 1</q:python>', /not told/],
  ['<«q:set name="a" value="1"/><q:set name="a.b" value="1"/>', /by themselves/],
  ['<q:action name="s"><«q:set name="a" value="1"/></q:action>', /of the page alone/],
];

describe('moving a variable to the session', () => {
  it('writes its new name wherever it is set or read, and nowhere else', async () => {
    assert.equal(
      await refactoredPage(kind, {
        page: '<«q:set name="a" value="1"/><q:action name="s"><q:param name="a"/><q:set name="b" value="{a}"/></q:action><p class="a">{a} {o.a} {"a"}</p>',
      }),
      '<q:set name="session.a" value="1"/><q:action name="s"><q:param name="a"/><q:set name="b" value="{a}"/></q:action><p class="a">{session.a} {o.a} {"a"}</p>',
    );
  });

  for (const [page, why] of refusals) {
    it(`is refused for ${page}`, async () => {
      assert.match((await offerFor(kind, { page }))?.refusal ?? '', why);
    });
  }

  it('is refused when every name is looked at and a tag reads it by its name alone', async () => {
    const page = '<«q:set name="a" value="{[1]}"/><ui:list source="a"/>';
    const offer = await offerFor(kind, { page });
    assert.throws(() => offer!.changes!(), /without braces/);
  });

  it('is refused where another page has such a name in the session', async () => {
    const files = { 'components/b.q': '<q:component name="b"><p>{session.a}</p></q:component>' };
    const offer = await offerFor(kind, { page: '<«q:set name="a" value="1"/>', files });
    assert.match(offer?.refusal ?? '', /already/);
  });

  it('is not offered for what is in a scope, nor elsewhere', async () => {
    for (const page of [
      '<«q:set name="session.a" value="1"/>',
      '<«q:set name="a" scope="request"/>',
      '<«p/>',
    ]) {
      assert.equal(await offerFor(kind, { page }), null, page);
    }
  });

  it('leaves every page what it is, at the first visit and after it', async () => {
    const twice = cases.map((one) => ({ ...one, visits: [{ path: '/page' }, { path: '/page' }] }));
    await assertSamePages(await Promise.all(twice.map((one) => pairOf(kind, one))));
  });
});

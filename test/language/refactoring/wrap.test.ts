import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertSamePages, offerFor, pairOf, refactoredPage, type Case } from './refactored.js';

const inIf = 'refactor.rewrite.wrap.if';
const inLoop = 'refactor.rewrite.wrap.loop';
const unwrap = 'refactor.rewrite.unwrap';
const files = {
  'components/Card.q':
    '<q:component name="Card"><q:param name="n"/><section>{n}<q:slot/></section></q:component>',
};

const wrapped: readonly Case[] = [
  { page: '«<p>a</p>»' },
  { page: '<div>\n  «<p>a\n  b</p>\n  <!-- c -->\n  <p>b</p>»\n</div>' },
  { page: '<p>«{1 + 1} b »</p>' },
  { page: '<p>a «<b>b</b>» c</p>' },
  { page: '<p>«<b>b</b>» c</p>' },
  { page: '<p>a <!-- x -->\n  «<b>b</b>»\n</p>' },
  { page: '<div>«<Card n="1">x</Card>»</div>', files },
  { page: '<Card n="1">«x»</Card>', files },
  {
    page: '<q:set name="n" value="{3}"/>\n<ul>\n  «<q:loop type="range" var="i" from="1" to="{n}"><li>{i} of {n}</li></q:loop>»\n</ul>',
  },
  { page: '«<q:if condition="true"><p>a</p><q:else><p>b</p></q:else></q:if>»' },
  { page: '<pre>\n  «<b>a\n   b</b>»\n  <i> x </i></pre>' },
];

const unwrapped: readonly Case[] = [
  { page: '<«q:if condition="true">\n  <p>a\n  b</p>\n  <p>c</p>\n</q:if>' },
  { page: '<p>a <«q:if condition="true">b</q:if> c</p>' },
  { page: '<p> <«q:if condition="true">b</q:if> </p>' },
  { page: '<p>a <«q:if condition="true">\n <b>b</b>\n</q:if> c</p>' },
  { page: '<p>\n  <«q:if condition="true">\n    text\n  </q:if>\n</p>' },
  { page: '<p>x <!-- c --> <«q:if condition="true"><b/>y</q:if> <!-- d --> </p>' },
  { page: '<p>x<«q:if condition="true"> <![CDATA[ y]]> </q:if> z</p>' },
  {
    page: '<div><«q:loop type="range" var="i" from="1" to="1">\n  <p>it is not read</p>\n</q:loop></div>'.replace(
      'i is',
      'it is',
    ),
  },
  {
    page: '<div>\n  <q:if condition="true">\n    <!-- why -->\n    <Card n="1"/>\n  </«q:if>\n</div>',
    files,
  },
];

describe('wrapping', () => {
  it('puts elements into a branch of their own, a level deeper where that is not drawn', async () => {
    assert.equal(
      await refactoredPage(inIf, { page: '  «<p>a\n  b</p>\n\n  <p>c</p>»\n  <p>d</p>' }),
      '  <q:if condition="true">\n    <p>a\n  b</p>\n\n    <p>c</p>\n  </q:if>\n  <p>d</p>',
    );
  });

  it('adds no white space to a text', async () => {
    assert.equal(
      await refactoredPage(inIf, { page: '<p>a «<b>b</b>» c</p>' }),
      '<p>a <q:if condition="true"><b>b</b></q:if> c</p>',
    );
  });

  it('names the variable of a loop as nothing else is named', async () => {
    assert.equal(
      await refactoredPage(inLoop, { page: '<p>{n}</p>«<b/>»' }),
      '<p>{n}</p><q:loop type="range" var="n2" from="1" to="1"><b/></q:loop>',
    );
  });

  it('is refused for slots, and for calls that the framework would run', async () => {
    for (const kind of [inIf, inLoop]) {
      assert.match((await offerFor(kind, { page: '<p>«<q:slot/>»</p>' }))?.refusal ?? '', /slot/);
      assert.match((await offerFor(kind, { page: '«<Card/>»', files }))?.refusal ?? '', /called/);
    }
  });

  it('is not offered for statements, pieces of elements and broken pages', async () => {
    for (const page of [
      '«<q:set name="a" value="1"/>»',
      '<p>«a</p><p>b»</p>',
      '<p>a«bc»</p>',
      '«text»',
      '<q:if condition="true"><p/>«<q:else><b/></q:else>»</q:if>',
      '«<q:if condition="true"><p/></q:if>»<q:else><b/></q:else>',
      '<p>«<b></p>»',
      '<script>«a»</script>',
      '<q:action name="a">«<p/>»</q:action>',
    ]) {
      assert.equal(await offerFor(inIf, { page }), null, page);
    }
  });

  it('leaves every page what it is', async () => {
    const pairs = [inIf, inLoop].flatMap((kind) => wrapped.map((one) => pairOf(kind, one)));
    await assertSamePages(await Promise.all(pairs));
  });
});

describe('unwrapping', () => {
  it('puts what an element holds into its place, a level less deep', async () => {
    assert.equal(
      await refactoredPage(unwrap, {
        page: '  <«q:if condition="x">\n    <p>a</p>\n    <p>b</p>\n  </q:if>',
      }),
      '  <p>a</p>\n  <p>b</p>',
    );
  });

  it('is refused where something would be lost', async () => {
    const rows: readonly (readonly [string, RegExp])[] = [
      ['<«q:if condition="a"><p/><q:else><b/></q:else></q:if>', /branches/],
      ['<«q:if condition="a">text</q:if>', /text/],
      ['<p><«q:if condition="a"><q:slot/></q:if></p>', /slot/],
      ['<p><«q:loop items="{a}" var="row" index="i"><b>{row.x}</b></q:loop></p>', /reads row/],
      ['<p><«q:loop query="rows"><b>{rows.x}</b></q:loop></p>', /reads rows/],
    ];
    for (const [page, why] of rows) {
      assert.match((await offerFor(unwrap, { page }))?.refusal ?? '', why, page);
    }
  });

  it('is the inverse of wrapping', async () => {
    for (const one of wrapped) {
      const there = await refactoredPage(inIf, one);
      const back = await refactoredPage(unwrap, {
        ...one,
        page: there.replace('<q:if condition="true"', '<«q:if condition="true"'),
      });
      // Of a page that has such an element already the first one is not the new one.
      if (!one.page.includes('condition')) assert.equal(back, one.page.replace(/[«»]/g, ''));
    }
  });

  it('leaves every page what it is where the condition holds', async () => {
    await assertSamePages(await Promise.all(unwrapped.map((one) => pairOf(unwrap, one))));
  });
});

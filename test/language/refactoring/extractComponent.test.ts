import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { count, seed } from '../../support/slice.js';
import { assertSamePages, offerFor, pairOf, refactored, type Case } from './refactored.js';
import { shopPairs } from './shop.js';

const kind = 'refactor.extract.component';
const config = { 'quantum.config.yaml': 'server: {port: 8080}\n' };
const files = {
  ...config,
  'components/_parts/Badge.q':
    '<q:component name="Badge"><q:param name="text"/><b>{text}</b></q:component>',
  'components/Card.q': '<q:component name="Card"><section><q:slot/></section></q:component>',
};
const sets =
  '<q:set name="a" value="1"/><q:set name="n" type="number" value="2"/><q:set name="xs" type="array" value="[1,2]"/><q:set name="o" value="{[[1, 2]]}"/><q:set name="nothing"/>';

const cases: readonly Case[] = [
  { page: '«<p class="hello-world">a</p>»', files },
  {
    page: `${sets}\n<div>\n  «<p title="{a}">{a} and {n + 1}\n  {len(xs)} {xs.length} {o[0][1]} {nothing}.</p>\n  <!-- c -->\n  <b>{session.user}{typo}</b>»\n</div>`,
    files,
    visits: [{ path: '/page', session: { user: 'Ana' } }],
  },
  {
    page: `${sets}\n<ul><q:loop items="{xs}" var="x" index="i">«<li style="width: {i}%">{x} {a} {x == n}</li>»</q:loop></ul>`,
    files,
  },
  { page: `${sets}\n<ul>«<q:loop items="{xs}" var="x"><li>{x} {a}</li></q:loop>»</ul>`, files },
  {
    page: `${sets}\n<ul>«<q:loop items="xs" var="x"><li>{x}</li></q:loop><q:loop type="range" var="i" from="1" to="n"><li>{i}</li></q:loop>»</ul>`,
    files,
  },
  { page: `${sets}\n«<q:if condition="n == 2"><p>{a}</p><q:else><p>b</p></q:else></q:if>»`, files },
  {
    page: '<q:import component="Badge" from="_parts"/>\n<Card>«<p><Badge text="x"/></p>»</Card>',
    files,
  },
  {
    page: '<q:import component="Badge" from="_parts" as="Tag"/>\n«<Tag text="x"/>\n<i><Card>y</Card></i>»',
    files,
  },
  {
    page: '<q:param name="id"/>\n«<p>{id} {path_params.id} {flash}</p>»',
    path: 'components/[id].q',
    files,
    visits: [{ path: '/7' }],
  },
  {
    page: '<q:param name="size" type="integer" default="3"/><q:param name="on" type="boolean" default="true"/>\n<p>«<b>{size * 2}</b><q:if condition="on"><i/></q:if>»</p>',
    files,
  },
  { page: '<pre>«<b>a\n    b {1 + 1}</b>»</pre>', files },
  {
    page: '<div>«<style>.a { color: red }</style><script>if (1 &lt; 2) {}</script><textarea>  x</textarea>»</div>',
    files,
  },
];

const refusals: readonly (readonly [string, RegExp])[] = [
  ['«<ui:text>x</ui:text>»', /Widgets/],
  ['<p>«<q:slot/>»</p>', /slot/],
  ['«<p/>\n<q:set name="a" value="1"/>»', /<q:set> runs/],
  ['<q:if condition="true">«<p/>»</q:if>', /top level/],
  ['<div>«<q:if condition="true"><Card/></q:if>»</div>', /top level/],
  ['<q:function name="f"><q:return value="1"/></q:function>«<p>{f()}</p>»', /f\(\)/],
  ['<q:if condition="x"><q:set name="a" value="1"/></q:if>«<p>{a}</p>»', /a may have no value/],
  ['<q:param name="a"/>«<p>{a}</p>»', /a may have no value/],
  ['«<p>{query.q}</p>»', /query may have no value/],
  ['<q:query name="t" datasource="db">SELECT 1 AS x</q:query>«<p>{t.x}</p>»', /field of t/],
  [
    '<q:set name="x" value="1"/><div>«<q:loop type="range" var="x" from="1" to="2"><b/></q:loop><p>{x}</p>»</div>',
    /x/,
  ],
  ['<q:python>q[name] = 1</q:python>«<p>{a}</p>»', /a .*not told/],
  ['«<q:loop type="range" var="i" from="1" to="2"><b/></q:loop>»<p>{i}</p>', /reads i/],
  ['<div xmlns:x="urn:x">«<svg x:y="1"/>»</div>', /namespace/],
];

describe('extracting a component', () => {
  it('writes what is marked into a file of its own, with what it reads as parameters', async () => {
    const made = await refactored(kind, {
      page: '  <q:import component="Badge" from="_parts" />\n\n  <q:set name="n" type="number" value="2" />\n\n  <div>\n    «<section class="big hero">\n      <Badge text="{n}" />\n    </section>»\n  </div>',
      files,
    });
    assert.equal(
      made['components/page.q'],
      '<q:component name="Page">\n  <q:import component="Badge" from="_parts" />\n  <q:import component="Big" from="_parts" />\n\n  <q:set name="n" type="number" value="2" />\n\n  <div>\n    <Big n="{n}" />\n  </div>\n</q:component>\n',
    );
    assert.equal(
      made['components/_parts/Big.q'],
      '<q:component name="Big">\n  <q:import component="Badge" from="_parts" />\n\n  <q:param name="n" type="number" />\n\n  <section class="big hero">\n    <Badge text="{n}" />\n  </section>\n</q:component>\n',
    );
  });

  it('says where the made-up name stands, and makes up one that is free', async () => {
    const page = '«<p class="badge"/>»<p class="Badge2"/>';
    const offer = await offerFor(kind, { page, files });
    const { nameAt, edits } = await offer!.changes!();
    const text = (await refactored(kind, { page, files }))['components/page.q']!;
    assert.match(text.slice(nameAt), /^Badge3 \/>/);
    assert.equal(edits.length, 2);
  });

  for (const [page, why] of refusals) {
    it(`is refused for ${page}`, async () => {
      assert.match((await offerFor(kind, { page, files }))?.refusal ?? '', why);
    });
  }

  it('is not offered for text, statements alone, pieces and pages of no project', async () => {
    for (const page of [
      '«text»',
      '<p>«a»</p>',
      '<q:query name="a">«<q:param name="x"/>»</q:query>',
    ]) {
      assert.equal(await offerFor(kind, { page, files }), null, page);
    }
  });

  it('leaves every page what it is', async () => {
    await assertSamePages(await Promise.all(cases.map((one) => pairOf(kind, one))));
  });

  it(`leaves the sample shop what it is (seed ${seed})`, { timeout: 600_000 }, async () => {
    const { pairs, refused } = await shopPairs(kind, count(8, 200), seed, 'elements');
    assert.ok(pairs.length >= 8, [...refused].join('\n'));
    await assertSamePages(pairs);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { count, seed } from '../../support/slice.js';
import {
  assertSamePages,
  offerFor,
  pairOf,
  refactored,
  refactoredPage,
  type Case,
} from './refactored.js';
import { shopPairs } from './shop.js';

const kind = 'refactor.inline.component';
const everywhere = 'refactor.inline.component.all';
const inProject = 'refactor.inline.component.project';
const component = (body: string, params = ''): string =>
  `<q:component name="Box">\n  <!-- what it is -->\n${params}\n  ${body}\n</q:component>`;
const title = '  <q:param name="title"/>';
const rows =
  '<q:set name="xs" type="array" value="[1,2]"/><q:set name="rows" value="{[[1, 2], [3, 4]]}"/>';

/** A component, and a page that calls it. */
const cases: readonly (readonly [string, string])[] = [
  [component('<p>\n    a <b>b</b>\n  </p>\n\n  <i/>'), '<div>\n    <«Box/>\n</div>'],
  [
    component('<p title="{title}">{title} {upper(title)}</p>', title),
    '<div><«Box title="5 &lt; &quot;6&quot;"/></div>',
  ],
  [
    component("<p title='{title}'>{len(title)}: {title[0]}</p>", title),
    `<div><«Box title="it's &quot;5&quot; \\"/></div>`,
  ],
  [
    component('<p title="{title}">{title}</p>', title),
    '<div><«Box title=" "/>x<Box title=""/></div>',
  ],
  [
    component('<p>{title[1] * 2} {-title[0]} {title[0]}</p>', title),
    `${rows}\n<div><«Box title="{xs + xs}"/></div>`.replace('{xs + xs}', '{rows[0]}'),
  ],
  [component('<p>{title * 2}</p>', title), `${rows}\n<div><«Box title="{xs[0] + 1}"/></div>`],
  [
    component('<p>{title[0]}{title.length}</p>', title),
    `${rows}\n<ul><q:loop items="{rows}" var="r"><li><«Box title="{r}"/></li></q:loop></ul>`,
  ],
  [
    component('<q:loop items="{title}" var="t"><p>{t}</p></q:loop>', title),
    `${rows}\n<div>a<«Box title="{xs}"/>b</div>`,
  ],
  [
    component('<q:loop items="title" var="t"><p>{t}</p></q:loop>', title),
    `${rows}\n<div><«Box title="{xs}"/></div>`,
  ],
  [
    component(
      '<q:if condition="title == 1 and n > 2"><p>{n}</p><q:else><i>{title}</i></q:else></q:if>',
      `${title}<q:param name="n" type="integer" default="3"/>`,
    ),
    `${rows}\n<div><«Box title="{1 if xs else 2}"/></div>`,
  ],
  [
    component('<q:if condition="title"><p>{title}</p></q:if>', title),
    '<div><«Box title="x y"/></div>',
  ],
  [
    component(
      '<section> a <q:slot/> b <q:slot name="other"><i>{title}</i></q:slot></section>',
      title,
    ),
    '<div><«Box title="x">text</Box></div>',
  ],
  [
    component('<section>\n  <q:slot>\n    <b>none of {title}</b>\n  </q:slot>\n</section>', title),
    '<div><«Box title="x"/><Box title="y"><!-- c --></Box></div>',
  ],
  [component('<section> <q:slot/> </section><q:slot/>'), '<div> <«Box>text</Box> </div>'],
  [component('<section><q:slot/></section>'), '<div><«Box>\n  <p>a</p>\n  b <Box/>\n</Box></div>'],
  [
    component('<Card n="{title}">{title}</Card>', `${title}<q:import component="Tile" as="Card"/>`),
    '<div><«Box title="x"/></div>',
  ],
  [
    component('<pre style="width: {title}px">{title}</pre><style>.a { color: red }</style>', title),
    '<div><«Box title="5"/></div>',
  ],
  [component('<p>{session.user} {title}</p>', title), '<«Box title="x"/>'],
  [
    component('<p>{on} {not on}</p>', '<q:param name="on" type="boolean"/>'),
    '<div><«Box on="true"/><Box on="{1 == 2}"/></div>',
  ],
];

const tile = '<q:component name="Tile"><q:param name="n"/><u>{n}<q:slot/></u></q:component>';
const caseOf = ([text, page]: readonly [string, string]): Case => ({
  page,
  files: { 'components/Box.q': text, 'components/Tile.q': tile },
  visits: [{ path: '/page', session: { user: 'Ana' } }],
});

const refusals: readonly (readonly [string, string, RegExp])[] = [
  [component('<q:set name="a" value="1"/><p>{a}</p>'), '<«Box/>', /<q:set> of it runs/],
  [component('<ui:text>x</ui:text>'), '<«Box/>', /widgets/],
  [component('<p>{other}</p>'), '<«Box/>', /other of it/],
  [component('<p>{f()}</p>'), '<«Box/>', /f\(\)/],
  [component('<p>{title}</p>', title), '<«Box/>', /not handed over/],
  [component('<p>{title}</p>', title), '<«Box title="a {1}"/>', /put together/],
  [
    component('<p>{n}</p>', '<q:param name="n" type="integer"/>'),
    '<«Box n="007"/>',
    /of the text “007”/,
  ],
  [
    component('<p>{n}</p>', '<q:param name="n" type="integer"/>'),
    '<div><«Box n="{x}"/></div>',
    /may be of another/,
  ],
  [
    component('<p>{n}</p>', '<q:param name="n" default="a"/>'),
    '<div><«Box n="{x}"/></div>',
    /default for null/,
  ],
  [
    component('<ul><q:loop items="{title}" var="t"><li>{title[0]}</li></q:loop></ul>', title),
    '<ul><q:loop items="{xs}" var="t"><«Box title="{t}"/></q:loop></ul>',
    /t is the name of a q:loop/,
  ],
  [
    component('<q:loop items="{title}" var="t"><p/></q:loop>', title),
    '<«Box title="{xs}"/>',
    /leave its names/,
  ],
  [component('<q:slot/>'), '<«Box>text</Box>', /text/],
  [component('<q:if condition="true"><q:slot/></q:if>'), '<div><«Box/></div>', /not filled/],
  [component('<p> a <q:slot/> </p>'), '<div><«Box/></div>', /nothing is put there/],
  [
    component('<div><Card/></div>', '<q:import component="Tile" as="Card"/>'),
    '<q:import component="Nope" as="Card"/><«Box/>',
    /Card is another/,
  ],
  [component('text'), '<«Box/>', /draws nothing/],
];

describe('inlining a component', () => {
  it('writes what it draws in the place of the call', async () => {
    const text = component(
      '<section title="{title}">\n    <h2>{title}</h2>\n    <q:slot />\n    <Card n="{n + 1}" />\n  </section>',
      `${title}\n  <q:param name="n"/>\n  <q:import component="Tile" as="Card" />`,
    );
    const page =
      '  <q:set name="a" value="{2}" />\n  <div>\n    <«Box title="A &amp; B" n="{a * 2}">\n      <b>x</b>\n    </Box>\n  </div>';
    assert.equal(
      await refactoredPage(kind, caseOf([text, page])),
      '\n  <q:import component="Tile" as="Card" />'.slice(1) +
        '\n  <q:set name="a" value="{2}" />\n  <div>\n    <section title="A &amp; B">\n      <h2>A &amp; B</h2>\n      <b>x</b>\n      <Card n="{(a * 2) + 1}" />\n    </section>\n  </div>',
    );
  });

  it('is done to all calls of a page at once, where there are several', async () => {
    const text = component('<p>{title}</p>', title);
    const one = caseOf([text, '<div><«Box title="a"/><Box title="b"/></div>']);
    assert.equal(await refactoredPage(everywhere, one), '<div><p>a</p><p>b</p></div>');
    assert.equal(await offerFor(everywhere, caseOf([text, '<«Box title="a"/>'])), null);
  });

  it('is refused when all calls are looked at and one cannot be replaced', async () => {
    const nested = caseOf([component('<p><q:slot/></p>'), '<div><«Box><Box/></Box></div>']);
    const offer = await offerFor(everywhere, nested);
    assert.throws(() => offer!.changes!(), /in another/);
    const unlike = caseOf([
      component('<p>{title}</p>', title),
      '<div><«Box title="a"/><Box/></div>',
    ]);
    const other = await offerFor(everywhere, unlike);
    assert.throws(() => other!.changes!(), /not handed over/);
  });

  for (const [text, page, why] of refusals) {
    it(`is refused for ${page} of ${text.replaceAll('\n', ' ')}`, async () => {
      assert.match((await offerFor(kind, caseOf([text, page])))?.refusal ?? '', why);
    });
  }

  it('leaves every page what it is', async () => {
    const pairs = cases.map((one) => pairOf(kind, caseOf(one)));
    await assertSamePages(await Promise.all(pairs));
  });

  describe('in the whole project', () => {
    const parts = {
      'components/_parts/Box.q': component(
        '<p>{title}<Tile n="1"/></p>',
        title + '<q:import component="Tile"/>',
      ),
      'components/Tile.q': tile,
      'components/other.q':
        '<q:component name="other">\n  <q:import component="Box" from="_parts" as="Chest" />\n  <div>\n    <Chest title="b"/><Chest title="c"/>\n  </div>\n</q:component>',
      'components/third.q':
        '<q:component name="third"><q:import component="Box" from="_parts"/><i><Box title="d"/></i></q:component>',
    };
    const one: Case = {
      page: '<q:import component="Box" from="_parts" />\n<div><«Box title="a"/></div>',
      files: parts,
      visits: [{ path: '/page' }, { path: '/other' }, { path: '/third' }],
    };

    it('leaves every page what it is, and no need for the component', async () => {
      const { before, after, ...pair } = await pairOf(inProject, one);
      assert.equal(after['components/_parts/Box.q'], undefined);
      assert.doesNotMatch(Object.values(after).join(''), /Box|Chest/);
      await assertSamePages([{ before, after, ...pair }]);
    });

    it('is offered with the number of its places, where another page calls it', async () => {
      const offer = await offerFor(inProject, one);
      assert.equal(offer?.title, 'Inline component Box in all 4 places of the project');
      const alone = caseOf([component('<p>a</p>'), '<div><«Box/></div>']);
      assert.equal(await offerFor(inProject, alone), null);
    });

    it('keeps a file that is asked for by its address', async () => {
      const leaf = component('<u>1</u>');
      const files = {
        'components/Leaf.q': leaf,
        'components/other.q':
          '<q:component name="other"><p><Leaf/><a href="/Leaf">x</a></p></q:component>',
      };
      const after = await refactored(inProject, { page: '<div><«Leaf/></div>', files });
      assert.equal(after['components/Leaf.q'], leaf);
      assert.match(after['components/other.q'] ?? '', /<p><u>1<\/u><a/);
    });

    it('is refused as a whole, with the page that it fails in', async () => {
      const files = {
        ...parts,
        'components/third.q':
          '<q:component name="third"><q:import component="Box" from="_parts"/><i><Box/></i></q:component>',
      };
      const offer = await offerFor(inProject, { ...one, files });
      await assert.rejects(
        Promise.resolve(offer!.changes!()),
        /components\/third\.q: .*not handed over/,
      );
    });
  });

  it('undoes the extraction of a component', async () => {
    const one: Case = {
      page: `${rows}\n<div>\n  «<p title="{xs}">{rows[0][1]}\n  text</p>»\n</div>`,
      files: { 'quantum.config.yaml': 'server: {port: 8080}\n' },
    };
    const there = await refactored('refactor.extract.component', one);
    const called = there['components/page.q']!.replace('<Part ', '<«Part ');
    const back = await refactored(kind, { page: called, files: there });
    assert.equal(
      back['components/page.q']!.replace(/\n.*<q:import.*\/>/, ''),
      `<q:component name="Page">\n${one.page.replace(/[«»]/g, '')}\n</q:component>\n`,
    );
  });

  it(`leaves the sample shop what it is (seed ${seed})`, { timeout: 600_000 }, async () => {
    const { pairs, refused } = await shopPairs(kind, count(4, 60), seed, 'tags');
    assert.ok(pairs.length >= 2, [...refused].join('\n'));
    await assertSamePages(pairs);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { movedAddress } from '../../../src/language/navigation/moves/movedAddress.js';
import { movedFiles, type FileMove } from '../../../src/language/navigation/moves/fileMove.js';
import { movedConfigurationEdits } from '../../../src/language/navigation/moves/movedConfiguration.js';
import { EditedProject } from './editedProject.js';

const component = (name: string, body = '<p/>'): string =>
  `<q:component name="${name}">${body}</q:component>`;

/** The files that are others once `moves` were made, of a project with `files`. */
async function moved(
  files: Record<string, string>,
  ...moves: readonly FileMove[]
): Promise<Record<string, string>> {
  const before = new EditedProject(new Map(Object.entries(files)));
  const after = await before.moved(moves);
  return Object.fromEntries([...after.texts].filter(([path, text]) => files[path] !== text));
}

const page = 'components/p.q';
const parts = { from: 'components/Card.q', to: 'components/_parts/Card.q' };
const back = { from: parts.to, to: parts.from };

describe('a component that moves', () => {
  const rows: readonly (readonly [string, FileMove, string, string])[] = [
    [
      'is called by its new name',
      { from: 'components/Card.q', to: 'components/Tile.q' },
      '<Card a="1"><Card/></Card>',
      '<Tile a="1"><Tile/></Tile>',
    ],
    [
      'is called by a capital where its file has none',
      { from: 'components/user_card.q', to: 'components/member_tile.q' },
      '<UserCard/>',
      '<MemberTile/>',
    ],
    [
      'is imported by its new name, and called by the one the import gives it',
      { from: 'components/Card.q', to: 'components/Tile.q' },
      '<q:import component="Card" as="Box"/><Box/>',
      '<q:import component="Tile" as="Box"/><Box/>',
    ],
    [
      'is imported from its new folder',
      { from: 'components/_parts/Card.q', to: 'components/_ui/small/Tile.q' },
      '<q:import component="Card" from="./_parts"/><Card/>',
      '<q:import component="Tile" from="./_ui/small"/><Tile/>',
    ],
    [
      'is imported from its new folder where the folder stands before the name',
      { from: 'components/_parts/Card.q', to: 'components/_ui/Card.q' },
      '<q:import component="_parts/Card" as="Card"/><Card/>',
      '<q:import component="_ui/Card" as="Card"/><Card/>',
    ],
    [
      'is imported from a folder by an import that named none',
      parts,
      '<q:import component="Card"/><Card/>',
      '<q:import component="Card" from="_parts"/><Card/>',
    ],
    [
      'needs an import where it is no longer found without one',
      parts,
      '\n    <Card/>\n',
      '\n    <q:import component="Card" from="_parts" />\n    <Card/>\n',
    ],
    [
      'needs no import where it is found without one',
      back,
      '\n    <q:import component="Card" from="_parts" />\n    <Card/>\n',
      '\n    <Card/>\n',
    ],
    [
      'keeps an import that a person wrote otherwise',
      back,
      '\n<q:import from="_parts" component="Card"/><Card/>',
      '\n<q:import from="" component="Card"/><Card/>',
    ],
    [
      'is called as before where another is called by its new name',
      { from: 'components/_parts/Card.q', to: 'components/_parts/Tile.q' },
      '<q:import component="Card" from="_parts"/><Card/><Tile/>',
      '<q:import component="Tile" from="_parts" as="Card"/><Card/><Tile/>',
    ],
    [
      'is called as before where its new name is none of a tag',
      { from: 'components/_parts/Card.q', to: 'components/_parts/a-card.q' },
      '<q:import component="Card" from="_parts"/><Card/>',
      '<q:import component="a-card" from="_parts" as="Card"/><Card/>',
    ],
  ];
  for (const [what, move, body, expected] of rows) {
    it(what, async () => {
      const files = { [move.from]: component('other'), [page]: component('p', body) };
      const after = await moved(files, move);
      assert.equal(after[page], component('p', expected));
    });
  }

  it('goes by its new name itself', async () => {
    const move = { from: 'components/Card.q', to: 'components/Tile.q' };
    const after = await moved({ [move.from]: component('Card') }, move);
    assert.deepEqual(after, { [move.to]: component('Tile') });
  });

  it('is found by those that move with it', async () => {
    const files = {
      'components/_parts/Card.q': component('Card'),
      'components/_parts/List.q': component(
        'List',
        '<q:import component="Card" from="_parts"/><Card/>',
      ),
    };
    const after = await moved(files, { from: 'components/_parts', to: 'components/_ui' });
    assert.deepEqual(Object.keys(after).sort(), ['components/_ui/Card.q', 'components/_ui/List.q']);
    assert.match(after['components/_ui/List.q']!, /from="_ui"/);
  });
});

describe('a page that moves', () => {
  it('is linked, sent to, redirected to and tested where it is then', async () => {
    const files = {
      'components/orders/[id].q': component('order'),
      [page]: component(
        'p',
        '<a href="/orders/{o.id}?tab=1#top">x</a><form method="post" action="/orders/7"/>' +
          '<ui:link to="/orders/7"/><q:redirect url="/orders/{id}"/><a href="/order/7">y</a>',
      ),
      'tests/p.test.q':
        '<q:test name="t" page="/orders/1"><test:visit path="/orders/2?x=1"/><test:expect redirect="/orders/3"/></q:test>',
    };
    const after = await moved(files, { from: 'components/orders', to: 'components/shop/bought' });
    assert.equal(
      after[page],
      component(
        'p',
        '<a href="/shop/bought/{o.id}?tab=1#top">x</a><form method="post" action="/shop/bought/7"/>' +
          '<ui:link to="/shop/bought/7"/><q:redirect url="/shop/bought/{id}"/><a href="/order/7">y</a>',
      ),
    );
    assert.equal(
      after['tests/p.test.q'],
      '<q:test name="t" page="/shop/bought/1"><test:visit path="/shop/bought/2?x=1"/><test:expect redirect="/shop/bought/3"/></q:test>',
    );
  });

  it('takes the files it is drawn with along: a folder of static files', async () => {
    const files = {
      'static/img/a b.svg': '',
      [page]: component('p', '<img src="/static/img/a%20b.svg?v=1"/>'),
    };
    const after = await moved(files, { from: 'static/img', to: 'static/pictures' });
    assert.equal(after[page], component('p', '<img src="/static/pictures/a%20b.svg?v=1"/>'));
  });
});

describe('a static file that moves', () => {
  const rows: readonly (readonly [string, string, string])[] = [
    ['a picture', '<img src="/static/hero.svg"/>', '<img src="/static/art/big%20hero.svg"/>'],
    [
      'an avatar',
      '<ui:avatar src="/static/hero.svg"/>',
      '<ui:avatar src="/static/art/big%20hero.svg"/>',
    ],
    [
      'the CSS of a page',
      '<style>p { background: url("/static/hero.svg") } b { background: url(/static/hero.svg?v=1) }</style>',
      '<style>p { background: url("/static/art/big%20hero.svg") } b { background: url(/static/art/big%20hero.svg?v=1) }</style>',
    ],
    [
      'a style attribute',
      `<p style="width: {w}px; background: url('/static/hero.svg')"/>`,
      `<p style="width: {w}px; background: url('/static/art/big%20hero.svg')"/>`,
    ],
    [
      'not what only looks like it',
      '<p>url(/static/hero.svg)</p><img src="/static/hero.svg.bak"/>',
      '',
    ],
  ];
  for (const [what, before, after] of rows) {
    it(`is followed by ${what}`, async () => {
      const files = { 'static/hero.svg': '', [page]: component('p', before) };
      const edited = await moved(files, { from: 'static/hero.svg', to: 'static/art/big hero.svg' });
      assert.equal(edited[page], after === '' ? undefined : component('p', after));
    });
  }

  it('takes addresses along that only their data complete, once its whole folder moves', async () => {
    const written = '<img src="/static/img/{a.image}"/><img src="/static/{a.path}"/>';
    const files = {
      'static/img/a.svg': '',
      'static/img/b.svg': '',
      [page]: component('p', written),
    };
    const folder = await moved(files, { from: 'static/img', to: 'static/art/pictures' });
    assert.equal(
      folder[page],
      component('p', written.replace('/static/img/', '/static/art/pictures/')),
    );
    const one = await moved(files, { from: 'static/img/a.svg', to: 'static/art/a.svg' });
    assert.equal(one[page], undefined);
  });

  it('is no longer named by what serves nothing: a place outside of the static folder', async () => {
    const files = {
      'static/hero.svg': '',
      [page]: component('p', '<img src="/static/hero.svg"/>'),
    };
    assert.deepEqual(await moved(files, { from: 'static/hero.svg', to: 'art/hero.svg' }), {
      'art/hero.svg': '',
    });
  });

  it('keeps the parentheses of its name out of an address without quotes', async () => {
    const files = {
      'static/a.svg': '',
      [page]: component('p', '<style>p { background: url(/static/a.svg) }</style>'),
    };
    const edited = await moved(files, { from: 'static/a.svg', to: 'static/a(1).svg' });
    assert.match(edited[page] ?? '', /url\(\/static\/a%281%29\.svg\)/);
  });
});

describe('the configuration', () => {
  const login = { 'components/login.q': component('login'), 'static/htmx.js': '' };
  const asked = (yaml: string, ...moves: readonly FileMove[]): string => {
    const { project, texts } = new EditedProject(new Map(Object.entries(login)));
    const edits = movedConfigurationEdits(yaml, project, movedFiles(moves, texts.keys()));
    return [...edits]
      .sort((a, b) => b.start - a.start)
      .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), yaml);
  };
  const moves = [
    { from: 'components/login.q', to: 'components/account/sign in.q' },
    { from: 'static/htmx.js', to: 'static/lib/htmx.js' },
  ];
  const inverse = moves.map(({ from, to }) => ({ from: to, to: from }));

  it('names the page and the file where they are then, and keeps everything else', () => {
    const yaml =
      'server: # local\n  htmx_url: "/static/htmx.js?v=2"\n  port: 8080\n\nsecurity:\n  # who has no session\n  login_url:   /login   # theirs\n';
    assert.equal(
      asked(yaml, ...moves),
      yaml
        .replace('/static/htmx.js', '/static/lib/htmx.js')
        .replace('/login ', '/account/sign%20in '),
    );
  });

  it('keeps an address that is no page, comes from elsewhere, or is an alias of something else', () => {
    for (const yaml of [
      'security:\n  login_url: /other\n',
      'security:\n  login_url: ${LOGIN:-/login}\n',
      'x: &l /login\nsecurity:\n  login_url: *l\n',
      'login_url: /login\n',
      'security: [/login]\n',
    ]) {
      assert.equal(asked(yaml, ...moves), yaml);
    }
  });

  it('says what it said once everything is back', async () => {
    const yaml = "security: { login_url: '/login' }\nserver: {htmx_url: /static/htmx.js}\n";
    const there = asked(yaml, ...moves);
    assert.notEqual(there, yaml);
    const files = new EditedProject(new Map(Object.entries(login)));
    const { project, texts } = await files.moved(moves);
    const edits = movedConfigurationEdits(there, project, movedFiles(inverse, texts.keys()));
    const back = [...edits]
      .sort((a, b) => b.start - a.start)
      .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), there);
    assert.equal(back, yaml);
  });
});

describe('the address of a page that moves', () => {
  const rows: readonly (readonly [string, string, string, string | null])[] = [
    ['/a', 'a.q', 'b.q', '/b'],
    ['/a.q', 'a.q', 'b.q', '/b.q'],
    ['/a', 'a/index.q', 'b/index.q', '/b'],
    ['/a/', 'a/index.q', 'b/index.q', '/b/'],
    ['/a/index', 'a/index.q', 'b/index.q', '/b/index'],
    ['/', 'index.q', 'home.q', '/home'],
    ['/home', 'home.q', 'index.q', '/'],
    ['/home.q', 'home.q', 'index.q', '/index.q'],
    ['/a/', 'a/index.q', 'b.q', '/b'],
    ['/p/{x.a/2}', 'p/[id].q', 'q/r/[key].q', '/q/r/{x.a/2}'],
    ['/p/1/e', 'p/[id]/e.q', '[id].q', '/1'],
    ['/m/a/b', 'm/[...t].q', 'n/[...t].q', '/n/a/b'],
    ['/p/1', 'p/[id].q', 'p/all.q', null],
    ['/p/1', 'p/[id].q', 'p/[...id].q', null],
    ['/a', 'a.q', 'b c.q', '/b%20c'],
    ['/b%20c', 'b c.q', 'a.q', '/a'],
    ['/x', 'a.q', 'b.q', null],
    ['/a', 'a.q', '_b/a.q', null],
    ['/a', 'a.q', 'a.test.q', null],
    ['/p/1/2', 'p/[id].q', 'q/[id].q', null],
    ['/m', 'm/[...t].q', 'n/[...t].q', null],
  ];
  for (const [written, from, to, expected] of rows) {
    it(`${written} is ${expected ?? 'not told'} when ${from} goes to ${to}`, () =>
      assert.equal(movedAddress(written, from, to), expected));
  }
});

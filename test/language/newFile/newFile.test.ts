import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withoutPlaces } from '../../../src/language/completion/item.js';
import { newFile, type NewFileWish } from '../../../src/language/newFile/newFile.js';
import { judgePages } from '../../support/pageJudge.js';
import { found, projectOf, type Files } from '../project/projectFixture.js';

const configuration = { 'quantum.config.yaml': 'server:\n  port: 8080\n' };
const shop: Files = {
  ...configuration,
  'components/index.q':
    '<q:import component="Shop" from="_layout"/><Shop title="a" tone="b">x</Shop>',
  'components/_layout/Shop.q':
    '<q:component name="Shop"><q:param name="title" required="true"/><q:param name="tone" required="true"/><q:param name="note"/><b>{title}{tone}{note}</b><q:slot/></q:component>',
  'components/_layout/Bare.q': '<q:component name="Bare"><q:slot/></q:component>',
  'components/_cards/Card.q': '<q:component name="Card"><b>x</b></q:component>',
  'specs/index.test.q': '<q:test name="a" page="/"><test:visit/></q:test>',
};
const made = (wish: Partial<NewFileWish>, files: Files = configuration): [string, string] => {
  const { path, snippet } = newFile(
    { kind: 'page', name: 'x', folder: null, ...wish },
    projectOf(files),
  );
  return [path, withoutPlaces(snippet)];
};
const place = (wish: Partial<NewFileWish>, files?: Files): string => made(wish, files)[0];

describe('a new file goes', () => {
  it('where the project has such files', () => {
    assert.equal(place({ name: 'orders/[id]' }), 'components/orders/[id].q');
    assert.equal(place({ kind: 'component', name: 'Row' }), 'components/_parts/Row.q');
    assert.equal(place({ kind: 'component', name: 'Row' }, shop), 'components/_cards/Row.q');
    assert.equal(place({ kind: 'layout', name: 'Admin' }, shop), 'components/_layout/Admin.q');
    assert.equal(place({ kind: 'test', name: '/orders/[id]' }), 'tests/orders.test.q');
    assert.equal(place({ kind: 'test', name: '/' }, shop), 'specs/index.test.q');
  });

  it('into the folder a person chose, where it works there', () => {
    assert.equal(place({ name: 'new', folder: 'components/orders' }), 'components/orders/new.q');
    assert.equal(place({ name: 'new', folder: 'components/_parts' }), 'components/new.q');
    assert.equal(place({ name: 'new', folder: 'static' }), 'components/new.q');
    const row = { kind: 'component', name: 'Row', folder: 'components/orders' } as const;
    assert.equal(place(row), 'components/orders/Row.q');
  });
});

describe('a new page', () => {
  it('stands in the layout that most pages have, with what it needs', () => {
    assert.equal(
      made({ name: 'orders/order-history' }, shop)[1],
      `<q:component name="OrderHistory">
  <q:import component="Shop" from="_layout" />

  <Shop title="Order history" tone="tone">
    <h1>Order history</h1>
    
  </Shop>
</q:component>
`,
    );
  });
});

describe('a new page', () => {
  it('stands in the layout of the pages beside it', () => {
    const files: Files = {
      ...shop,
      'components/admin/index.q': '<q:import component="Bare" from="_layout"/><Bare>x</Bare>',
      'components/a.q':
        '<q:import component="Shop" from="_layout"/><Shop title="a" tone="b">x</Shop>',
    };
    assert.match(made({ name: 'admin/stock' }, files)[1], /<Bare>/);
    assert.match(made({ name: 'stock' }, files)[1], /<Shop title="Stock"/);
  });
});

describe('every new file', () => {
  for (const kind of ['page', 'form', 'component', 'layout', 'test'] as const) {
    for (const [name, files] of Object.entries({ bare: configuration, shop })) {
      it(`is one the framework takes, without a finding: ${kind} in a ${name} project`, async () => {
        const asked =
          kind === 'test' ? '/' : kind === 'page' || kind === 'form' ? 'orders/index' : 'Row';
        const { path, snippet } = newFile({ kind, name: asked, folder: null }, projectOf(files));
        // What a person accepts with Tab: the proposals stay.
        const text = snippet
          .replaceAll(/\$\{\d+:([^}]*)\}/g, '$1')
          .replaceAll('$0', '')
          .replaceAll(/\$\d/g, 'x');
        assert.deepEqual(await judgePages([{ text, dialect: kind === 'test' ? 'test' : 'page' }]), [
          null,
        ]);
        const all: Files = { ...files, [path]: text, 'components/home.q': '<p>x</p>' };
        assert.deepEqual(
          found(all).filter((line) => line.startsWith(path) && !/unused-component/.test(line)),
          [],
        );
      });
    }
  }
});

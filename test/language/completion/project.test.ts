import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalogueFor } from '../../../src/language/catalogue/catalogueFor.js';
import { importFor } from '../../../src/language/completion/autoImport.js';
import { resolveCompletion } from '../../../src/language/completion/resolveCompletion.js';
import { projectOf } from '../project/projectFixture.js';
import { itemsIn, labelsIn, placed, taken } from './completionsIn.js';

const project = projectOf({
  'quantum.config.yaml': 'datasources:\n  shop:\n    driver: sqlite\n    database: shop.db\n',
  'migrations/001_start.sql':
    'CREATE TABLE products (id INTEGER PRIMARY KEY, title TEXT NOT NULL, price INTEGER);',
  'components/index.q': '<h1>Hello</h1>',
  'components/cart.q':
    '<q:action name="add"><q:param name="product" type="integer" required="true"/></q:action>',
  'components/orders/[id].q': '<p>x</p>',
  'components/_parts/Card.q':
    '<q:component name="Card"><q:param name="title" type="string" required="true"/><q:param name="tone" default="quiet"/><b>{title}</b></q:component>',
});
const setting = { project, path: 'components/index.q' };
const page = (text: string): string => `<q:component name="p">${text}</q:component>`;

describe('completion knows the project', () => {
  it('its pages, where an address is written', () => {
    assert.deepEqual(labelsIn(page('<a href="|">x</a>'), setting), ['/', '/cart', '/orders/[id]']);
    assert.ok(labelsIn(page('<q:redirect url="|"/>'), setting).includes('/cart'));
  });

  it('its datasources, tables and columns', () => {
    assert.deepEqual(labelsIn(page('<q:query datasource="|"/>'), setting), ['shop']);
    assert.deepEqual(labelsIn(page('<q:action datasource="shop" table="|"/>'), setting), [
      'products',
    ]);
    const columns = '<q:action datasource="shop" table="products" columns="id, |"/>';
    assert.deepEqual(labelsIn(page(columns), setting), ['id', 'title', 'price']);
    assert.equal(taken(page(columns), 'title', setting), page(columns.replace('|', 'title')));
    const star = '<q:query name="all" datasource="shop">SELECT * FROM products</q:query>';
    assert.deepEqual(labelsIn(page(`${star}<p>{all[0].|}</p>`), setting), ['id', 'title', 'price']);
  });

  it('its components with the props they need', () => {
    const card = itemsIn(page('<div><|</div>'), setting).find(({ label }) => label === 'Card');
    assert.equal(card?.insert, 'Card title="$1" />$0');
    const imported = '<q:import component="Card" from="_parts"/><div><Card |/></div>';
    assert.deepEqual(labelsIn(page(imported), setting).slice(0, 2), ['title', 'tone']);
    assert.deepEqual(labelsIn(page('<q:import component="|"/>'), setting), ['Card']);
    assert.deepEqual(labelsIn(page('<q:import component="Card" from="|"/>'), setting), ['_parts']);
    assert.match(
      resolveCompletion(card.data!, catalogueFor(null), project) ?? '',
      /`tone`.*`quiet`/,
    );
  });

  it('what other pages keep, and what links give behind their ?', () => {
    const keeping = projectOf({
      'components/login.q': '<q:set name="session.user" value="1"/><p>{session.user}</p>',
      'components/index.q': '<a href="/login?expired=1">x</a>',
      'components/cart.q': '<p>x</p>',
    });
    const inCart = { project: keeping, path: 'components/cart.q' };
    assert.ok(labelsIn(page('<p>{session.|}</p>'), inCart).includes('user'));
    assert.ok(labelsIn(page('<q:set name="|"/>'), inCart).includes('session.user'));
    assert.ok(labelsIn(page('<p>{query.|}</p>'), inCart).includes('expired'));
  });

  it('the parts of an address, and of what nobody can tell the columns there are', () => {
    const order = { project, path: 'components/orders/[id].q' };
    assert.equal(labelsIn(page('<p>{i|}</p>'), order)[0], 'id');
    const invoked = '<q:invoke name="rows" service="shop.rows"/>';
    const loop = (text: string): string =>
      page(`${invoked}<q:loop items="{rows}" var="row">${text}</q:loop>`);
    assert.deepEqual(labelsIn(loop('<p>{row.p|}</p>'), order), ['id', 'title', 'price']);
  });

  it('what imports a component that is called, behind the other imports', () => {
    const called = (text: string): string => {
      const [context] = placed(text, setting);
      const data = itemsIn(text, setting).find(({ label }) => label === 'Card')?.data;
      const change = data && importFor(data, context);
      if (!change) return '';
      const { text: whole } = context.document;
      return whole.slice(0, change.start) + change.text + whole.slice(change.end);
    };
    const bare = '<q:component name="p">\n  <div><|</div>\n</q:component>';
    assert.equal(
      called(bare),
      bare.replace('|', '').replace('"p">', '"p">\n  <q:import component="Card" from="_parts" />'),
    );
    const other = bare.replace('  <div>', '  <q:import component="X" from="_parts" />\n  <div>');
    assert.match(
      called(other),
      /from="_parts" \/>\n  <q:import component="Card" from="_parts" \/>\n  <div>/,
    );
    const there = bare.replace('  <div>', '  <q:import component="Card" from="_parts" />\n  <div>');
    assert.equal(called(there), '');
  });

  it('in a test, the page a step before it visited', () => {
    const test =
      '<q:test name="a" page="/"><test:visit path="/cart"/><test:submit action="|"/></q:test>';
    const inTest = { project, path: 'tests/cart.test.q', dialect: 'test' } as const;
    assert.deepEqual(labelsIn(test, inTest), ['add']);
  });

  it('in a test, the actions of its page, their fields, and tables', () => {
    const test = (step: string): string => `<q:test name="a" page="/cart">${step}</q:test>`;
    const inTest = { project, path: 'tests/cart.test.q', dialect: 'test' } as const;
    assert.deepEqual(labelsIn(test('<test:submit action="|"/>'), inTest), ['add']);
    assert.equal(labelsIn(test('<test:submit action="add" |/>'), inTest)[0], 'product');
    assert.deepEqual(labelsIn(test('<test:given table="|"/>'), inTest), ['products']);
    assert.ok(labelsIn(test('<test:given table="products" |/>'), inTest).includes('price'));
  });
});

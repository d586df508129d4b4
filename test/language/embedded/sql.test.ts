import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hoverAt } from '../../../src/language/hover/hoverAt.js';
import { itemsIn, labelsIn, placed, taken } from '../completion/completionsIn.js';
import { projectOf } from '../project/projectFixture.js';

const project = projectOf({
  'quantum.config.yaml': 'datasources:\n  shop:\n    driver: sqlite\n    database: shop.db\n',
  'migrations/001_start.sql':
    'CREATE TABLE products (id INTEGER PRIMARY KEY, title TEXT NOT NULL, price INTEGER);' +
    'CREATE TABLE orders (id INTEGER PRIMARY KEY, product INTEGER, "when it was" TEXT);',
  'schema.sql': 'CREATE TABLE notes (id INTEGER, body TEXT);',
});
const setting = { project, path: 'components/index.q' };
const query = (sql: string, params = ''): string =>
  `<q:component name="p"><q:query name="rows" datasource="shop">${params}${sql}</q:query></q:component>`;
const labels = (sql: string, params = ''): string[] => labelsIn(query(sql, params), setting);
/** What is proposed of those kinds. */
const ofKind = (sql: string, ...kinds: string[]): string[] =>
  itemsIn(query(sql), setting)
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ label }) => label);

describe('completion in the SQL of a query', () => {
  it('begins with what a statement can do', () => {
    assert.deepEqual(labels('|').slice(0, 3), ['SELECT', 'INSERT INTO', 'UPDATE']);
    assert.ok(labels('|').includes('q:param'), 'its parameters are tags');
  });

  it('has the tables of the migrations and of schema.sql where a table stands', () => {
    const tables = ['products', 'orders', 'notes'];
    for (const sql of [
      'SELECT * FROM |',
      'SELECT * FROM pro|',
      'SELECT * FROM products JOIN |',
      'SELECT * FROM products, |',
      'UPDATE |',
      'INSERT INTO |',
      'DELETE FROM |',
      '<![CDATA[SELECT * FROM |]]>',
    ])
      assert.deepEqual(ofKind(sql, 'table', 'column'), tables, sql);
  });

  it('has the columns of the tables the statement names, and only those', () => {
    assert.deepEqual(ofKind('SELECT | FROM products', 'column'), ['id', 'title', 'price']);
    assert.deepEqual(ofKind('SELECT * FROM notes WHERE |', 'column'), ['id', 'body']);
    assert.deepEqual(ofKind('UPDATE products SET |', 'column'), ['id', 'title', 'price']);
    assert.deepEqual(ofKind('INSERT INTO notes (|', 'column'), ['id', 'body']);
    assert.deepEqual(ofKind('SELECT count(|) FROM notes', 'column'), ['id', 'body']);
    assert.deepEqual(ofKind('SELECT |', 'column'), []);
  });

  it('says whose column it is where two tables have it', () => {
    const columns = ofKind('SELECT | FROM products p JOIN orders ON product = p.id', 'column');
    assert.deepEqual(columns, ['title', 'price', 'product', 'when it was', 'p.id', 'orders.id']);
  });

  it('has the columns behind an alias, a table, a select in brackets, a WITH', () => {
    assert.deepEqual(labels('SELECT p.| FROM products p'), ['id', 'title', 'price']);
    assert.deepEqual(labels('SELECT * FROM products WHERE products.pr|'), ['id', 'title', 'price']);
    assert.deepEqual(labels('SELECT x.| FROM (SELECT title AS name FROM products) x'), ['name']);
    assert.deepEqual(labels('WITH w AS (SELECT body FROM notes) SELECT w.| FROM w'), ['body']);
    assert.deepEqual(labels('SELECT nobody.| FROM products p'), []);
    assert.deepEqual(labels('SELECT q.| FROM notes q'), ['id', 'body'], 'and no tag');
  });

  it('has the parameters of the query, with the colon or behind it', () => {
    const params = '<q:param name="id" value="1" type="integer"/>';
    assert.deepEqual(labels('SELECT * FROM notes WHERE id = :|', params), ['id']);
    assert.deepEqual(labels('SELECT * FROM notes WHERE id = :i|', params), ['id']);
    assert.ok(labels('SELECT * FROM notes WHERE id = |', params).includes(':id'));
    const behind = query('SELECT * FROM notes WHERE id = :|', params);
    assert.equal(taken(behind, 'id', setting), behind.replace('|', 'id'));
  });

  it('goes on with a clause behind a value, and with the one word that can follow', () => {
    assert.equal(labels('SELECT * F|')[0], 'FROM');
    assert.ok(labels('SELECT * FROM notes |').includes('ORDER BY'));
    assert.deepEqual(ofKind('SELECT * FROM notes |', 'column', 'table'), []);
    assert.deepEqual(ofKind('SELECT * FROM notes ORDER |', 'keyword'), ['BY']);
    assert.deepEqual(ofKind('DELETE |', 'keyword'), ['FROM']);
  });

  it('writes keywords as the first one is written', () => {
    assert.ok(labels('select * from notes |').includes('order by'));
    assert.ok(labels('SELECT * FROM notes |').includes('ORDER BY'));
  });

  it('takes the place of the word at the caret alone', () => {
    const text = query('SELECT p.ti| FROM products p WHERE p.id &lt; 3');
    assert.equal(taken(text, 'title', setting), text.replace('ti|', 'title'));
    const entity = query('SELECT * FROM products WHERE price &lt; 3 AND ti|');
    assert.equal(taken(entity, 'title', setting), entity.replace('ti|', 'title'));
    const name = query('SELECT wh| FROM orders');
    assert.equal(taken(name, 'when it was', setting), name.replace('wh|', '"when it was"'));
  });

  it('is silent in strings, comments and numbers', () => {
    for (const sql of ["SELECT 'a |", "SELECT 'a |' FROM notes", 'SELECT -- |', 'SELECT /* | */ 1'])
      assert.deepEqual(labels(sql), [], sql);
    assert.deepEqual(labels('SELECT 1|'), []);
  });

  it('knows no tables of another datasource, nor of rows', () => {
    const other = query('SELECT * FROM |').replace('"shop"', '"other"');
    assert.deepEqual(
      labelsIn(other, setting).filter((label) => label === 'products'),
      [],
    );
    assert.deepEqual(ofKind('SELECT * FROM |', 'element'), []);
  });
});

describe('hover in the SQL of a query', () => {
  const shown = (sql: string, params = ''): [string, string] | null => {
    const [context, offset] = placed(query(sql, params), setting);
    const hover = hoverAt(context, offset);
    return hover && [context.document.text.slice(hover.start, hover.end), hover.markdown];
  };
  const rows: [string, string, RegExp][] = [
    [
      'SELECT * FROM |products',
      'products',
      /migrations\/001_start\.sql`\n\n- `id`: INTEGER, primary key\n- `title`/,
    ],
    ['SELECT * FROM products p WHERE |p.id = 1', 'p', /^\*\*products\*\*/],
    ['SELECT ti|tle FROM products', 'title', /`title`: TEXT, not null, a column of `products`/],
    ['SELECT p.pri|ce FROM products p', 'price', /`price`: INTEGER/],
    ['SELECT id FROM products WHERE price &lt; 3 AND tit|le = 1', 'title', /TEXT/],
    ['SELECT ti|tle<![CDATA[ FROM products]]>', 'title', /TEXT/],
    ['SELECT i|d FROM products, notes', 'id', /`products`.*\n\n.*`notes`/],
  ];
  for (const [sql, marked, markdown] of rows)
    it(`tells what ${marked} is in ${sql}`, () => {
      const found = shown(sql);
      assert.equal(found?.[0], marked);
      assert.match(found[1], markdown);
    });

  it('shows what gives a parameter its value', () => {
    const [marked, markdown] = shown('SELECT :i|d', '<q:param name="id" value="{url.id}"/>') ?? [];
    assert.equal(marked, ':id');
    assert.match(markdown ?? '', /value="\{url\.id\}"/);
  });

  it('says nothing of keywords, functions, strings and unknown names', () => {
    for (const sql of [
      'SE|LECT id FROM products',
      "SELECT 'ti|tle' FROM products",
      'SELECT x|y FROM products',
      'SELECT ti|tle(1) FROM products',
    ])
      assert.equal(shown(sql), null, sql);
  });
});

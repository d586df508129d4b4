import assert from 'node:assert/strict';
import test from 'node:test';
import { catalogueFor } from '../../src/language/catalogue/catalogueFor.js';
import { columnUses } from '../../src/language/components/columnUses.js';
import { declaredTables } from '../../src/language/components/columns.js';
import { accessMatrix } from '../../src/language/components/accessMatrix.js';
import { componentsOf } from '../../src/language/components/componentsOf.js';
import type { Graph } from '../../src/language/components/graph.js';
import { graphView } from '../../src/language/components/graphView.js';
import { impactOf } from '../../src/language/components/impact.js';
import { pageFacts } from '../../src/language/components/pageFacts.js';
import { graphOf, type GraphParts } from '../../src/language/components/projectGraph.js';
import { tablesIn } from '../../src/language/components/statements.js';
import { testFacts } from '../../src/language/components/testFacts.js';
import { sqlTokens, statementsOf } from '../../src/language/project/sql/tokens.js';
import { ProjectIndex } from '../../src/language/project/projectIndex.js';

const page = (body: string, more = ''): string =>
  `<q:component name="x"${more}>\n${body}\n</q:component>`;

function parts(files: Readonly<Record<string, string>>): GraphParts {
  const project = new ProjectIndex();
  project.setText('quantum.config.yaml', files['quantum.config.yaml'] ?? '');
  const pages = Object.entries(files)
    .filter(([path]) => path.endsWith('.q') && !path.endsWith('.test.q'))
    .map(([path, text]) => pageFacts(path, text, catalogueFor('1.0.1')));
  for (const { summary } of pages) project.setPage(summary);
  const tests = Object.entries(files)
    .filter(([path]) => path.endsWith('.test.q'))
    .flatMap(([path, text]) => testFacts(path, text));
  const sql = Object.keys(files).filter((path) => path.endsWith('.sql'));
  for (const path of sql) project.setText(path, files[path] ?? '');
  const tables = project.tables('db');
  return {
    ...{ pages, components: componentsOf(pages, project), tests, project },
    tables: tables ? declaredTables(tables, (path) => files[path] ?? '') : new Map(),
  };
}

const arrows = ({ edges }: Graph): string[] =>
  edges.map(({ from, kind, to }) => `${from} ${kind} ${to}`).sort();

const shop = {
  'quantum.config.yaml': 'datasources:\n  db:\n    driver: sqlite\n  spare:\n    driver: sqlite\n',
  'components/_parts/Card.q': page('<b>card</b>'),
  'components/_parts/Old.q': page('<b>old</b>'),
  'components/index.q': page(
    '<q:import component="Card" from="_parts" /><Card /><a href="/cart">c</a>',
  ),
  'components/cart.q': page(
    [
      '<q:query name="rows" datasource="db">SELECT * FROM cart_items c JOIN products p ON p.id = c.product_id</q:query>',
      '<q:query name="lost" datasource="db">SELECT 1 FROM orders</q:query>',
      '<q:action name="add"><q:query name="added" datasource="db">INSERT INTO cart_items (id) SELECT id FROM products</q:query></q:action>',
      '<q:action name="look"><q:redirect url="/" /></q:action>',
      '<p>{len(rows)}</p>',
    ].join('\n'),
  ),
  'tests/cart.test.q':
    '<q:test name="adds" page="/cart">\n<test:visit />\n<test:submit action="add" id="1" />\n</q:test>\n<q:test name="home" page="/"><test:visit /></q:test>',
};

test('a graph has what stands in files, and what they stand on', () => {
  const graph = graphOf(parts(shop));
  const isOfColumn = (arrow: string): boolean => arrow.includes('column:');
  assert.deepEqual(arrows(graph).filter(isOfColumn), [
    'query:components/cart.q#add/added reads column:products.id',
    'query:components/cart.q#add/added writes column:cart_items.id',
    'query:components/cart.q#rows reads column:cart_items.id',
    'query:components/cart.q#rows reads column:cart_items.product_id',
    'query:components/cart.q#rows reads column:products.id',
    'table:cart_items has column:cart_items.id',
    'table:cart_items has column:cart_items.product_id',
    'table:products has column:products.id',
  ]);
  const others = arrows(graph).filter((arrow) => !isOfColumn(arrow));
  assert.deepEqual(others, [
    'action:components/cart.q#add runs query:components/cart.q#add/added',
    'components/cart.q has action:components/cart.q#add',
    'components/cart.q has action:components/cart.q#look',
    'components/cart.q links route:/',
    'components/cart.q runs query:components/cart.q#lost',
    'components/cart.q runs query:components/cart.q#rows',
    'components/index.q links route:/cart',
    'components/index.q uses components/_parts/Card.q',
    'query:components/cart.q#add/added asks datasource:db',
    'query:components/cart.q#add/added reads table:products',
    'query:components/cart.q#add/added writes table:cart_items',
    'query:components/cart.q#lost asks datasource:db',
    'query:components/cart.q#lost reads table:orders',
    'query:components/cart.q#rows asks datasource:db',
    'query:components/cart.q#rows reads table:cart_items',
    'query:components/cart.q#rows reads table:products',
    'route:/ answers components/index.q',
    'route:/cart answers components/cart.q',
    'test:tests/cart.test.q#adds submits action:components/cart.q#add',
    'test:tests/cart.test.q#adds visits route:/cart',
    'test:tests/cart.test.q#home visits route:/',
  ]);
  assert.deepEqual(
    graph.nodes.filter(({ isUnused }) => isUnused).map(({ id }) => id),
    ['components/_parts/Old.q', 'query:components/cart.q#lost', 'datasource:spare'],
  );
  assert.equal(graph.nodes.find(({ name }) => name === 'adds')?.line, 1);
});

test('components that draw each other, or themselves, are in a cycle', () => {
  const graph = graphOf(
    parts({
      'components/Ash.q': page('<Bay />'),
      'components/Bay.q': page('<Ash /><Cob />'),
      'components/Cob.q': page('<b>c</b>'),
      'components/Dew.q': page('<Dew />'),
    }),
  );
  const cycles = graph.nodes.filter(({ kind }) => kind === 'component').map((one) => one.cycle);
  assert.deepEqual(cycles, [1, 1, null, 2]);
});

test('kinds that are left out still lead from one end to the other', () => {
  const graph = graphOf(parts(shop));
  const kinds = new Set(['component', 'table'] as const);
  assert.deepEqual(arrows(graphView(graph, { focus: null, depth: 1, kinds })), [
    'components/cart.q links components/index.q',
    'components/cart.q reads table:cart_items',
    'components/cart.q reads table:orders',
    'components/cart.q reads table:products',
    'components/cart.q writes table:cart_items',
    'components/index.q links components/cart.q',
    'components/index.q uses components/_parts/Card.q',
  ]);
  const near = graphView(graph, { focus: 'components/_parts/Card.q', depth: 1, kinds });
  assert.deepEqual(
    near.nodes.map(({ id }) => id),
    ['components/_parts/Card.q', 'components/index.q'],
  );
});

test('what a change touches, each with the way to it', () => {
  const graph = graphOf(parts(shop));
  const touched = (id: string): string[] =>
    impactOf(graph, id).map(
      ({ node, path }) => `${node.id}: ${path.map(({ kind }) => kind).join(' ')}`,
    );
  assert.deepEqual(touched('components/_parts/Card.q'), [
    'components/index.q: uses',
    'route:/: answers uses',
    'test:tests/cart.test.q#home: visits answers uses',
  ]);
  assert.deepEqual(touched('query:components/cart.q#add/added'), [
    'action:components/cart.q#add: runs',
    'test:tests/cart.test.q#adds: submits runs',
  ]);
  assert.deepEqual(touched('table:orders'), [
    'query:components/cart.q#lost: reads',
    'components/cart.q: runs reads',
    'route:/cart: answers runs reads',
    'test:tests/cart.test.q#adds: visits answers runs reads',
  ]);
  assert.ok(touched('components/cart.q').includes('components/index.q: links answers'));
});

test('SQL tells the columns it names, and of which tables they may be', () => {
  const told = (sql: string): string[] =>
    statementsOf(sqlTokens(sql))
      .flatMap(columnUses)
      .map(
        ({ name, tables, isWritten, isSure }) =>
          `${tables.join('|')}.${name}${isWritten ? ' =' : ''}${isSure ? '' : ' ?'}`,
      );
  const cases: [string, string[]][] = [
    [
      'SELECT o.id, p.name AS label FROM orders o JOIN products p ON p.id = o.product',
      [...['orders.id', 'products.name', 'products.id', 'orders.product']],
    ],
    ['SELECT total FROM shop.orders WHERE "state" = \'new\'', ['orders.total', 'orders.state']],
    ['SELECT * FROM a JOIN b ON a.x = b.x', ['a|b.*', 'a.x', 'b.x']],
    ['SELECT count(*), n.* FROM notes n', ['notes.*']],
    [
      'INSERT INTO log (at, what) SELECT day, kind FROM days',
      ['log.at =', 'log.what =', 'days.day', 'days.kind'],
    ],
    ['INSERT INTO log VALUES (1)', ['log.* =']],
    [
      'UPDATE a SET x = y + 1, z = lower(q) WHERE id = :id',
      ['a.x =', 'a.y ?', 'a.z =', 'a.q ?', 'a.id'],
    ],
    ['WITH w AS (SELECT id FROM t) SELECT w.id FROM w', ['t.id']],
    ['DROP TABLE old', []],
  ];
  for (const [sql, columns] of cases) assert.deepEqual(told(sql), columns, sql);
});

test('what changing a column touches: declared ones by migrations, others by queries', () => {
  const migrations = {
    'migrations/V001_a.sql':
      'CREATE TABLE orders (\n  id INTEGER,\n  total INTEGER,\n  note TEXT\n);',
  };
  const files = {
    'quantum.config.yaml': 'datasources:\n  db:\n    driver: sqlite\n',
    'components/sum.q': page(
      '<q:query name="s" datasource="db">SELECT sum(total) FROM orders</q:query>',
    ),
    'components/all.q': page('<q:query name="a" datasource="db">SELECT * FROM orders</q:query>'),
    'components/new.q': page(
      '<q:action name="add"><q:query name="n" datasource="db">INSERT INTO orders (id, note) VALUES (1, :note)</q:query></q:action>',
    ),
  };
  const touched = (graph: Graph, column: string): string[] =>
    impactOf(graph, `column:${column}`).map(({ node }) => node.id);
  const declared = graphOf(parts({ ...files, ...migrations }));
  assert.deepEqual(touched(declared, 'orders.total'), [
    ...['query:components/sum.q#s', 'query:components/all.q#a'],
    ...['components/sum.q', 'components/all.q', 'route:/sum', 'route:/all'],
  ]);
  assert.deepEqual(touched(declared, 'orders.note'), [
    'query:components/all.q#a',
    ...[
      'query:components/new.q#add/n',
      'components/all.q',
      'action:components/new.q#add',
      'route:/all',
    ],
  ]);
  const total = declared.nodes.find(({ id }) => id === 'column:orders.total');
  assert.deepEqual([total?.path, total?.line], ['migrations/V001_a.sql', 3]);
  const inferred = graphOf(parts(files));
  assert.equal(
    inferred.nodes.some(({ id }) => id === 'column:orders.total'),
    false,
    'not surely one',
  );
  assert.deepEqual(touched(inferred, 'orders.note').slice(0, 2), [
    ...['query:components/all.q#a', 'query:components/new.q#add/n'],
  ]);
});

test('SQL tells the tables it reads and those it changes', () => {
  const cases: [string, string[], string[]][] = [
    ['SELECT a FROM t1, s.T2 x', ['t1', 't2'], []],
    ['WITH w AS (SELECT * FROM t) SELECT * FROM w', ['t'], []],
    ['UPDATE a SET x = 1 FROM b WHERE b.id = a.id', ['b'], ['a']],
    ['DELETE FROM a WHERE id IN (SELECT id FROM a)', ['a'], ['a']],
    ['INSERT INTO log VALUES (1)', [], ['log']],
    ['WITH gone AS (DELETE FROM a RETURNING id) INSERT INTO b SELECT id FROM gone', [], ['a', 'b']],
    ['DROP TABLE IF EXISTS old', [], ['old']],
  ];
  for (const [sql, reads, writes] of cases)
    assert.deepEqual(tablesIn(statementsOf(sqlTokens(sql))), { reads, writes }, sql);
});

test('who may ask for what; open pages that change tables are marked', () => {
  const insert = '<q:query name="n" datasource="db">INSERT INTO log VALUES (1)</q:query>';
  const { pages, components } = parts({
    'components/open.q': page(`<q:action name="note">${insert}</q:action>`),
    'components/helped.q': page(
      `<q:function name="keep">${insert}</q:function><q:action name="go"><q:set name="a" value="{keep()}" /></q:action>`,
    ),
    'components/staff.q': page(insert, ' require_auth="true" require_role="admin, clerk"'),
  });
  const { visitors, rows } = accessMatrix(pages, components);
  assert.deepEqual(visitors, ['anyone', 'signed-in', 'role:admin', 'role:clerk']);
  assert.deepEqual(
    rows.map(({ path, functionName, allowed, isOpenWrite }) => [
      path,
      functionName,
      allowed.join(' '),
      isOpenWrite,
    ]),
    [
      ['/helped', null, 'anyone signed-in role:admin role:clerk', false],
      ['/helped', 'go', 'anyone signed-in role:admin role:clerk', true],
      ['/open', null, 'anyone signed-in role:admin role:clerk', false],
      ['/open', 'note', 'anyone signed-in role:admin role:clerk', true],
      ['/staff', null, 'role:admin role:clerk', false],
    ],
  );
});

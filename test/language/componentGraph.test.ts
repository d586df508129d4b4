import assert from 'node:assert/strict';
import test from 'node:test';
import { catalogueFor } from '../../src/language/catalogue/catalogueFor.js';
import { accessMatrix } from '../../src/language/components/accessMatrix.js';
import { componentsOf } from '../../src/language/components/componentsOf.js';
import type { Graph } from '../../src/language/components/graph.js';
import { graphView } from '../../src/language/components/graphView.js';
import { impactOf } from '../../src/language/components/impact.js';
import { pageFacts } from '../../src/language/components/pageFacts.js';
import { graphOf, type GraphParts } from '../../src/language/components/projectGraph.js';
import { tablesIn } from '../../src/language/components/statements.js';
import { testFacts } from '../../src/language/components/testFacts.js';
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
  return { pages, components: componentsOf(pages, project), tests, project };
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
  assert.deepEqual(arrows(graph), [
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
  for (const [sql, reads, writes] of cases) assert.deepEqual(tablesIn(sql), { reads, writes }, sql);
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

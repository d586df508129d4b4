import assert from 'node:assert/strict';
import { rename, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import type {
  ComponentAst,
  ComponentDetail,
  ComponentPage,
  ScannedEndpoint,
  ScanResult,
} from '../../../src/protocol/components.js';
import { temporaryFolder } from '../../support/serviceApp.js';
import { startComponents, write } from './componentApp.js';

const shop = {
  'quantum.config.yaml': 'datasources:\n  main:\n    driver: sqlite\n    database: a.db\n',
  'components/index.q': `<q:component name="index">
  <!-- The front door. -->
  <q:import component="Card" from="./_parts" />
  <q:param name="page" type="integer" default="1" />
  <q:query name="things" datasource="main">select 1 as one</q:query>
  <Card title="Hi" />
  <Stray />
  <a href="/orders/7">An order</a>
</q:component>
`,
  'components/orders/[id].q': `<q:component name="order" require_auth="true" require_role="admin">
  <!-- Takes the order back. -->
  <q:action name="cancel" method="DELETE">
    <q:param name="reason" type="string" required="true" />
    <q:redirect url="/" />
  </q:action>
  <h1>{id}</h1>
</q:component>
`,
  'components/_parts/Card.q':
    '<q:component name="Card"><q:param name="title" required="true" /><b>{title}</b></q:component>\n',
  'components/_parts/Unused.q': '<q:component name="Unused"><b>no</b></q:component>\n',
  'components/broken.q': '<q:component name="broken">\n  <q:sett name="a" />\n</q:component>\n',
  'tests/shop.test.q': '<q:test name="x" page="/"></q:test>\n',
};

test('a scan finds components, their endpoints and what the framework would refuse', async (t) => {
  const app = await startComponents(t, shop);
  assert.deepEqual(await app.components(), [], 'nothing is read before somebody asks for it');
  app.events();
  const result = await app.post<ScanResult>('scan');
  assert.equal(result.components_found, 5);
  assert.equal(result.endpoints_found, 4, 'index, the order and its action, and the broken page');
  assert.deepEqual(
    result.errors.map(({ filePath }) => filePath),
    ['components/broken.q'],
  );
  assert.match(result.errors[0]?.message ?? '', /^Line 2: .*q:set/);
  assert.deepEqual(
    app.events().map(({ at: _, ...event }) => event),
    [{ type: 'components_changed', projectId: app.id, id: app.id, changed: 5, components: null }],
  );
});

test('a component tells its status, what it needs and what uses it', async (t) => {
  const app = await startComponents(t, shop);
  await app.post('scan');
  const index = await app.component('components/index.q');
  assert.deepEqual(index.dependencies, [
    { kind: 'component', name: 'Card', path: 'components/_parts/Card.q' },
    { kind: 'component', name: 'Stray', path: null },
    { kind: 'page', name: '/orders/7', path: 'components/orders/[id].q' },
    { kind: 'datasource', name: 'main', path: null },
  ]);
  assert.deepEqual([index.kind, index.route, index.status], ['page', '/', 'active']);
  assert.deepEqual(index.tags, ['queries', 'params']);
  const card = await app.component('components/_parts/Card.q');
  assert.deepEqual([card.kind, card.route, card.status], ['part', null, 'active']);
  assert.deepEqual(card.usedBy, ['components/index.q']);
  assert.equal((await app.component('components/_parts/Unused.q')).status, 'inactive');
  const broken = await app.component('components/broken.q');
  assert.equal(broken.status, 'error');
  assert.match(broken.errorMessage ?? '', /Line 2/);
  const detail = await app.get<ComponentDetail>(`components/${card.id}`);
  assert.deepEqual({ ...detail, ...card }, detail);
});

test('an endpoint tells its method, address, action, parameters and guard', async (t) => {
  const app = await startComponents(t, shop);
  await app.post('scan');
  const [index, , order, cancel] = await app.get<ScannedEndpoint[]>('endpoints');
  assert.deepEqual([index?.method, index?.path, index?.guard], ['GET', '/', null]);
  assert.equal(index?.description, 'The front door.');
  assert.deepEqual(index.params, [
    { name: 'page', in: 'query', type: 'integer', required: false, default: '1' },
  ]);
  assert.deepEqual([order?.method, order?.path], ['GET', '/orders/[id]']);
  assert.deepEqual(order?.guard, { role: 'admin', permission: null });
  const inPath = { name: 'id', in: 'path', type: 'string', required: true, default: null };
  assert.deepEqual(cancel?.params, [
    inPath,
    { name: 'reason', in: 'form', type: 'string', required: true, default: null },
  ]);
  assert.deepEqual(
    [cancel.method, cancel.functionName, cancel.description],
    ['DELETE', 'cancel', 'Takes the order back.'],
  );
  assert.equal(cancel.filePath, 'components/orders/[id].q');
});

test('components are found by status, kind and text, and come in pages', async (t) => {
  const app = await startComponents(t, shop);
  await app.post('scan');
  const paths = async (query: string) =>
    (await app.components(query)).map(({ filePath }) => filePath);
  assert.deepEqual(await paths('?status=error'), ['components/broken.q']);
  assert.equal((await paths('?kind=part')).length, 2);
  assert.deepEqual(await paths('?q=ORDERS'), ['components/orders/[id].q']);
  const one = `?path=${encodeURIComponent('components/orders/[id].q')}`;
  assert.deepEqual(await paths(one), ['components/orders/[id].q']);
  assert.deepEqual(await paths('?path=components/orders'), []);
  const page = await app.get<ComponentPage>('components?limit=2&offset=4');
  assert.deepEqual([page.total, page.components.length], [5, 1]);
});

test('a scan writes what changed and nothing else', async (t) => {
  let now = Date.UTC(2026, 0, 1);
  const app = await startComponents(t, shop, { now: () => new Date(now) });
  await app.post('scan');
  const before = await app.components();
  const endpoints = await app.get<ScannedEndpoint[]>('endpoints');
  app.events();
  now += 60_000;
  await app.post('scan');
  assert.deepEqual(app.events(), [], 'nothing changed');
  const file = path.join(app.root, 'components/index.q');
  await utimes(file, new Date(), new Date());
  await app.post('scan');
  assert.deepEqual(app.events(), [], 'a file that was touched says what it said');
  assert.deepEqual(await app.components(), before);

  await writeFile(
    file,
    shop['components/index.q'].replace('require_auth', '').replace('Hi', 'Ho!'),
  );
  await app.post('scan');
  assert.deepEqual(
    app.events().map((event) => event.type === 'components_changed' && event.components),
    [[before.find(({ filePath }) => filePath === 'components/index.q')?.id]],
  );
  const after = await app.components();
  const changed = after.filter((one, at) => one.lastCompiled !== before[at]?.lastCompiled);
  assert.deepEqual(
    changed.map(({ filePath }) => filePath),
    ['components/index.q'],
  );
  assert.deepEqual(
    after.map(({ id }) => id),
    before.map(({ id }) => id),
  );
  assert.deepEqual(await app.get('endpoints'), endpoints, 'they keep their ids');
});

test('what goes and what moves leaves nothing behind', async (t) => {
  const app = await startComponents(t, shop);
  await app.post('scan');
  app.events();
  await rm(path.join(app.root, 'components/orders'), { recursive: true });
  await rename(
    path.join(app.root, 'components/_parts/Card.q'),
    path.join(app.root, 'components/_parts/Tile.q'),
  );
  const result = await app.post<ScanResult>('scan');
  assert.deepEqual([result.components_found, result.endpoints_found], [4, 2]);
  assert.equal(app.events().length, 1);
  const index = await app.component('components/index.q');
  assert.deepEqual(index.dependencies[0], { kind: 'component', name: 'Card', path: null });
  assert.equal((await app.component('components/_parts/Tile.q')).status, 'inactive');
});

test('a file that is no UTF-8 is there, and nobody knows what it is', async (t) => {
  const app = await startComponents(t, shop);
  await writeFile(path.join(app.root, 'components/latin.q'), Buffer.from([0x3c, 0x71, 0xe9]));
  await app.post('scan');
  const latin = await app.component('components/latin.q');
  assert.equal(latin.status, 'unknown');
  assert.match(latin.errorMessage ?? '', /UTF-8/);
});

test('a folder that is away takes nothing from the tables', async (t) => {
  const app = await startComponents(t, shop);
  await app.post('scan');
  const before = await app.components();
  await rename(app.root, `${app.root}-away`);
  assert.equal((await app.refused('POST', `/api/projects/${app.id}/scan`)).code, 'folder-missing');
  assert.deepEqual(await app.components(), before);
});

test('the components folder of the configuration counts', async (t) => {
  const app = await startComponents(t, {
    'quantum.config.yaml': 'paths:\n  components: pages\n',
    'pages/index.q': '<q:component name="index"><p>a</p></q:component>',
    'components/old.q': '<q:component name="old"><p>a</p></q:component>',
  });
  await app.post('scan');
  assert.equal((await app.component('pages/index.q')).route, '/');
  assert.equal((await app.component('components/old.q')).kind, 'outside');
  await write(app.root, { 'quantum.config.yaml': 'paths:\n  components: components\n' });
  await app.post('scan');
  assert.equal((await app.component('components/old.q')).route, '/old');
  assert.deepEqual(
    (await app.get<ScannedEndpoint[]>('endpoints')).map(({ path: at }) => at),
    ['/old'],
  );
});

test('the tree of a page is that of its file as it is now', async (t) => {
  const app = await startComponents(t, shop);
  await app.post('scan');
  const { id } = await app.component('components/_parts/Card.q');
  const ast = await app.get<ComponentAst>(`components/${id}/ast`);
  const [root] = JSON.parse(ast.ast_json) as [
    {
      name: string;
      line: number;
      attributes: object;
      children: { name: string; expressions: object[] }[];
    },
  ];
  assert.deepEqual([root.name, root.line, root.attributes], ['q:component', 1, { name: 'Card' }]);
  assert.deepEqual(
    root.children.map(({ name }) => name),
    ['q:param', 'b'],
  );
  assert.deepEqual(root.children[1]?.expressions, [
    {
      ...{ attribute: null, text: 'title', reads: ['title'], calls: [] },
      ...{ line: 1, column: 70, endLine: 1, endColumn: 75 },
    },
  ]);
  assert.equal(ast.nodes, 4);
  await rm(path.join(app.root, 'components/_parts/Card.q'));
  const gone = await app.refused('GET', `/api/projects/${app.id}/components/${id}/ast`);
  assert.equal(gone.code, 'not-found');
});

test('after a restart the tables are as they were, and only what changed is read', async (t) => {
  const home = await temporaryFolder(t, 'home');
  const root = await temporaryFolder(t, 'shop');
  const first = await startComponents(t, shop, { home, root });
  await first.post('scan');
  const before = await first.components();
  await first.close();
  const second = await startComponents(t, shop, { home, root, now: () => new Date(0) });
  assert.deepEqual(await second.components(), before);
  second.events();
  await write(root, {
    'components/_parts/Unused.q': '<q:component name="U"><i>x</i></q:component>',
  });
  await second.post('scan');
  const again = await second.components();
  assert.deepEqual(
    again
      .filter(({ lastCompiled }) => lastCompiled === new Date(0).toISOString())
      .map((c) => c.name),
    ['Unused'],
  );
});

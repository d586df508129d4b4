import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import type { CoveredFile } from '../../../src/protocol/testCoverage.js';
import type { TestRequest } from '../../../src/protocol/testResults.js';
import type { AffectedTests } from '../../../src/protocol/tests.js';
import { temporaryFolder } from '../../support/serviceApp.js';
import { smallApplication, startTests, storefront } from './testsApp.js';

const visit = (name: string, page: string, text: string): string =>
  `<q:test name="${name}" page="${page}">\n  <test:visit/>\n  <test:expect text="${text}"/>\n</q:test>\n`;
const services = `from quantum.services import service


@service("act.one")
def one():
    return 'one'


@service("act.two")
def two():
    return 'two'
`;
const invoking = (name: string): string =>
  `<q:component name="${name}">\n  <q:invoke name="r" service="act.${name}"/>\n  <p>{r}</p>\n</q:component>\n`;

async function started(t: TestContext) {
  const root = await smallApplication(await temporaryFolder(t, 'tests'), {
    'tests/a.test.q': visit('front', '/', 'Hello') + visit('one', '/one', 'one'),
    'tests/b.test.q': visit('two', '/two', 'two'),
    'components/one.q': invoking('one'),
    'components/two.q': invoking('two'),
    'act.py': services,
  });
  const app = await startTests(t, root);
  const at = `/api/projects/${app.project.id}/tests`;
  const affected = async (...by: string[]): Promise<string[]> => {
    const told = await app.call<AffectedTests>('POST', `${at}/affected`, { affected_by: by });
    return told.tests.map((id) => id.split('::')[1] ?? id);
  };
  const change = async (file: string, from: string, to: string): Promise<void> => {
    const text = await readFile(path.join(root, file), 'utf8');
    assert.ok(text.includes(from));
    await writeFile(path.join(root, file), text.replace(from, to));
  };
  return { root, app, at, affected, change };
}

test('what a change can touch is known before anything runs', async (t) => {
  const { root, app, affected, change } = await started(t);
  assert.deepEqual(await affected('.'), ['front', 'one', 'two'], 'nothing has run');
  await app.run();
  assert.deepEqual(await affected('.'), [], 'nothing has changed');
  await change('components/one.q', '{r}', '<b>{r}</b>');
  assert.deepEqual(await affected('.'), ['one']);
  assert.deepEqual(await affected('components/two.q'), []);
  await change('act.py', "'two'\n", "'2'\n");
  assert.deepEqual(await affected('act.py'), ['two'], 'by the function that changed');
  await change('tests/a.test.q', 'Hello', 'Hello');
  assert.deepEqual(await affected('tests'), []);
  await change('tests/a.test.q', 'text="Hello"', 'text="Hallo"');
  assert.deepEqual(await affected('tests'), ['front', 'one']);
  await app.run();
  for (const [file, from, to] of [
    ['act.py', 'from quantum', 'import os\nfrom quantum'],
    ['act.py', 'def one', 'def one('],
    ['quantum.config.yaml', '8080', '8081'],
  ] as const) {
    await change(file, from, to);
    assert.deepEqual(await affected(file), ['front', 'one', 'two'], `${file}: ${to}`);
    await change(file, to, from);
    assert.deepEqual(await affected('.'), []);
  }
  await writeFile(path.join(root, 'components/three.q'), '<q:component name="T"/>');
  assert.deepEqual(await affected('components/three.q'), ['front', 'one', 'two']);
  await rm(path.join(root, 'components/three.q'));
});

test('a run can be of what a change touched, or begin with it', async (t) => {
  const { app, change } = await started(t);
  await app.run();
  await change('components/two.q', '{r}', '<b>{r}</b>');
  const names = async (request: object): Promise<string[]> =>
    (await app.run({ ...request, workers: 1 })).individual_test_results.map(({ name }) => name);
  assert.deepEqual(await names({ affected_first: true }), ['two', 'front', 'one']);
  await change('components/one.q', '{r}', '<b>{r}</b>');
  assert.deepEqual(await names({ affected_by: ['components'] }), ['one']);
  const { test_run: none } = await app.run({ affected_by: ['components'] });
  assert.equal(none.status, 'error');
  assert.match(none.errorMessage ?? '', /No test is affected/);
});

test('what a test asked of the application is kept, with its SQL', async (t) => {
  const app = await startTests(t, await storefront(t));
  const id = 'tests/orders.test.q::an order takes its products off the shelf';
  const { test_run: run, individual_test_results: results } = await app.run({ tests: [id] });
  const at = `/api/projects/${app.project.id}/tests/runs/${run.id}/results/${results[0]?.id}`;
  const requests = await app.call<TestRequest[]>('GET', `${at}/requests`);
  const lines = requests.map(({ method, path: url, status }) => `${method} ${url} ${status}`);
  assert.deepEqual(lines.slice(0, 2), ['GET /cart 200', 'POST /cart 302']);
  assert.ok(lines.includes('POST /checkout 302'), lines.join('\n'));
  const queries = requests.flatMap((one) => one.queries);
  const insert = queries.find(({ sql }) => sql.startsWith('INSERT INTO orders'));
  assert.ok(insert && insert.ms >= 0 && insert.error === null);
  assert.equal(insert.params['city'], 'Porto');
});

test('lines and branches that ran are told for each page, and for one test', async (t) => {
  const app = await startTests(t, await storefront(t));
  const at = `/api/projects/${app.project.id}/tests/coverage`;
  const file = async (name: string, query = ''): Promise<CoveredFile> => {
    const found = (await app.call<CoveredFile[]>('GET', `${at}${query}`)).find(
      (one) => one.file === name,
    );
    assert.ok(found, name);
    return found;
  };
  assert.ok((await file('components/cart.q')).lines.every(({ times }) => times === 0));
  await app.run({ suite: 'shop' });
  const note = await file('components/_parts/StockNote.q');
  assert.deepEqual(
    note.branches.map(({ line, times }) => [line, times.length]),
    [[5, 4]],
  );
  const taken = note.branches[0]?.times.map((times) => times > 0);
  assert.deepEqual(taken, [false, true, true, true]);
  assert.ok((await file('components/cart.q')).lines.every(({ times }) => times === 0));
  const id = 'tests/shop.test.q::an unknown product says so';
  const one = await file('components/product/[id].q', `?test=${encodeURIComponent(id)}`);
  assert.deepEqual(one.tests, [id]);
  const all = await file('components/product/[id].q');
  const ran = ({ lines }: CoveredFile): number => lines.filter(({ times }) => times > 0).length;
  assert.ok(ran(one) > 0 && ran(one) < ran(all) && ran(all) <= all.lines.length);
  const times = (line: number): number => all.lines.find((one) => one.line === line)?.times ?? 0;
  assert.deepEqual(
    [19, 20, 32].map((line) => times(line) > 0),
    [true, false, true],
    'of an action',
  );
  const check = all.branches.find(({ line }) => line === 19);
  assert.deepEqual(
    check?.times.map((taken) => taken > 0),
    [false, true],
  );
  const page = path.join(app.root, 'components/product/[id].q');
  await writeFile(page, `${await readFile(page, 'utf8')}\n`);
  assert.deepEqual((await file('components/product/[id].q')).tests, [], 'it is another page now');
});

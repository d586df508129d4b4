import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import type { GeneratedTest, GenerateTest } from '../../../src/protocol/testGeneration.js';
import { temporaryFolder } from '../../support/serviceApp.js';
import { smallApplication, startTests, storefront, type TestsApp } from './testsApp.js';

const generate = (app: TestsApp, request: GenerateTest): Promise<GeneratedTest> =>
  app.call('POST', `/api/projects/${app.project.id}/tests/generate`, request);

const small = async (t: TestContext, files: Readonly<Record<string, string>>): Promise<TestsApp> =>
  startTests(t, await smallApplication(await temporaryFolder(t, 'small'), files));

test('a page gets a test that passes and notices each thing that is broken', async (t) => {
  const app = await startTests(t, await storefront(t));
  const made = await generate(app, { page: 'components/catalogue.q' });
  assert.equal(made.reason, null);
  assert.deepEqual([made.accepted, made.file], [true, 'tests/catalogue.test.q']);
  assert.match(
    made.text,
    /page="\/catalogue">\n {2}<test:visit \/>\n {2}<test:expect status="200" \/>/,
  );
  assert.deepEqual(
    made.broken.map(({ what, name, noticed }) => [what, name, noticed]),
    [
      ['content', '', true],
      ['query', 'categories', true],
      ['query', 'products', true],
    ],
  );
  // Below those that a person wrote.
  const written = await readFile(path.join(app.root, made.file), 'utf8');
  assert.ok(written.endsWith(`\n\n${made.text}`));
  assert.equal(written.split('\n').indexOf(made.text.split('\n')[0] ?? '') + 1, made.line);
  const tests = [`${made.file}::${made.name}`];
  const run = async () => (await app.run({ tests })).test_run;
  assert.deepEqual([(await run()).status, (await run()).hollowTests], ['completed', 0]);
  // What the check did in memory, a person does to the file.
  const page = path.join(app.root, 'components/catalogue.q');
  await writeFile(
    page,
    (await readFile(page, 'utf8')).replace(
      'FROM products p',
      'FROM products p WHERE 1 = 0 UNION SELECT * FROM products p',
    ),
  );
  assert.equal((await run()).status, 'failed');
});

test('an action gets one that sends its form and looks at what it wrote', async (t) => {
  const app = await startTests(t, await storefront(t));
  const request = { page: 'components/product/[id].q', action: 'review' };
  const made = await generate(app, request);
  assert.equal(made.reason, null);
  assert.match(made.text, /<test:submit action="review" [^>]*rating="5"/);
  assert.match(made.text, /<test:expect redirect="\/product\/1" \/>/);
  assert.match(made.text, /<test:expect table="reviews" count="10" \/>/);
  assert.equal(made.broken.find(({ what }) => what === 'action')?.noticed, true);
  // A second one stands below the first, under a name of its own.
  const second = await generate(app, request);
  assert.equal(second.file, made.file);
  assert.equal(second.name, `${made.name} (2)`);
  const { test_run: run, individual_test_results: results } = await app.run({ files: [made.file] });
  assert.deepEqual([run.status, results.length], ['completed', 2]);
  assert.deepEqual(
    results.map(({ line }) => line),
    [made.line, second.line],
  );
});

test('who may see a page is who the test asks as', async (t) => {
  const app = await startTests(t, await storefront(t));
  const made = await generate(app, { page: 'components/admin/orders.q' });
  assert.equal(made.reason, null);
  assert.match(made.text, /<test:as user="Tester" role="admin" id="1" \/>/);
});

test('a test that would not notice is not written, and the reason is told', async (t) => {
  const page = (content: string): string => `<q:component name="P">${content}</q:component>\n`;
  const app = await small(t, {
    'components/empty.q': page('<q:set name="n" value="1" />'),
    'components/away.q': page('<q:redirect url="/" /><p>Never seen</p>'),
    'components/broken.q': page('<p>{nobody(</p>'),
    'components/_parts/Card.q': page('<p>A part</p>'),
    'components/item/[id].q': page('<p>Item {id}</p>'),
    'components/send.q': page(
      '<q:action name="strict"><q:param name="code" required="true" pattern="^[A-Z]{40}$" /><q:redirect url="/" /></q:action><q:action name="idle"><q:redirect url="/send" /></q:action><p>Send</p>',
    ),
  });
  const refused = async (request: GenerateTest, reason: RegExp): Promise<void> => {
    const made = await generate(app, request);
    assert.equal(made.accepted, false, made.text);
    assert.match(made.reason ?? '', reason);
    await assert.rejects(readFile(path.join(app.root, made.file)), { code: 'ENOENT' });
  };
  await refused({ page: 'components/empty.q' }, /the same without its content/);
  await refused({ page: 'components/away.q' }, /leads on to \//);
  await refused({ page: 'components/_parts/Card.q' }, /answers no address by itself/);
  await refused(
    { page: 'components/item/[id].q' },
    /No page links to an address of the form \/item\/\[id\]/,
  );
  await refused({ page: 'components/send.q', action: 'strict' }, /refused what was sent .*code/);
  await refused({ page: 'components/send.q', action: 'nothing' }, /no action “nothing”/);
  const item = await generate(app, { page: 'components/item/[id].q', address: '/item/7' });
  assert.equal(item.reason, null);
  assert.match(item.text, /page="\/item\/7"/);
});

test('a page that is not there, or outside of the project, is a mistake of who asks', async (t) => {
  const app = await small(t, {});
  await mkdir(path.join(app.root, '../outside'), { recursive: true });
  await writeFile(
    path.join(app.root, '../outside/page.q'),
    '<q:component name="O"><p>Out</p></q:component>',
  );
  for (const page of ['components/none.q', '../outside/page.q', 'quantum.config.yaml']) {
    const problem = await app.refused('POST', `/api/projects/${app.project.id}/tests/generate`, {
      page,
    });
    assert.equal(problem.code, 'not-found');
  }
});

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { promisify } from 'node:util';
import type { PreviewAsset } from '../../../src/protocol/preview.js';
import { loadSqljs } from '../../../src/service/platform/store/sqljs/loadSqljs.js';
import { application, fieldsOf, requestOf, startTryOuts, type TryOutApp } from './tryOutApp.js';

const good = { text: 'Milk', count: '2', size: 'm', email: '', code: '', password: 'swordfish' };

/** Starts the server of the application, over a database that is there. */
async function run({ root, project, call }: TryOutApp): Promise<void> {
  const { Database } = await loadSqljs();
  const db = new Database();
  db.run(await readFile(path.join(root, 'migrations/V001__notes.sql'), 'utf8'));
  await mkdir(path.join(root, 'data'));
  await writeFile(path.join(root, 'data/app.db'), db.export());
  db.close();
  await call('POST', `/api/projects/${project.id}/run/start`);
}

void test('a form has the fields of an action with the rules the framework holds them to', async (t) => {
  const { form } = await startTryOuts(t, await application(t));
  const { path: address, actions, runningUrl } = await form('components/index.q');
  assert.equal(address, '/');
  assert.equal(runningUrl, null);
  assert.deepEqual(
    actions.map(({ name, method }) => `${method} ${name}`),
    ['POST add', 'POST send'],
  );
  const [text, count, size, , code, loud, password] = actions[0]?.params ?? [];
  assert.deepEqual(text, {
    ...{ name: 'text', type: 'string', required: true, default: null, options: [] },
    ...{ rules: { minlength: '2', maxlength: '40' }, secret: false },
  });
  assert.deepEqual(count?.rules, { min: '1', max: '9' });
  assert.equal(count.default, '1');
  assert.deepEqual(
    size?.options.map(({ value }) => value),
    ['s', 'm', 'l'],
  );
  assert.deepEqual(code?.rules, { pattern: '^[a-z]+$' });
  assert.equal(loud?.type, 'boolean');
  assert.equal(password?.secret, true);
  assert.deepEqual(actions[1]?.params[0]?.rules, { accept: '.txt' });
  assert.deepEqual((await form('components/orders/[id].q')).pathParams, ['id']);
});

void test('a part that answers no address has no form', async (t) => {
  const { refused } = await startTryOuts(t, await application(t));
  const problem = await refused('/form', { filePath: 'components/_parts/card.q' });
  assert.equal(problem.code, 'conflict');
  assert.match(problem.detail, /answers no address/);
});

for (const target of ['preview', 'running'] as const) {
  void test(`${target}: an action is sent what its form would send, and all it led to is told`, async (t) => {
    const tryOuts = await startTryOuts(t, await application(t));
    if (target === 'running') await run(tryOuts);
    const answer = await tryOuts.send({ target, fields: fieldsOf(good) });
    const [sent, followed, ...more] = answer.steps;
    assert.deepEqual(more, []);
    assert.deepEqual([sent?.method, sent?.url, sent?.status], ['POST', '/', 302]);
    assert.equal(sent?.action, 'add');
    assert.deepEqual(sent.flash, { message: '[Milk|2|m|||False]', type: 'success' });
    assert.ok(sent.headers.some(({ name, value }) => /^location$/i.test(name) && value !== ''));
    assert.match(sent.queries.map(({ sql }) => sql).join('\n'), /^INSERT INTO notes/);
    assert.ok(sent.queries.every(({ ms }) => ms >= 0));
    assert.deepEqual([followed?.method, followed?.status], ['GET', 200]);
    assert.match(answer.html, /<li[^>]*>\s*Milk\s*<\/li>/);
    assert.deepEqual(answer.fieldErrors, []);
  });

  void test(`${target}: what the rules refuse is said of each field`, async (t) => {
    const tryOuts = await startTryOuts(t, await application(t));
    if (target === 'running') await run(tryOuts);
    const fields = fieldsOf({
      ...good,
      text: 'M',
      count: '12',
      size: 'xl',
      email: 'no',
      code: '1',
    });
    const { steps, fieldErrors } = await tryOuts.send({ target, fields });
    const said = fieldErrors.map(({ name, message }) => `${name}: ${message}`);
    assert.deepEqual(said.sort(), [
      "code: Does not match '^[a-z]+$'",
      'count: Must be at most 9 (got 12)',
      'email: Must be a valid email',
      'size: Must be one of: s, m, l',
      'text: Must be at least 2 characters',
    ]);
    // The form is the page's: its errors bring back to it.
    assert.equal(steps[1]?.url, '/');
  });

  void test(`${target}: pages are seen by whom one chooses`, async (t) => {
    const tryOuts = await startTryOuts(t, await application(t));
    if (target === 'running') await run(tryOuts);
    const asked = { target, filePath: 'components/admin.q', url: '/admin', action: null };
    const stranger = await tryOuts.send(asked);
    assert.equal(stranger.steps[0]?.status, 302);
    const session = { user: 'Ann', role: 'admin', values: { shop: 'Galway' } };
    const staff = await tryOuts.send({ ...asked, session });
    assert.deepEqual(
      staff.steps.map(({ status }) => status),
      [200],
    );
    assert.match(staff.html, />\s*Ann, Galway\s*</);
    const customer = await tryOuts.send({ ...asked, session: { user: 'Bob', role: 'customer' } });
    assert.equal(customer.steps[0]?.status, 403);
  });

  void test(`${target}: files are uploaded`, async (t) => {
    const tryOuts = await startTryOuts(t, await application(t));
    if (target === 'running') await run(tryOuts);
    const letter = (name: string) => ({
      name: 'letter',
      value: { name, base64: Buffer.from('Dear').toString('base64') },
    });
    const note = { name: 'note', value: 'love & “kisses”' };
    const sent = await tryOuts.send({ target, action: 'send', fields: [letter('a.txt'), note] });
    assert.equal(sent.steps[0]?.flash?.message, 'Sent with love & “kisses”');
    const refused = await tryOuts.send({ target, action: 'send', fields: [letter('a.exe')] });
    assert.deepEqual(refused.fieldErrors, [
      { name: 'letter', message: "Accepts .txt; got 'a.exe'" },
    ]);
  });

  void test(`${target}: an action that breaks says where`, async (t) => {
    const tryOuts = await startTryOuts(t, await application(t));
    if (target === 'running') await run(tryOuts);
    const asked = { filePath: 'components/broken.q', url: '/broken', action: 'fail' };
    const { steps } = await tryOuts.send({ target, ...asked });
    assert.equal(steps[0]?.status, 500);
    assert.equal(steps[0].error?.filePath, 'components/broken.q');
    assert.equal(steps[0].error.line, 3);
  });
}

void test('what is tried out writes into the copy, which is as it was after a reset', async (t) => {
  const tryOuts = await startTryOuts(t, await application(t));
  await tryOuts.send({ fields: fieldsOf(good) });
  const page = { action: null, url: '/' };
  assert.match((await tryOuts.send(page)).html, /Milk/);
  assert.doesNotMatch((await tryOuts.send({ ...page, reset: true })).html, /Milk/);
  assert.ok(!(await readdir(tryOuts.root)).includes('data'));
});

void test('nothing is sent to an application that does not run, nor to an action that is not there', async (t) => {
  const { refused } = await startTryOuts(t, await application(t));
  const stopped = await refused('', requestOf({ target: 'running' }));
  assert.match(stopped.detail, /does not run/);
  const missing = await refused('', requestOf({ action: 'gone' }));
  assert.equal(missing.code, 'not-found');
});

void test('the files of an answered page are those of its server', async (t) => {
  const tryOuts = await startTryOuts(t, await application(t));
  const asset = (target: string): Promise<PreviewAsset> =>
    tryOuts.call(
      'GET',
      `/api/projects/${tryOuts.project.id}/try-out/asset?target=${target}&url=/static/site.css`,
    );
  await run(tryOuts);
  const served = await asset('running');
  assert.equal(Buffer.from(served.base64, 'base64').toString(), 'h1 { color: teal }');
  await tryOuts.send({ action: null });
  assert.equal((await asset('preview')).base64, served.base64);
});

void test('the command of a request does what the request did', async (t) => {
  const tryOuts = await startTryOuts(t, await application(t));
  await run(tryOuts);
  const fields = fieldsOf({ ...good, text: `a'b $HOME "c"`, password: 'x&y=z' });
  const { steps, curl } = await tryOuts.send({ target: 'running', fields });
  const { stdout } = await promisify(execFile)('sh', [
    '-c',
    (curl ?? '').replace('curl', 'curl -s -L'),
  ]);
  const [, flash = ''] = /id="flash">([^<]*)</.exec(stdout) ?? [];
  const text = flash.replaceAll('&#x27;', "'").replaceAll('&#39;', "'").replaceAll('&quot;', '"');
  assert.equal(steps[0]?.flash?.message, `[a'b $HOME "c"|2|m|||False]`);
  assert.ok(stdout.includes('302') || text !== '', stdout);
});

void test('the history keeps fifty requests, newest first, until it is cleared', async (t) => {
  const tryOuts = await startTryOuts(t, await application(t));
  for (let turn = 0; turn < 52; turn++) await tryOuts.send({ action: null, url: `/?turn=${turn}` });
  const urls = (await tryOuts.history()).map(({ url }) => url);
  assert.equal(urls.length, 50);
  assert.deepEqual([urls[0], urls.at(-1)], ['/?turn=51', '/?turn=2']);
  await tryOuts.call('DELETE', `/api/projects/${tryOuts.project.id}/try-out/history`);
  assert.deepEqual(await tryOuts.history(), []);
});

void test('the history goes with its project, and each change of it is an event', async (t) => {
  const tryOuts = await startTryOuts(t, await application(t));
  const { id } = tryOuts.project;
  const changes = (): Promise<number> =>
    tryOuts.platform.store.read(async (db) => {
      const events = db.selectFrom('event').select('type');
      return (await events.where('type', '=', 'try_outs_changed').execute()).length;
    });
  const rows = (): Promise<unknown[]> =>
    tryOuts.platform.store.read((db) => db.selectFrom('try_out').selectAll().execute());
  await tryOuts.send({ action: null });
  assert.equal(await changes(), 1);
  await tryOuts.call('DELETE', `/api/projects/${id}/try-out/history`);
  assert.equal(await changes(), 2);
  await tryOuts.send({ action: null });
  assert.equal((await rows()).length, 1);
  // A request that is under way then is answered and not kept.
  const underWay = tryOuts.send({ action: null, url: '/?late' });
  await tryOuts.call('DELETE', `/api/projects/${id}`);
  await underWay.catch((error: unknown) => assert.match(String(error), /There is no project/));
  assert.deepEqual(await rows(), []);
});

for (const target of ['preview', 'running'] as const) {
  void test(`${target}: no password is in the history, wherever the application repeats it`, async (t) => {
    const tryOuts = await startTryOuts(t, await application(t));
    if (target === 'running') await run(tryOuts);
    const password = 'open sesame&1';
    const answer = await tryOuts.send({ target, fields: fieldsOf({ ...good, password }) });
    // It is in an address and, in the preview, in a parameter of a query.
    assert.match(JSON.stringify(answer.steps), /sesame/);
    const [entry] = await tryOuts.history();
    assert.ok(entry);
    assert.deepEqual(entry.fields.at(-1), { name: 'password', value: null, file: null });
    assert.doesNotMatch(JSON.stringify(entry), /sesame/);
    assert.equal(entry.fields[0]?.value, 'Milk');
    assert.equal(entry.steps[0]?.status, 302);
    const rows = await tryOuts.platform.store.read((db) =>
      db.selectFrom('try_out').selectAll().execute(),
    );
    assert.doesNotMatch(JSON.stringify(rows), /sesame/);
  });
}

void test('a request becomes a test that was run and passed', async (t) => {
  const tryOuts = await startTryOuts(t, await application(t));
  const testFile = 'tests/index.test.q';
  const ok = await tryOuts.saveTest({
    ...{ name: 'a note is added', testFile },
    request: requestOf({ fields: fieldsOf({ ...good, text: 'Milk & <b>"honey"</b>' }) }),
  });
  assert.equal(ok.line, 1);
  const refused = await tryOuts.saveTest({
    ...{ name: 'a short note is refused', testFile },
    request: requestOf({ fields: fieldsOf({ ...good, text: 'M' }) }),
  });
  const staff = await tryOuts.saveTest({
    ...{ name: 'staff see their page', testFile },
    request: requestOf({
      ...{ filePath: 'components/admin.q', url: '/admin', action: null },
      session: { user: 'Ann', role: 'admin' },
    }),
  });
  const written = await readFile(path.join(tryOuts.root, testFile), 'utf8');
  assert.equal(written, [ok, refused, staff].map(({ text }) => text).join('\n'));
  assert.match(
    refused.text,
    /<test:expect error="text" message="Must be at least 2 characters" \/>/,
  );
  assert.match(ok.text, /redirect="\/\?said=swordfish"/);
  assert.match(staff.text, /<test:as user="Ann" role="admin" \/>\n {2}<test:visit \/>/);
  assert.match(staff.text, /<test:expect text="Staff" \/>/);
  assert.equal(
    written.split('\n')[staff.line - 1],
    '<q:test name="staff see their page" page="/admin">',
  );
});

void test('a test that does not pass is not kept, and the file is as it was', async (t) => {
  const tryOuts = await startTryOuts(t, await application(t));
  const testFile = 'tests/index.test.q';
  const request = requestOf({ fields: fieldsOf(good) });
  const saved = await tryOuts.saveTest({ name: 'one', testFile, request });
  const twice = await tryOuts.refused('/test', { name: 'one', testFile, request });
  assert.match(twice.detail, /two tests are called "one"/);
  assert.equal(await readFile(path.join(tryOuts.root, testFile), 'utf8'), saved.text);
  const letter = { name: 'letter', value: { name: 'a.txt', base64: '' } };
  const file = requestOf({ action: 'send', fields: [letter] });
  const cannot = await tryOuts.refused('/test', { name: 'two', testFile, request: file });
  assert.match(cannot.detail, /cannot say the file a\.txt/);
  const outside = await tryOuts.refused('/test', {
    ...{ name: 'three', testFile: '../three.test.q', request },
  });
  assert.equal(outside.code, 'invalid-request');
});

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import type {
  SlowTest,
  TestDay,
  TestRunComparison,
  FlakyTest,
  TestTrendPoint,
} from '../../../src/protocol/testHistory.js';
import type { TestResult } from '../../../src/protocol/testResults.js';
import type { TestRun } from '../../../src/protocol/testRuns.js';
import { temporaryFolder } from '../../support/serviceApp.js';
import { smallApplication, startTests } from './testsApp.js';

const good = '<q:test name="good"><test:visit/><test:expect text="Hello"/></q:test>\n';
const bad = '<q:test name="bad"><test:visit/><test:expect text="Goodbye"/></q:test>\n';
/** Passes when no file stands in the application's folder, and puts one there. */
const moody = '<q:test name="moody"><test:visit/><test:expect text="calm"/></q:test>\n';
const mood = `import os
from quantum.services import service


@service("act.act")
def act():
    if os.path.exists("mood.tmp"):
        os.remove("mood.tmp")
        return "angry"
    open("mood.tmp", "w").close()
    return "calm"
`;

test('runs are listed newest first, by status and page by page, and make a trend', async (t) => {
  const root = await smallApplication(await temporaryFolder(t, 'tests'), {
    'tests/a.test.q': good,
    'tests/b.test.q': bad,
  });
  const app = await startTests(t, root);
  const base = `/api/projects/${app.project.id}/tests`;
  const ids: number[] = [];
  for (const request of [{ suite: 'a' }, {}, { suite: 'none' }]) {
    ids.push((await app.run(request)).test_run.id);
  }
  const [first, second, third] = ids as [number, number, number];
  const list = async (query: string): Promise<number[]> =>
    (await app.call<TestRun[]>('GET', `${base}/runs${query}`)).map(({ id }) => id);
  assert.deepEqual(await list(''), [third, second, first]);
  assert.deepEqual(await list('?status=failed'), [second]);
  assert.deepEqual(await list('?status=completed&limit=1'), [first]);
  assert.deepEqual(await list('?limit=1'), [third]);
  assert.deepEqual(await list(`?before=${third}&limit=1`), [second]);
  const trend = await app.call<TestTrendPoint[]>('GET', `${base}/trends`);
  assert.deepEqual(
    trend.map(({ runId, total, passed, failed, passRate }) => [
      ...[runId, total, passed, failed, passRate],
    ]),
    [
      [first, 1, 1, 0, 1],
      [second, 2, 1, 1, 0.5],
    ],
  );
  assert.deepEqual(await list('?suite=b'), [second]);
  const days = await app.call<TestDay[]>('GET', `${base}/days`);
  assert.deepEqual(
    days.map(({ runs, passed, failed, passRate }) => [runs, passed, failed, passRate]),
    [[2, 2, 1, 2 / 3]],
  );
  const ofSuite = await app.call<TestDay[]>('GET', `${base}/days?suite=b`);
  assert.deepEqual(
    ofSuite.map(({ runs, passed, failed }) => [runs, passed, failed]),
    [[1, 0, 1]],
  );
  const slow = await app.call<SlowTest[]>('GET', `${base}/slowest`);
  assert.deepEqual(slow.map(({ testId, times }) => [testId, times]).sort(), [
    ['tests/a.test.q::good', 2],
    ['tests/b.test.q::bad', 1],
  ]);
  assert.ok(slow.every(({ meanMs, mostMs }) => meanMs > 0 && mostMs >= meanMs));
  assert.deepEqual(await app.call('GET', `${base}/choices`), { suites: ['a', 'b'], branches: [] });
  const compared = await app.call<TestRunComparison>(
    'GET',
    `${base}/runs/${second}/comparison?to=${first}`,
  );
  assert.deepEqual([compared.same, compared.added.map(({ name }) => name)], [1, ['bad']]);
  await app.platform.store.write((tx) =>
    tx.deleteFrom('test_result').where('test_run_id', '=', first).execute(),
  );
  const gone = await app.refused('GET', `${base}/runs/${second}/comparison?to=${first}`);
  assert.deepEqual([gone.code, gone.repair], ['not-found', 'Choose two newer runs.']);
  const history = await app.call<TestResult[]>(
    'GET',
    `${base}/${encodeURIComponent('tests/a.test.q::good')}/history`,
  );
  assert.deepEqual(
    history.map(({ testRunId, status }) => [testRunId, status]),
    [[second, 'passed']],
  );
  assert.equal((await app.refused('GET', `${base}/runs/99`)).code, 'not-found');
});

test('a test that passes and fails on the same code is flaky; one that was mended is not', async (t) => {
  const root = await smallApplication(await temporaryFolder(t, 'tests'), {
    'tests/a.test.q': moody,
    'tests/b.test.q': bad,
    'components/index.q':
      '<q:component name="I"><q:invoke name="r" service="act.act"/><p>Hello {r}</p></q:component>\n',
    'act.py': mood,
  });
  const app = await startTests(t, root);
  const flaky = (): Promise<FlakyTest[]> =>
    app.call('GET', `/api/projects/${app.project.id}/tests/flaky`);
  await app.run({ suite: 'b' });
  await writeFile(path.join(root, 'tests/b.test.q'), bad.replace('Goodbye', 'Hello'));
  await app.run({ suite: 'b' });
  assert.deepEqual(await flaky(), [], 'the code is another one');
  await app.run({ suite: 'a', repeat: 4 });
  const [found, ...others] = await flaky();
  assert.deepEqual(others, []);
  assert.deepEqual([found?.testId, found?.passed, found?.failed], ['tests/a.test.q::moody', 2, 2]);
});

test('a run as JUnit XML', async (t) => {
  const root = await smallApplication(await temporaryFolder(t, 'tests'), {
    'tests/a.test.q': good.replace('good', 'good &amp; &quot;odd&quot;') + bad,
    'tests/b.test.q': '<q:test name="looks"><test:visit/></q:test>\n',
    'tests/c.test.q': 'nonsense',
  });
  const app = await startTests(t, root);
  const { test_run: run } = await app.run();
  const answer = await app.app.inject({
    url: `/api/projects/${app.project.id}/tests/runs/${run.id}/junit`,
    headers: app.authorized,
  });
  assert.match(answer.headers['content-type'] as string, /^application\/xml/);
  const times = answer.body.replace(/time="\d+\.\d{3}"/g, 'time="…"');
  assert.match(times, /<testsuites name="quantum" tests="4" failures="1" errors="1" time="…">/);
  assert.ok(
    times.includes(
      '<testcase name="good &amp; &quot;odd&quot;" classname="a" file="tests/a.test.q" line="1" time="…">',
    ),
  );
  assert.match(times, /<failure message="expected the page \(\/\) to show &quot;Goodbye&quot;/);
  assert.match(times, /tests\/a\.test\.q:2 {2}&lt;test:expect text="Goodbye"\/&gt;/);
  assert.match(times, /<property name="hollow" value="It expects nothing/);
  assert.match(times, /<error message="text outside a &lt;q:test&gt;/);
});

test('what a deleted project had is gone with it', async (t) => {
  const root = await smallApplication(await temporaryFolder(t, 'tests'), {
    'tests/a.test.q': good,
  });
  const app = await startTests(t, root);
  await app.run();
  const { id } = app.project;
  const consequences = await app.call<object>('GET', `/api/projects/${id}/consequences`);
  assert.equal(Reflect.get(consequences, 'testRuns'), 1);
  const url = `/api/projects/${id}`;
  const gone = await app.app.inject({ method: 'DELETE', url, headers: app.authorized });
  assert.equal(gone.statusCode, 204);
  const left = await app.platform.store.read((db) =>
    db.selectFrom('test_result').select('id').execute(),
  );
  assert.deepEqual(left, []);
});

test('a run as a page: everything in it, nothing of it markup, nothing loaded', async (t) => {
  const script = '&lt;script&gt;alert(1)&lt;/script&gt;';
  const root = await smallApplication(await temporaryFolder(t, 'tests'), {
    'tests/a.test.q': good.replace('good', `good ${script}`) + bad.replace('Goodbye', script),
    'tests/b.test.q': '<q:test name="looks"><test:visit/></q:test>\n',
  });
  const app = await startTests(t, root);
  const { test_run: run } = await app.run();
  const answer = await app.app.inject({
    url: `/api/projects/${app.project.id}/tests/runs/${run.id}/html`,
    headers: app.authorized,
  });
  assert.match(answer.headers['content-type'] as string, /^text\/html/);
  const page = answer.body;
  assert.doesNotMatch(page, /<script|<link|<img| src=| on\w+=/i);
  assert.match(page, /good &lt;script&gt;alert\(1\)&lt;\/script&gt;/);
  assert.match(page, /2 passed, 1 failed, 1 hollow/);
  assert.match(page, /<td class="failed">failed<\/td>/);
  assert.match(page, /tests\/a\.test\.q:2\n/);
  assert.match(page, /Hollow: It expects nothing/);
  assert.match(page, /<html lang="en">/);
  assert.match(page, /default-src &#39;none&#39;|default-src 'none'/);
});

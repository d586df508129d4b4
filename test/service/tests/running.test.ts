import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import type { Job } from '../../../src/protocol/jobs.js';
import type { StoredEvent } from '../../../src/protocol/events.js';
import type { TestResult } from '../../../src/protocol/testResults.js';
import type { TestRun, TestRunDetail, TestRunProgress } from '../../../src/protocol/testRuns.js';
import type { ProjectTests } from '../../../src/protocol/tests.js';
import { quantumPython } from '../../support/pythonEnvironment.js';
import { eventually } from '../../support/eventually.js';
import { isAlive } from '../../support/runningService.js';
import { temporaryFolder } from '../../support/serviceApp.js';
import { smallApplication, startTests, storefront, type TestsApp } from './testsApp.js';

const act = (body: string): string =>
  `import os, subprocess, sys\nfrom quantum.services import service\n\n\n@service("act.act")\ndef act():\n${body}\n`;
const invoking = '<q:component name="P"><q:invoke name="r" service="act.act"/></q:component>\n';
const visit = (name: string, page = '/', step = '<test:expect text="Hello"/>'): string =>
  `<q:test name="${name}" page="${page}">\n  <test:visit/>\n  ${step}\n</q:test>\n`;
const failing = '<test:expect text="Goodbye"/>';

/** The lines of `quantum test` itself. */
async function quantumTest(root: string): Promise<string[]> {
  const python = await quantumPython();
  const program = path.join(path.dirname(python), 'quantum');
  return new Promise((resolve) => {
    execFile(program, ['test'], { cwd: root }, (_error, stdout) => resolve(stdout.split('\n')));
  });
}

test('a run of the storefront tells of each test what `quantum test` tells', async (t) => {
  const app = await startTests(t, await storefront(t));
  const { id } = app.project;
  const found = await app.call<ProjectTests>('GET', `/api/projects/${id}/tests`);
  assert.ok(found.tests.length > 20);
  assert.deepEqual(found.problems, []);
  const detail = await app.run();
  const { test_run: run } = detail;
  const results = inOrder(found, detail);
  assert.equal(run.status, 'completed', JSON.stringify(results.filter((r) => r.message !== '')));
  assert.deepEqual(
    results.map(({ testId }) => testId),
    found.tests.map((one) => one.id),
  );
  const judged = (await quantumTest(app.root)).flatMap((line) => {
    const match = /^ {2}(PASS|FAIL) {2}(.*) {2}\(\d+ ms\)$/.exec(line);
    return match ? [`${match[1]} ${match[2]}`] : [];
  });
  assert.deepEqual(
    results.map(({ status, name }) => `${status === 'passed' ? 'PASS' : 'FAIL'} ${name}`),
    judged,
  );
  assert.equal(run.totalTests, results.length);
  assert.equal(run.passedTests, results.length);
  assert.equal(run.frameworkVersion, '1.0.1');
  assert.equal(
    detail.suite_results.reduce((sum, { total }) => sum + total, 0),
    results.length,
  );
  const told = (type: StoredEvent['type']): unknown[] =>
    app.seen.flatMap((event) => (event.type === type && 'testId' in event ? [event.testId] : []));
  const ended = detail.individual_test_results.map(({ testId }) => testId);
  assert.deepEqual(told('test_ended'), ended);
  assert.deepEqual(told('test_started').sort(), ended.sort());
});

/** As the tests stand in their files, whichever ended first. */
function inOrder(
  { tests }: ProjectTests,
  { individual_test_results }: TestRunDetail,
): TestResult[] {
  const place = ({ testId }: TestResult): number => tests.findIndex(({ id }) => id === testId);
  return [...individual_test_results].sort((one, other) => place(one) - place(other));
}

test('with two workers two tests run at once, and one that dies takes no other with it', async (t) => {
  const root = await smallApplication(await temporaryFolder(t, 'tests'), {
    'tests/a.test.q': visit('waits', '/waits') + visit('dies', '/dies') + visit('last'),
    'components/waits.q': invoking
      .replace('act.act', 'act.wait')
      .replace('/></q', '/><p>Hello</p></q'),
    'components/dies.q': invoking,
    'act.py':
      act("    open('died', 'w').close()\n    os._exit(9)") +
      "\n@service('act.wait')\ndef wait():\n    import time\n    while not os.path.exists('died'):\n        time.sleep(0.01)\n    return 1\n",
  });
  const app = await startTests(t, root);
  const { individual_test_results: results } = await app.run({ workers: 2 });
  const told = results.map(({ name, status }) => `${name}: ${status}`).sort();
  assert.deepEqual(told, ['dies: error', 'last: passed', 'waits: passed']);
});

test('each run starts with the modules of the application as they are now, unused', async (t) => {
  const counting = (more: string): string =>
    act(`    import counter\n    counter.seen += 1\n    return '${more}%d' % counter.seen`);
  const root = await smallApplication(await temporaryFolder(t, 'tests'), {
    'tests/a.test.q': visit('counts', '/count', '<test:expect text="seen 1"/>'),
    'components/count.q':
      '<q:component name="C"><q:invoke name="r" service="act.act"/><p>seen {r}</p></q:component>\n',
    'counter.py': 'seen = 0\n',
    'act.py': counting(''),
  });
  const app = await startTests(t, root);
  const message = async (): Promise<string> =>
    (await app.run({ workers: 1 })).individual_test_results[0]?.message ?? 'no result';
  assert.deepEqual([await message(), await message()], ['', '']);
  await writeFile(path.join(root, 'act.py'), counting('now '));
  assert.match(await message(), /to show "seen 1"; it shows: C seen now 1/);
});

test('what fails, breaks and does not parse is told with its place, and the rest runs', async (t) => {
  const root = await smallApplication(await temporaryFolder(t, 'tests'), {
    'tests/a.test.q': visit('good') + visit('bad', '/', failing) + visit('dies', '/die'),
    'tests/b.test.q': '<q:test name="odd">\n  <test:click/>\n</q:test>\n',
    'tests/c.test.q': visit('last'),
    'components/die.q': invoking,
    'act.py': act('    os._exit(9)'),
  });
  const app = await startTests(t, root);
  const { test_run: run, individual_test_results: results } = await app.run({ workers: 1 });
  assert.equal(run.status, 'failed');
  const told = results.map(({ file, name, status, failureLine }) =>
    [file, name, status, failureLine].join(' | '),
  );
  assert.deepEqual(told, [
    'tests/b.test.q | tests/b.test.q | error | 2',
    'tests/a.test.q | good | passed | ',
    'tests/a.test.q | bad | failed | 7',
    'tests/a.test.q | dies | error | 9',
    'tests/c.test.q | last | passed | ',
  ]);
  const message = (name: string) => results.find((one) => one.name === name)?.message ?? '';
  assert.match(message('bad'), /expected the page \(\/\) to show "Goodbye"/);
  assert.equal(message('dies'), 'Its process ended with exit code 9 during this test.');
  assert.match(message('tests/b.test.q'), /<test:click> is not a test step/);
  assert.deepEqual([run.totalTests, run.passedTests, run.failedTests], [5, 2, 3]);
});

test('a test that hangs is ended at the limit and named, and the rest runs', async (t) => {
  const root = await smallApplication(await temporaryFolder(t, 'tests'), {
    'tests/a.test.q': visit('hangs', '/hang') + visit('last'),
    'components/hang.q': invoking,
    'act.py': act("    import time\n    print('about to hang')\n    time.sleep(600)"),
  });
  const app = await startTests(t, root);
  const { individual_test_results: results } = await app.run({ time_limit_seconds: 2, workers: 1 });
  assert.equal(results[0]?.output.trim(), 'about to hang');
  assert.deepEqual(
    results.map(({ name, status, message }) => [name, status, message]),
    [
      ['hangs', 'error', 'It took longer than 2 s and was ended.'],
      ['last', 'passed', ''],
    ],
  );
});

test('a cancel ends the test that runs and all it started; what was told is kept', async (t) => {
  const root = await smallApplication(await temporaryFolder(t, 'tests'), {
    'tests/a.test.q': visit('first') + visit('hangs', '/hang') + visit('never'),
    'components/hang.q': invoking,
    'act.py': act(
      "    child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n    open('child.tmp', 'w').write(str(child.pid))\n    os.rename('child.tmp', 'child.pid')\n    child.wait()",
    ),
  });
  const app = await startTests(t, root);
  const runId = await app.begin({ workers: 1 });
  const at = `/api/projects/${app.project.id}/tests/runs/${runId}`;
  await app.event((event) => event.type === 'test_started' && event.testId.endsWith('::hangs'));
  const status = await app.call<TestRunProgress>('GET', `${at}/status`);
  assert.deepEqual(status, {
    status: 'running',
    current_suite: 'a',
    progress: 1 / 3,
    tests_passed: 1,
    tests_failed: 0,
  });
  const pid = await pidIn(path.join(root, 'child.pid'));
  const busyMs = await slowestRequest(app);
  const began = performance.now();
  const run = await app.call<TestRun>('POST', `${at}/cancel`);
  const took = performance.now() - began;
  // On a machine that is busy with other things, any request takes its time.
  assert.ok(took < Math.max(200, 20 * busyMs), `${took} ms, beside requests of ${busyMs} ms`);
  assert.equal(run.status, 'cancelled');
  await eventually(() => !isAlive(pid), { withinMs: 5_000, what: 'the grandchild to be gone' });
  const detail = await app.call<TestRunDetail>('GET', at);
  assert.deepEqual(
    detail.individual_test_results.map(({ name }) => name),
    ['first'],
  );
  const again = await app.refused('POST', `${at}/cancel`);
  assert.equal(again.code, 'job-not-cancellable');
  assert.equal((await app.call<Job>('GET', `/api/jobs/${run.jobId}`)).state, 'cancelled');
});

/** How long a request takes here and now that waits for nothing: ms of the slowest of ten. */
async function slowestRequest(app: TestsApp): Promise<number> {
  let slowest = 0;
  for (let time = 0; time < 10; time += 1) {
    const began = performance.now();
    await app.call('GET', `/api/projects/${app.project.id}`);
    slowest = Math.max(slowest, performance.now() - began);
  }
  return slowest;
}

async function pidIn(file: string): Promise<number> {
  let text = '';
  const isWritten = async (): Promise<boolean> => {
    text = await readFile(file, 'utf8').catch(() => '');
    return text !== '';
  };
  await eventually(isWritten, { withinMs: 20_000, what: `${file}, written by the test` });
  return Number(text);
}

test('a run goes on after the service changed hands, and runs nothing twice', async (t) => {
  const root = await smallApplication(await temporaryFolder(t, 'tests'), {
    'tests/a.test.q': visit('first') + visit('slow', '/slow') + visit('last'),
    'components/slow.q':
      '<q:component name="S"><q:invoke name="r" service="act.act"/><p>Hello</p></q:component>\n',
    'act.py': act(
      "    if not os.path.exists('gone-on'):\n        import time\n        time.sleep(600)\n    return 'Hello'",
    ),
  });
  const home = await temporaryFolder(t, 'home');
  const first = await startTests(t, root, { home });
  const runId = await first.begin({ workers: 1 });
  await first.event((event) => event.type === 'test_started' && event.testId.endsWith('::slow'));
  await first.close('draining');
  await writeFile(path.join(root, 'gone-on'), '');
  const second = await startTests(t, root, { home });
  const { test_run: run, individual_test_results: results } = await second.ended(runId);
  assert.equal(run.status, 'completed', JSON.stringify(results));
  assert.deepEqual(
    results.map(({ name }) => name),
    ['first', 'slow', 'last'],
  );
});

test('a run can be of a suite, a folder, files or tests, stop at a failure, and repeat', async (t) => {
  const root = await smallApplication(await temporaryFolder(t, 'tests'), {
    'tests/a.test.q': visit('one') + visit('two', '/', failing) + visit('three'),
    'tests/more/b.test.q': visit('four'),
    'other/c.test.q': visit('five'),
  });
  const app = await startTests(t, root);
  const names = async (request: object): Promise<string[]> =>
    (await app.run({ ...request, workers: 1 })).individual_test_results.map(({ name }) => name);
  assert.deepEqual(await names({ suite: 'b' }), ['four']);
  assert.deepEqual(await names({ files: ['tests/more'] }), ['four']);
  assert.deepEqual(await names({ files: ['other/c.test.q'] }), ['five']);
  assert.deepEqual(await names({ tests: ['tests/a.test.q::three'] }), ['three']);
  assert.deepEqual(await names({ stop_on_fail: true, files: ['tests'] }), ['one', 'two']);
  assert.deepEqual(await names({ suite: 'c', repeat: 3 }), ['five', 'five', 'five']);
  assert.deepEqual(await names({ failed: true }), ['two']);
  assert.deepEqual(await names({ failed: true, files: ['tests/more'] }), ['two', 'four']);
});

test('a run that cannot run says why', async (t) => {
  const root = await smallApplication(await temporaryFolder(t, 'tests'), {});
  const app = await startTests(t, root);
  const { test_run: empty } = await app.run();
  assert.deepEqual(
    [empty.status, empty.errorMessage],
    [
      'error',
      'There are no tests: no file of the project ends in .test.q, and there is no test_runner.py.',
    ],
  );
  await smallApplication(root, { 'tests/a.test.q': visit('one') });
  const { test_run: none } = await app.run({ suite: 'nothing' });
  assert.match(none.errorMessage ?? '', /None of the project’s tests is called so/);
  const bare = await startTests(t, root, {
    installation: { interpreter: null, version: null, problem: 'No Python was found.' },
  });
  const { test_run: run } = await bare.run();
  assert.deepEqual([run.status, run.errorMessage], ['error', 'No Python was found.']);
  const refused = await bare.refused('GET', `/api/projects/${bare.project.id}/tests`);
  assert.deepEqual([refused.code, refused.detail], ['framework-missing', 'No Python was found.']);
});

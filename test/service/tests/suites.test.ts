import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import type { RunTests, TestRunDetail } from '../../../src/protocol/testRuns.js';
import type { ProjectTests } from '../../../src/protocol/tests.js';
import { quantumPython } from '../../support/pythonEnvironment.js';
import { temporaryFolder } from '../../support/serviceApp.js';
import { startTests, type TestsApp } from './testsApp.js';

const sample = path.join(import.meta.dirname, '../../../samples/regression');

/** A copy of the sample, with these texts in place of its own; null takes a file away. */
async function checkout(
  t: TestContext,
  changes: Readonly<Record<string, string | null>> = {},
): Promise<string> {
  const root = await realpath(await temporaryFolder(t, 'regression'));
  await cp(sample, root, { recursive: true });
  for (const [file, text] of Object.entries(changes)) {
    if (text === null) await rm(path.join(root, file));
    else await writeFile(path.join(root, file), text);
  }
  return root;
}

/** The sample's runner with one place otherwise. */
async function changedRunner(from: string, to: string): Promise<string> {
  const text = await readFile(path.join(sample, 'test_runner.py'), 'utf8');
  assert.ok(text.includes(from), `the runner has no ${from}`);
  return text.replace(from, to);
}

const before = (name: string, statement: string): Promise<string> =>
  changedRunner(
    '    page = QuantumParser()',
    `    if path.name == '${name}':\n        ${statement}\n    page = QuantumParser()`,
  );

/** What the command line says of each file. */
async function bareRunner(cwd: string): Promise<Map<string, string>> {
  const python = await quantumPython();
  const stdout = await new Promise<string>((resolve) =>
    execFile(python, ['test_runner.py'], { cwd }, (_error, out) => resolve(out)),
  );
  const lines = stdout.matchAll(/^ {2}(PASS|FAIL) (test-\S+\.q)(?: \(.*\))?$/gm);
  return new Map([...lines].map(([, status, name]) => [name ?? '', status ?? '']));
}

const states = ({ individual_test_results: results }: TestRunDetail): Map<string, string> =>
  new Map(results.map(({ name, status }) => [name, status === 'passed' ? 'PASS' : 'FAIL']));

const list = (app: TestsApp): Promise<ProjectTests> =>
  app.call('GET', `/api/projects/${app.project.id}/tests`);

async function resultOf(app: TestsApp, name: string, request: RunTests = {}) {
  const detail = await app.run(request);
  const found = detail.individual_test_results.find((result) => result.name === name);
  assert.ok(found, `no result of ${name}: ${detail.test_run.errorMessage ?? ''}`);
  return { detail, result: found };
}

test('the suites of a checkout are found without running anything', async (t) => {
  const app = await startTests(t, await checkout(t));
  const { tests, suites, unclaimed, problems } = await list(app);
  assert.equal(tests.length, 97);
  assert.deepEqual(
    suites.map((suite) => suite.tests),
    [7, 6, 4, 8, 13, 7, 9, 3, 7, 4, 4, 4, 3, 3, 4, 3, 3, 3, 2],
  );
  assert.deepEqual(suites[8], {
    key: 'data',
    title: 'Data Import',
    description: 'q:data from CSV, JSON and XML',
    tests: 7,
  });
  assert.deepEqual(unclaimed, ['examples/test-false-friend.q']);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    tests.filter(({ mustFail }) => mustFail).map(({ name }) => name),
    [
      'test-conditionals.q',
      'test-set-validation-email-invalid.q',
      'test-set-validation-minmax-invalid.q',
    ],
  );
});

test('all 97 are what the command line says, test by test', async (t) => {
  const root = await checkout(t, {
    'examples/test-loop-range.q': '<q:component name="Range"><q:loop type="range"',
    'examples/test-conditionals.q': '<q:component name="C"><q:return value="fine" /></q:component>',
    'examples/test-query-insert.q': '<q:component name="I"><q:return value="none" /></q:component>',
  });
  const app = await startTests(t, root);
  const detail = await app.run();
  const expected = await bareRunner(root);
  assert.equal(expected.size, 97);
  assert.deepEqual(states(detail), expected);
  const failed = [...expected.values()].filter((status) => status === 'FAIL').length;
  assert.ok(failed >= 4, 'a test that is missing a row fails, too');
  assert.equal(detail.test_run.failedTests, failed);
  assert.equal(detail.suite_results.length, 19);
  assert.deepEqual(detail.suite_results.map(({ suite, total }) => [suite, total])[1], ['loops', 6]);
});

test('a suite, a file and a test run alone; what shares a database has what came before', async (t) => {
  const app = await startTests(t, await checkout(t));
  const loops = await app.run({ suite: 'loops' });
  assert.equal(loops.test_run.status, 'completed');
  assert.equal(loops.individual_test_results.length, 6);
  const file = await app.run({ files: ['examples/test-set-simple.q'] });
  assert.deepEqual([...states(file)], [['test-set-simple.q', 'PASS']]);
  // Eleven users are there only after query-insert, and an entry only after two suites.
  for (const name of ['test-query-of-queries.q', 'test-transaction-isolation.q']) {
    const one = await app.run({ tests: [`examples/${name}::${name}`] });
    assert.deepEqual([...states(one)], [[name, 'PASS']]);
  }
  const repeated = await app.run({ tests: ['examples/test-if-else.q::test-if-else.q'], repeat: 3 });
  assert.deepEqual(
    repeated.individual_test_results.map(({ repetition, status }) => [repetition, status]),
    [1, 2, 3].map((time) => [time, 'passed']),
  );
});

test('a test that fails says why and where', async (t) => {
  const text =
    '<q:component name="Range">\n  <q:set name="n" value="{nobody}" />\n</q:component>\n';
  const app = await startTests(t, await checkout(t, { 'examples/test-loop-range.q': text }));
  const { result } = await resultOf(app, 'test-loop-range.q', { suite: 'loops' });
  assert.equal(result.status, 'failed');
  assert.match(result.message, /variable 'nobody' is not defined/);
  assert.doesNotMatch(result.message, /Traceback/);
  assert.match(result.output, /Traceback \(most recent call last\)/);
});

test('a file that is not valid fails with the line of the mistake', async (t) => {
  const text = '<q:component name="Range">\n  <q:set name="n" value="1">\n</q:component>\n';
  const app = await startTests(t, await checkout(t, { 'examples/test-loop-range.q': text }));
  const { result } = await resultOf(app, 'test-loop-range.q', { suite: 'loops' });
  assert.equal(result.status, 'failed');
  assert.match(result.message, /mismatched tag/);
  assert.equal(result.failureLine, 3);
});

test('a test that ends the process takes no other with it', async (t) => {
  const runner = await before('test-loop-list.q', '__import__("os")._exit(7)');
  const app = await startTests(t, await checkout(t, { 'test_runner.py': runner }));
  const { detail, result } = await resultOf(app, 'test-loop-list.q', { suite: 'loops' });
  assert.equal(result.status, 'error');
  assert.equal(result.message, 'The runner’s process ended with exit code 7 during this test.');
  assert.deepEqual(
    [detail.test_run.status, detail.test_run.passedTests, detail.test_run.failedTests],
    ['failed', 5, 1],
  );
});

test('a test that hangs is ended at its limit and named', async (t) => {
  const runner = await before('test-loop-list.q', '__import__("threading").Event().wait()');
  const app = await startTests(t, await checkout(t, { 'test_runner.py': runner }));
  const request = { suite: 'loops', time_limit_seconds: 3 };
  const { detail, result } = await resultOf(app, 'test-loop-list.q', request);
  assert.equal(result.message, 'It took longer than 3 s and was ended.');
  assert.deepEqual([detail.test_run.passedTests, detail.test_run.failedTests], [5, 1]);
});

test('a runner that is broken is told once, with its line', async (t) => {
  const root = await checkout(t, { 'test_runner.py': 'def main(:\n    pass\n' });
  const app = await startTests(t, root);
  const [problem] = (await list(app)).problems;
  assert.deepEqual([problem?.file, problem?.line], ['test_runner.py', 1]);
  assert.match(problem?.message ?? '', /^test_runner\.py is not valid Python: /);
  await writeFile(
    path.join(root, 'test_runner.py'),
    await changedRunner('def main():', 'def main():\n    undefined_name()\n'),
  );
  const { test_run: run } = await app.run();
  assert.equal(run.status, 'error');
  assert.match(
    run.errorMessage ?? '',
    /^test_runner\.py could not run \(line \d+ of test_runner\.py\): NameError: name 'undefined_name'/,
  );
});

test('a runner for another framework says so, and what would mend it', async (t) => {
  const runner = await changedRunner('from quantum.core.parser', 'from core.parser');
  const app = await startTests(t, await checkout(t, { 'test_runner.py': runner }));
  const { test_run: run } = await app.run();
  assert.equal(run.status, 'error');
  assert.match(
    run.errorMessage ?? '',
    /^test_runner\.py does not fit quantum-framework 1\.0\.1 in .+: ModuleNotFoundError: No module named 'core'\. Choose the Python/,
  );
});

test('without Python the run says what is missing', async (t) => {
  const installation = { interpreter: null, version: null, problem: 'No Python was found.' };
  const app = await startTests(t, await checkout(t), { installation });
  const { test_run: run } = await app.run();
  assert.equal(run.status, 'error');
  assert.equal(run.errorMessage, 'No Python was found.');
});

test('a runner that ends well and ran nothing has not passed', async (t) => {
  const runner = await changedRunner("folder.glob('test-*.q')", "folder.glob('nothing-*.q')");
  const root = await checkout(t, { 'test_runner.py': runner });
  const app = await startTests(t, root);
  assert.deepEqual((await list(app)).tests, []);
  await writeFile(
    path.join(root, 'test_runner.py'),
    await changedRunner('wanted = [key for key in SUITES if found[key]]', 'wanted = []'),
  );
  const { test_run: run } = await app.run();
  assert.equal(run.status, 'error');
  assert.match(run.errorMessage ?? '', /ended with exit code 0 and ran none of the tests/);
});

test('a pass that says little is hollow, one that fails as it should is not', async (t) => {
  const page = (content: string): string => `<q:component name="P">${content}</q:component>\n`;
  const app = await startTests(
    t,
    await checkout(t, {
      'examples/test-loop-range.q': page('<q:set name="n" value="1" />'),
      'examples/test-set-simple.q': page('<p>{nobody}</p><q:return value="done" />'),
      'examples/test-set-text.q': page('<!-- {n} --><p>Words</p><q:return value="done" />'),
    }),
  );
  const { individual_test_results: results, test_run: run } = await app.run();
  const hollow = results.filter((result) => result.hollow !== null);
  assert.deepEqual(
    hollow.map(({ name }) => name),
    ['test-loop-range.q', 'test-set-simple.q', 'test-set-text.q'],
  );
  assert.match(hollow[0]?.hollow ?? '', /^Its result is None/);
  assert.match(hollow[1]?.hollow ?? '', /\{nobody\}/);
  assert.match(hollow[2]?.hollow ?? '', /nothing could have failed/);
  assert.equal(run.hollowTests, 3);
});

test('what a test prints is its own, even where it looks like a verdict', async (t) => {
  const runner = await before(
    'test-if-else.q',
    "print('  FAIL test-loop-list.q'); print('  PASS test-if-else.q and more')",
  );
  const app = await startTests(t, await checkout(t, { 'test_runner.py': runner }));
  const { detail, result } = await resultOf(app, 'test-if-else.q', { suite: 'conditionals' });
  assert.equal(detail.test_run.passedTests, 7);
  assert.match(result.output, / {2}FAIL test-loop-list\.q\n {2}PASS test-if-else\.q and more\n/);
});

test('the first that fails ends a run that is told so', async (t) => {
  const broken = '<q:component name="B"><q:set name="n" value="{nobody}" /></q:component>\n';
  const app = await startTests(t, await checkout(t, { 'examples/test-loop-array.q': broken }));
  const { individual_test_results: results } = await app.run({
    suite: 'loops',
    stop_on_fail: true,
  });
  assert.deepEqual(
    results.map(({ name, status }) => [name, status]),
    [
      ['test-loop-array-index.q', 'passed'],
      ['test-loop-array.q', 'failed'],
    ],
  );
});

test('a runner that loops over its files and adds them is understood, too', async (t) => {
  const runner = `
class Suite:
    def __init__(self, name, description):
        self.tests, self.expected_failures = [], []


class Runner:
    def __init__(self, folder):
        self.suites = {}
        self.suites['loops'] = Suite('Loops', 'q:loop')
        self.suites['state'] = Suite('State', 'q:set')
        self.suites['validation'] = Suite('Validation', 'rules')

    def discover(self, folder):
        for test_file in sorted(folder.glob('test-*.q')):
            filename = test_file.name
            if filename.startswith('test-loop-'):
                self.suites['loops'].add_test(filename)
            elif filename.startswith('test-set-') and 'validation' not in filename:
                self.suites['state'].add_test(filename)
            elif 'validation' in filename:
                expected_failure = 'invalid' in filename
                self.suites['validation'].add_test(filename, expected_failure=expected_failure)
        self.suites['state'].expected_failures.append('test-set-text.q')
`;
  const app = await startTests(t, await checkout(t, { 'test_runner.py': runner }));
  const { suites, tests, unclaimed } = await list(app);
  assert.deepEqual(
    suites.map(({ key, tests: count }) => [key, count]),
    [
      ['loops', 6],
      ['state', 8],
      ['validation', 7],
    ],
  );
  assert.deepEqual(
    tests.filter(({ mustFail }) => mustFail).map(({ name }) => name),
    [
      'test-set-text.q',
      'test-set-validation-email-invalid.q',
      'test-set-validation-minmax-invalid.q',
    ],
  );
  assert.equal(unclaimed.length, 77);
});

test('a runner that says its suites in another way is run all the same', async (t) => {
  const runner = (await readFile(path.join(sample, 'test_runner.py'), 'utf8'))
    .replace("if name.startswith('test-loop-'):", "if name[:10] == 'test-loop-':")
    .replace(
      "options.add_argument('--examples-dir', default='examples'",
      "options.add_argument('-d', dest='examples_dir', default='examples'",
    );
  const app = await startTests(t, await checkout(t, { 'test_runner.py': runner }));
  const { suites, tests } = await list(app);
  assert.deepEqual([suites.length, tests.length], [1, 98]);
  const { individual_test_results: results } = await app.run();
  assert.equal(results.filter(({ status }) => status === 'passed').length, 97);
  const left = results.find(({ status }) => status === 'error');
  assert.equal(left?.name, 'test-false-friend.q');
  assert.match(left.message, /did not run this file: none of its suites takes it/);
  const one = await app.run({ files: ['examples/test-loop-list.q'] });
  assert.deepEqual([...states(one)], [['test-loop-list.q', 'PASS']]);
});

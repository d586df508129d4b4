import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { until } from '../../scripts/lib/deadline.js';
import { createEndpointApi } from '../../src/client/createApi.js';
import { findService } from '../../src/client/findService.js';
import { dataOf } from '../../src/client/problemError.js';
import { quantumPython } from '../support/pythonEnvironment.js';
import { journeysIn } from './journeys.js';
import { startAll, TestExplorer } from './pages/testExplorer.js';

const journey = journeysIn();
const wrong = '<q:component name="Range"><q:set name="n" value="{nobody}" /></q:component>\n';

/** Name and state of each file, as the command line prints them. */
async function commandLine(cwd: string): Promise<string[]> {
  const python = await quantumPython();
  const text = await new Promise<string>((resolve) =>
    execFile(python, ['test_runner.py'], { cwd }, (_error, stdout) => resolve(stdout)),
  );
  const lines = text.matchAll(/^ {2}(PASS|FAIL) (test-\S+\.q)(?: \(.*\))?$/gm);
  return [...lines].map(([, state, name]) => `${name} ${state === 'PASS' ? 'Passed' : 'Failed'}`);
}

journey(
  'the 97 tests of a checkout have the states that the command line tells',
  async (session) => {
    const folder = await session.sample('regression', 'regression');
    await writeFile(path.join(folder, 'examples/test-loop-range.q'), wrong);
    const window = await session.open(folder);
    const { page } = window;
    await window.evaluate(
      async (vscode, name) => {
        await vscode.window.showTextDocument(vscode.Uri.file(name));
      },
      path.join(folder, 'examples/test-loop-range.q'),
    );
    await page.getByRole('tab', { name: 'Testing' }).click({ timeout: 60_000 });
    const row = (name: RegExp) => page.getByRole('treeitem', { name }).first();
    // The suites lie in the folder of their files.
    await row(/^examples/).waitFor({ timeout: 60_000 });
    await until('the folder opens', async () => {
      await row(/^examples/).click();
      await page.keyboard.press('ArrowRight');
      return row(/^Conditionals/)
        .waitFor({ timeout: 2000 })
        .then(() => true);
    });
    await startAll(window);
    await row(/^Loops \(Failed/).waitFor({ timeout: 120_000 });
    await row(/^Conditionals \(Passed/).waitFor({ timeout: 60_000 });
    await page.getByText('96/97').first().waitFor({ timeout: 60_000 });
    await page.getByText("variable 'nobody' is not defined").first().waitFor();

    const service = await findService(session.editor.home);
    assert.ok(service);
    const api = createEndpointApi(service);
    const [project] = await dataOf(api.GET('/api/projects'));
    assert.ok(project);
    const runs = api.GET('/api/projects/{id}/tests/runs', { params: { path: { id: project.id } } });
    const [run] = await dataOf(runs);
    const at = { path: { id: project.id, runId: run?.id ?? 0 } };
    const detail = await dataOf(api.GET('/api/projects/{id}/tests/runs/{runId}', { params: at }));
    const expected = await commandLine(folder);
    assert.equal(expected.length, 97);
    assert.deepEqual(
      detail.individual_test_results.map(
        ({ name, status }) => `${name} ${status === 'passed' ? 'Passed' : 'Failed'}`,
      ),
      expected,
    );

    // What the tree shows of a suite is what the command line says of its files.
    await row(/^Loops/).click();
    await page.keyboard.press('ArrowRight');
    for (const line of expected.filter((one) => one.startsWith('test-loop-'))) {
      const [name, state] = line.split(' ');
      await row(new RegExp(`^${name?.replaceAll('.', '\\.')}.*\\(${state}\\)`)).waitFor();
    }
  },
);

const visits = (name: string, page: string, text: string): string =>
  `<q:test name="${name}" page="${page}">\n  <test:visit/>\n  <test:expect text="${text}"/>\n</q:test>\n`;
const invokes = (service: string): string =>
  `<q:component name="P"><q:invoke name="r" service="${service}"/></q:component>\n`;

/** An application whose tests are broken in each way there is. */
const broken = {
  '.vscode/settings.json': '{ "quantum.tests.timeLimit": 3 }\n',
  'quantum.config.yaml': 'server:\n  port: 8080\nservices:\n  - act\n',
  'act.py': `import os, threading
from quantum.services import service


@service('act.die')
def die():
    os._exit(9)


@service('act.hang')
def hang():
    threading.Event().wait()
`,
  'components/index.q': '<q:component name="Index"><p>Hello</p></q:component>\n',
  'components/die.q': invokes('act.die'),
  'components/hang.q': invokes('act.hang'),
  'tests/broken.test.q':
    visits('it holds', '/', 'Hello') +
    visits('it fails', '/', 'Goodbye') +
    visits('it crashes', '/die', 'Hello') +
    visits('it hangs', '/hang', 'Hello'),
  'tests/odd.test.q': '<q:test name="odd">\n  <test:click/>\n</q:test>\n',
};

journey('each way tests are broken is told where a person looks', async (session) => {
  const folder = await session.folderWith('broken', broken);
  const window = await session.open(folder);
  const { page } = window;
  await window.evaluate(
    async (vscode, name) => {
      await vscode.window.showTextDocument(vscode.Uri.file(name));
    },
    path.join(folder, 'tests/broken.test.q'),
  );
  await page.getByRole('tab', { name: 'Testing' }).click({ timeout: 60_000 });
  const row = (name: RegExp) => page.getByRole('treeitem', { name }).first();
  await row(/^tests/).waitFor({ timeout: 60_000 });
  await startAll(window);
  // One bad test takes no other with it, and each says what befell it.
  await page.getByText('1/5').first().waitFor({ timeout: 60_000 });
  for (const words of [
    /to show "Goodbye"/,
    'Its process ended with exit code 9 during this test.',
    'It took longer than 3 s and was ended.',
    /<test:click> is not a test step/,
  ]) {
    await page.getByText(words).first().waitFor();
  }

  // What keeps a whole run from running is told once, with what mends it.
  const notice = (words: RegExp) =>
    page.locator('.notification-list-item').filter({ hasText: words }).first();
  const runner = path.join(folder, 'test_runner.py');
  await writeFile(runner, 'def main(:\n    pass\n');
  await row(/^test_runner\.py/).waitFor({ timeout: 60_000 });
  await page
    .getByText(/test_runner\.py is not valid Python/)
    .first()
    .waitFor();
  await rm(runner);
  await window.evaluate(async (vscode) => {
    const settings = vscode.workspace.getConfiguration('quantum');
    const { Workspace } = vscode.ConfigurationTarget;
    await settings.update('python.interpreter', '/nowhere/python', Workspace);
  });
  await startAll(window);
  await notice(/quantum\.python\.interpreter does not run: \/nowhere\/python/).waitFor();
});

/** A page that shows the same every other time only. */
const unsteady = {
  'quantum.config.yaml': 'server:\n  port: 8080\nservices:\n  - turns\n',
  'turns.py': `from itertools import count
from quantum.services import service

turns = count()


@service('turns.side')
def side():
    return 'heads' if next(turns) % 2 else 'tails'
`,
  'components/index.q':
    '<q:component name="Index"><q:invoke name="side" service="turns.side"/><p>It shows {side}</p></q:component>\n',
  'components/steady.q': '<q:component name="Steady"><p>Hello</p></q:component>\n',
  'tests/coin.test.q':
    visits('it shows heads', '/', 'heads') + visits('it greets', '/steady', 'Hello'),
  'tests/steady.test.q': visits('it greets here, too', '/steady', 'Hello'),
};

journey('a test that a run shows to be flaky is found by its tag', async (session) => {
  const folder = await session.folderWith('unsteady', unsteady);
  const window = await session.open(folder);
  const { page } = window;
  await window.evaluate(
    async (vscode, name) => {
      await vscode.window.showTextDocument(vscode.Uri.file(name));
    },
    path.join(folder, 'tests/coin.test.q'),
  );
  await page.getByRole('tab', { name: 'Testing' }).click({ timeout: 60_000 });
  const explorer = new TestExplorer(page);
  await explorer.row(/^tests/).waitFor({ timeout: 60_000 });
  await explorer.choose(/^tests/, /^Execute Using Profile/);
  await page.getByRole('option', { name: /Run 10 Times/ }).click();
  await explorer.row(/^tests \(Failed/).waitFor({ timeout: 60_000 });
  await page.getByText('2/3').first().waitFor({ timeout: 60_000 });
  await explorer.filter('@quantum.tests:flaky');
  const left = ['tests', 'coin.test.q', 'it shows heads'];
  await until('the flaky test alone', async () => {
    const names = await explorer.names();
    return names.join() === left.join();
  });
});

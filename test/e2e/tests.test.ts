import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { until } from '../../scripts/lib/deadline.js';
import { createEndpointApi } from '../../src/client/createApi.js';
import { findService } from '../../src/client/findService.js';
import { dataOf } from '../../src/client/problemError.js';
import { quantumPython } from '../support/pythonEnvironment.js';
import { journeysIn } from './journeys.js';
import { startAll } from './pages/testExplorer.js';
import { Workbench } from './pages/workbench.js';

const journey = journeysIn();

/** A row of the Test Explorer by how its name begins. */
type Row = (name: RegExp) => Locator;

/** Opens the folder of the tests, once the view has it: it is there once there are tests. */
async function openTests(page: Page): Promise<Row> {
  const row: Row = (name) => page.getByRole('treeitem', { name }).first();
  await page.getByRole('tab', { name: 'Testing' }).click({ timeout: 60_000 });
  await row(/^tests( |$)/).click({ timeout: 60_000 });
  await until('the folder is open', async () => {
    if (await row(/\.test\.q/).isVisible()) return true;
    await page.keyboard.press('ArrowRight');
    return false;
  });
  return row;
}

/** What `quantum test` says of each test. */
async function quantumTest(cwd: string): Promise<string[]> {
  const program = path.join(path.dirname(await quantumPython()), 'quantum');
  const stdout = await new Promise<string>((resolve) =>
    execFile(program, ['test'], { cwd }, (_error, text) => resolve(text)),
  );
  const lines = stdout.matchAll(/^ {2}(PASS|FAIL) {2}(.*) {2}\(\d+ ms\)$/gm);
  return [...lines].map(([, state, name]) => `${state} ${name}`);
}

const mixed = `<q:test name="this one holds">
  <test:visit/>
  <test:expect status="200"/>
</q:test>
<q:test name="this one does not">
  <test:visit/>
  <test:expect text="No such words"/>
</q:test>
<q:test name="this one only looks">
  <test:visit/>
</q:test>
`;

const searched = `<q:test name="a search says so" page="/catalogue">
  <test:visit q="submarine"/>
  <test:expect text="Nothing matches"/>
</q:test>
<q:test name="this one only looks">
  <test:visit/>
</q:test>
`;

journey('tests are found, run and tell what became of them', async (session) => {
  const folder = await session.sample('storefront');
  const file = path.join(folder, 'tests', 'mixed.test.q');
  await writeFile(file, mixed);
  const commandLine = quantumTest(folder);
  const window = await session.open(folder);
  const { page } = window;
  await window.evaluate(async (vscode, name) => {
    await vscode.window.showTextDocument(vscode.Uri.file(name));
  }, file);
  const row = await openTests(page);
  await row(/^mixed\.test\.q/).waitFor({ timeout: 60_000 });
  await startAll(window);
  await row(/^mixed\.test\.q \(Failed\)/).waitFor({ timeout: 60_000 });
  await row(/^tests \(Failed\)/).waitFor();
  await row(/^shop\.test\.q \(Passed\)/).waitFor({ timeout: 60_000 });
  await page.getByText('No such words').first().waitFor();
  const service = await findService(session.editor.home);
  assert.ok(service);
  const api = createEndpointApi(service);
  const [project] = await dataOf(api.GET('/api/projects'));
  assert.ok(project);
  const params = { path: { id: project.id } };

  // Test by test what the command line says.
  const [run] = await dataOf(api.GET('/api/projects/{id}/tests/runs', { params }));
  const at = { path: { id: project.id, runId: run?.id ?? 0 } };
  const read = api.GET('/api/projects/{id}/tests/runs/{runId}', { params: at });
  const { individual_test_results: results } = await dataOf(read);
  const states = results.map(
    ({ name, status }) => `${status === 'passed' ? 'PASS' : 'FAIL'} ${name}`,
  );
  const expected = await commandLine;
  assert.ok(expected.length > 50);
  assert.deepEqual(states.sort(), expected.sort());
  for (const name of new Set(results.map((result) => path.basename(result.file)))) {
    const own = results.filter((result) => path.basename(result.file) === name);
    const state = own.every(({ status }) => status === 'passed') ? 'Passed' : 'Failed';
    await row(new RegExp(`^${name.replaceAll('.', '\\.')} \\(${state}\\)`)).waitFor();
  }

  // What others run is shown here, too.
  await writeFile(file, mixed.replace('text="No such words"', 'status="200"'));
  await dataOf(api.POST('/api/projects/{id}/tests/run', { params, body: { suite: 'mixed' } }));
  await row(/^mixed\.test\.q \(Passed\)/).waitFor({ timeout: 60_000 });
  const open = await window.evaluate((vscode) => {
    return vscode.window.activeTextEditor?.document.uri.path ?? '';
  });
  assert.ok(open.endsWith('mixed.test.q'));

  // A folder runs by its own button.
  await writeFile(file, mixed);
  await row(/^tests \(Passed/).hover();
  await row(/^tests \(Passed/)
    .getByRole('button', { name: 'Run Test', exact: true })
    .click();
  await row(/^mixed\.test\.q \(Failed\)/).waitFor({ timeout: 60_000 });
  await row(/^tests \(Failed/).waitFor({ timeout: 60_000 });
});

journey('a test is there as it is written, and runs again at each save', async (session) => {
  const folder = await session.sample('saved');
  const file = path.join(folder, 'tests', 'mixed.test.q');
  await writeFile(file, searched);
  const window = await session.open(folder);
  const { page } = window;
  await window.evaluate(async (vscode, name) => {
    await vscode.window.showTextDocument(vscode.Uri.file(name), { preview: false });
  }, file);
  const row = await openTests(page);
  await row(/^mixed\.test\.q/).waitFor({ timeout: 60_000 });
  await row(/^mixed\.test\.q/).click();
  await page.keyboard.press('ArrowRight');
  await row(/^this one only looks/).waitFor();
  const replace = async (within: string, from: string, to: string): Promise<void> => {
    await window.evaluate(
      async (vscode, [name, was, is]) => {
        const document = await vscode.workspace.openTextDocument(vscode.Uri.file(name));
        const at = document.getText().indexOf(was);
        if (at < 0) throw new Error(`there is no ${was}`);
        const edit = new vscode.WorkspaceEdit();
        const [start, end] = [document.positionAt(at), document.positionAt(at + was.length)];
        edit.replace(document.uri, new vscode.Range(start, end), is);
        await vscode.workspace.applyEdit(edit);
      },
      [within, from, to] as [string, string, string],
    );
  };
  const save = (): Promise<unknown> =>
    window.evaluate(async (vscode) => {
      await vscode.workspace.saveAll();
    });
  // Not saved yet.
  await replace(file, 'this one only looks', 'this one is renamed');
  await row(/^this one is renamed/).waitFor();
  await window.evaluate(async (vscode) => {
    await vscode.commands.executeCommand('testing.startContinuousRun');
  });
  await save();
  const told = (result: string) =>
    row(new RegExp(`^a search says so \\(${result}\\)`)).waitFor({ timeout: 60_000 });
  await told('Passed');
  // The run that began is not over yet.
  const catalogue = path.join(folder, 'components', 'catalogue.q');
  await replace(catalogue, 'Nothing matches', 'Nothing');
  await save();
  await told('Failed');
  await replace(catalogue, 'title="Nothing"', 'title="Nothing matches"');
  await save();
  await told('Passed');
});

journey('the Test panel by keyboard alone: run, look, run again, compare', async (session) => {
  const folder = await session.sample('panel');
  const file = path.join(folder, 'tests', 'mixed.test.q');
  await rm(path.join(folder, 'tests'), { recursive: true });
  await mkdir(path.join(folder, 'tests'));
  await writeFile(file, mixed);
  const window = await session.open(folder);
  const { page } = window;
  const workbench = new Workbench(page);
  await page.getByRole('tab', { name: 'Quantum' }).waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: /^panel: not running/ }).waitFor({ timeout: 60_000 });
  await workbench.run('Quantum: Test Runs and Trends');
  const panel = workbench.webview();
  const press = async (id: string): Promise<void> => {
    const focused = (): Promise<string | undefined> =>
      panel.locator('body').evaluate((body) => body.ownerDocument.activeElement?.id);
    for (let stops = 0; (await focused()) !== id; stops += 1) {
      assert.ok(stops < 60, `Tab does not come to ${id}`);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
  };
  await panel.getByText('Nothing ran yet').waitFor({ timeout: 60_000 });
  await press('run-all');
  await panel.getByText('failed: 2 passed, 1 failed, 1 hollow').waitFor({ timeout: 60_000 });
  await panel.getByText('to show "No such words"').waitFor();
  await page.getByRole('button', { name: /2 passed, 1 failed, 1 hollow/ }).waitFor();
  await writeFile(file, mixed.replace('text="No such words"', 'status="200"'));
  await press('run-failed');
  await panel.getByText('passed: 1 passed').waitFor({ timeout: 60_000 });
  await press('compare');
  await panel.getByText('Mended').waitFor({ timeout: 60_000 });
  await press('mended-0');
  await workbench.editorTab('mixed.test.q').waitFor();
});

journey('a test is written for the page in front, and shown', async (session) => {
  const folder = await session.sample('generated');
  const window = await session.open(folder);
  const { page } = window;
  const pageFile = path.join(folder, 'components', 'product', '[id].q');
  await window.evaluate(async (vscode, name) => {
    await vscode.window.showTextDocument(vscode.Uri.file(name));
  }, pageFile);
  // Above the page what it shows, in the palette what one of its actions does.
  await page.getByText('Generate Test').first().click({ timeout: 60_000 });
  const written = (): Promise<readonly [string, string]> =>
    window.evaluate((vscode) => {
      const editor = vscode.window.activeTextEditor;
      return [editor?.document.uri.path ?? '', editor?.document.getText() ?? ''] as const;
    });
  await until('a test of the page', async () => (await written())[0].endsWith('-id.test.q'));
  await window.evaluate(async (vscode, name) => {
    await vscode.window.showTextDocument(vscode.Uri.file(name));
  }, pageFile);
  await new Workbench(page).run('Quantum: Generate Test');
  await page.getByRole('option', { name: /What the action review does/ }).click();
  await page
    .getByText('The test passes, and failed with the page broken')
    .waitFor({ timeout: 60_000 });
  const text = await until('a test of the action', async () => {
    const [name, content] = await written();
    return name.endsWith('tests/product-id.test.q') && content.includes('<test:submit') && content;
  });
  assert.match(text, /<test:submit action="review" /);
  assert.ok(text.indexOf('<q:test') < text.lastIndexOf('<q:test'), 'both tests stand there');
});

journey('the lines that tests ran stand beside the pages', async (session) => {
  const folder = await session.sample('covered');
  const window = await session.open(folder);
  const { page } = window;
  await window.evaluate(
    async (vscode, name) => {
      await vscode.window.showTextDocument(vscode.Uri.file(name));
    },
    path.join(folder, 'tests', 'shop.test.q'),
  );
  const row = await openTests(page);
  await row(/^shop\.test\.q/).waitFor({ timeout: 60_000 });
  await window.evaluate(async (vscode) => {
    await vscode.commands.executeCommand('testing.coverageAll');
  });
  const pages = page.getByRole('treeitem').filter({ hasText: 'Flash.q' });
  await pages.filter({ hasText: '100.00%' }).first().waitFor({ timeout: 60_000 });
});

import assert from 'node:assert/strict';
import { journeysIn } from './journeys.js';
import { ProjectsView } from './pages/projectsView.js';

const journey = journeysIn();

journey(
  'an application is started from the tree, and an edit shows in its open page',
  async (session) => {
    const folder = await session.sample('storefront');
    const window = await session.open(folder);
    const view = new ProjectsView(window.page);
    await view.show();
    await window.page.getByRole('treeitem', { name: 'storefront, Quantum 1.0.1' }).waitFor();
    await view.choose('storefront', 'Start Application');
    const running = window.page.getByRole('treeitem', { name: /^storefront, running on \d+/ });
    await running.waitFor();
    const [, port] =
      /running on (\d+)/.exec((await running.getAttribute('aria-label')) ?? '') ?? [];
    const page = await window.page.context().newPage();
    const listens = page.waitForRequest((request) => request.url().includes('/events?page='));
    await page.goto(`http://127.0.0.1:${port}/about`);
    await listens;
    await page.fill('input[name="q"]', 'teapot');
    await window.evaluate(async (vscode) => {
      const [about] = await vscode.workspace.findFiles('components/about.q');
      if (about === undefined) throw new Error('there is no page about.q');
      const document = await vscode.workspace.openTextDocument(about);
      const at = document.getText().indexOf('We sell what we would keep');
      const edit = new vscode.WorkspaceEdit();
      edit.insert(about, document.positionAt(at), 'Edited: ');
      await vscode.workspace.applyEdit(edit);
      await document.save();
    });
    await page.getByRole('heading', { name: /Edited: We sell/ }).waitFor();
    assert.equal(await page.inputValue('input[name="q"]'), 'teapot', 'what was typed stays');
    await view.choose('storefront', 'Stop Application');
    await running.waitFor({ state: 'hidden' });
    await assert.rejects(fetch(`http://127.0.0.1:${port}/`));

    // A task, then a launch: each runs it, and its end stops it.
    await window.evaluate(async (vscode) => {
      const [task] = await vscode.tasks.fetchTasks({ type: 'quantum' });
      if (task === undefined) throw new Error('there is no task');
      await vscode.tasks.executeTask(task);
    });
    await running.waitFor();
    await window.evaluate((vscode) => {
      for (const execution of vscode.tasks.taskExecutions) execution.terminate();
    });
    await running.waitFor({ state: 'hidden' });
    await window.evaluate(async (vscode) => {
      const [folder] = vscode.workspace.workspaceFolders ?? [];
      const launch = { type: 'quantum', request: 'launch', name: 'Run' };
      if (!(await vscode.debug.startDebugging(folder, launch))) throw new Error('no launch');
    });
    await running.waitFor();
    await window.evaluate(async (vscode) => {
      await vscode.debug.stopDebugging();
    });
    await running.waitFor({ state: 'hidden' });
  },
);

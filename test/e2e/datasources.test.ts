import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { EditorWindow } from '../../scripts/lib/editorWindow.js';
import { journeysIn } from './journeys.js';
import { DatasourcesView } from './pages/datasourcesView.js';
import { ProjectsView } from './pages/projectsView.js';
import { Workbench } from './pages/workbench.js';

const journey = journeysIn();
const patience = { timeout: 90_000 };
const open = {} as {
  folder: string;
  window: EditorWindow;
  view: DatasourcesView;
  workbench: Workbench;
};

journey('one click makes a PostgreSQL that is ready', async (session) => {
  open.folder = await session.sample('storefront');
  open.window = await session.open(open.folder);
  open.view = new DatasourcesView(open.window.page);
  open.workbench = new Workbench(open.window.page);
  await new ProjectsView(open.window.page).show();
  await open.view.welcome('New PostgreSQL').click(patience);
  await open.view.row('storefront-postgresql-1', 'ready').waitFor(patience);
});

journey('used in the project, it stands in the configuration without its password', async () => {
  await open.workbench
    .notifications()
    .getByRole('button', { name: 'Use in Project' })
    .click(patience);
  await open.workbench.editorTab('quantum.config.yaml').waitFor();
  const text = await readFile(path.join(open.folder, 'quantum.config.yaml'), 'utf8');
  assert.match(text, /^# Linden & Clay/, 'the comment stands');
  assert.match(text, /storefront-postgresql-1:\n {4}driver: postgresql/);
  assert.match(text, /password: "\$\{STOREFRONT_POSTGRESQL_1_PASSWORD\}"/);
});

journey('its page shows the connection without a password, and its live log', async () => {
  await open.view.row('storefront-postgresql-1', 'ready').click();
  const page = open.workbench.webview();
  await page.getByRole('heading', { name: 'storefront-postgresql-1' }).waitFor();
  await page.getByText('postgresql://quantum:***@127.0.0.1').waitFor();
  await page.getByText('ready to accept connections').first().waitFor();
});

journey('a SQLite file is made by keys alone', async () => {
  await open.window.evaluate(async (vscode) => {
    void vscode.commands.executeCommand('quantum.datasources.new');
    await Promise.resolve();
  });
  await open.workbench.answer('SQLite');
  await open.view.row('storefront-sqlite-1', 'ready').waitFor(patience);
});

journey('stopped and started again, the tree says so', async () => {
  const run = (command: string) =>
    open.window.evaluate(async (vscode, id) => {
      void vscode.commands.executeCommand(id, 1);
      await Promise.resolve();
    }, `quantum.datasources.${command}`);
  await run('stop');
  await open.view.row('storefront-postgresql-1', 'stopped').waitFor(patience);
  await run('start');
  await open.view.row('storefront-postgresql-1', 'ready').waitFor(patience);
});

journey('deleted with all its data, nothing of it is left', async () => {
  await open.window.evaluate(async (vscode) => {
    void vscode.commands.executeCommand('quantum.datasources.delete', 1);
    await Promise.resolve();
  });
  await open.workbench.press('Delete with All Data');
  await open.view.row('storefront-postgresql-1', '').waitFor({ ...patience, state: 'hidden' });
});

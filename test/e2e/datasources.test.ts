import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { until } from '../../scripts/lib/deadline.js';
import { ensurePackages } from '../../scripts/lib/debian.js';
import { freePort } from '../../scripts/lib/freePort.js';
import type { EditorWindow } from '../../scripts/lib/editorWindow.js';
import type { ApiClient } from '../../src/client/connection.js';
import { createEndpointApi } from '../../src/client/createApi.js';
import { findService } from '../../src/client/findService.js';
import { dataOf } from '../../src/client/problemError.js';
import type { Datasource } from '../../src/protocol/datasources.js';
import { textOf } from '../support/textOf.js';
import { journeysIn } from './journeys.js';
import { DatasourcesView } from './pages/datasourcesView.js';
import { ProjectsView } from './pages/projectsView.js';
import type { Session } from './session.js';
import { Workbench } from './pages/workbench.js';

// What a terminal shows stands in the page, where a test can read it.
const journey = journeysIn({
  settings: { 'terminal.integrated.gpuAcceleration': 'off' },
  beside: [path.join(import.meta.dirname, 'terminalReader')],
});
const patience = { timeout: 90_000 };
const name = 'storefront-postgresql-1';
const open = {} as {
  folder: string;
  window: EditorWindow;
  view: DatasourcesView;
  workbench: Workbench;
};
/** All that extensions have sent to the window. */
const received: Buffer[] = [];

/** As a person does who has no mouse. */
const keys = async (...pressed: readonly string[]): Promise<void> => {
  for (const key of pressed) await open.window.page.keyboard.press(key);
};
const said = (text: RegExp) => open.workbench.notifications().filter({ hasText: text });

async function apiOf({ editor }: Session): Promise<ApiClient> {
  const service = await findService(editor.home);
  assert.ok(service);
  return createEndpointApi(service);
}

async function datasourceOf(api: ApiClient): Promise<Datasource> {
  const all = await dataOf(
    api.GET('/api/projects/{id}/datasources', { params: { path: { id: 1 } } }),
  );
  const found = all.find((one) => one.name === name);
  assert.ok(found);
  return found;
}

/** The password, asked for by name. */
async function passwordOf(session: Session): Promise<string> {
  const api = await apiOf(session);
  const params = { path: { id: (await datasourceOf(api)).id } };
  const { password } = await dataOf(api.POST('/api/datasources/{id}/password', { params }));
  assert.match(password ?? '', /^[\w-]{32,}$/);
  return password ?? '';
}

journey('one click makes a SQLite file that is ready', async (session) => {
  open.folder = await session.sample('storefront');
  open.window = await session.open(open.folder, (data) => received.push(data));
  open.view = new DatasourcesView(open.window.page);
  open.workbench = new Workbench(open.window.page);
  await new ProjectsView(open.window.page).show();
  await open.view.welcome('New SQLite').click(patience);
  await open.view.row('storefront-sqlite-1', 'ready').waitFor(patience);
});

journey('keys alone make a PostgreSQL that is ready and used in the project', async () => {
  await open.workbench.run('Quantum: New Datasource…');
  await open.workbench.answer('PostgreSQL');
  await open.view.row(name, 'ready').waitFor(patience);
  await said(/"storefront-postgresql-1" is ready/).waitFor(patience);
  await open.workbench.run('Notifications: Accept Notification Primary Action');
  await open.workbench.editorTab('quantum.config.yaml').waitFor();
  const text = await readFile(path.join(open.folder, 'quantum.config.yaml'), 'utf8');
  assert.match(text, /^# Linden & Clay/, 'the comment stands');
  assert.match(text, /storefront-postgresql-1:\n {4}driver: postgresql/);
  assert.match(text, /password: "\$\{STOREFRONT_POSTGRESQL_1_PASSWORD\}"/);
});

journey('its page shows the connection without a password, and its live log', async () => {
  await open.workbench.run('Quantum: Open Datasource');
  await open.workbench.answer(name);
  const page = open.workbench.webview();
  await page.getByRole('heading', { name }).waitFor();
  await page.getByText('postgresql://quantum:***@127.0.0.1').waitFor();
  await page.getByText('ready to accept connections').first().waitFor();
});

journey('a file of SQL is loaded by keys', async () => {
  const file = path.join(open.folder, 'visits.sql');
  await writeFile(file, 'CREATE TABLE visits (id integer);\nINSERT INTO visits VALUES (41);\n');
  await open.workbench.run('Quantum: Load SQL File into Datasource…');
  await open.workbench.answer(name);
  await open.workbench.chooseFile(file);
  await said(/visits\.sql is loaded/).waitFor(patience);
});

journey('of a file that fails the line is opened', async () => {
  const file = path.join(open.folder, 'broken.sql');
  await writeFile(file, 'CREATE TABLE again (id integer);\n\nINSERT INTO absent VALUES (1);\n');
  await open.workbench.run('Quantum: Load SQL File into Datasource…');
  await open.workbench.answer(name);
  await open.workbench.chooseFile(file);
  const failed = said(/broken\.sql, line 3: relation "absent" does not exist/);
  await failed.getByRole('button', { name: 'Open Line 3' }).click(patience);
  await open.workbench.editorTab('broken.sql').waitFor();
  await open.window.page.getByRole('button', { name: 'Ln 3, Col 1', exact: true }).waitFor();
});

journey(
  'what the window was sent, what the editor keeps and what runs have no password',
  async (session) => {
    await open.view.showTooltip(open.view.row(name, 'ready'), 'postgres:');
    await open.workbench.run('Quantum: Edit Datasource…');
    await open.workbench.answer(name);
    await open.workbench.webview().getByRole('textbox', { name: 'Password' }).waitFor();
    const { stdout } = await promisify(execFile)('ps', ['-eo', 'args']);
    const seen = {
      messages: Buffer.concat(received).toString('latin1'),
      window: await open.window.page.content(),
      pages: (await Promise.all(open.window.page.frames().map((frame) => frame.content()))).join(),
      'the folders of editor and service': await textOf(session.editor.kept),
      'the folder of the project': await textOf(open.folder),
      processes: stdout,
    };
    const password = await passwordOf(session);
    for (const [place, text] of Object.entries(seen)) {
      assert.ok(text.length > 100, `${place} is not empty`);
      assert.ok(!text.includes(password), `${place}: there is the password`);
    }
    assert.ok(seen.messages.includes('ready to accept connections'), 'messages can be read');
  },
);

journey('a query of its shell is in the dump', async () => {
  // A page that gets the keys back when the shell closes would take them from what is opened then.
  await open.workbench.run('View: Close All Editors');
  await open.workbench.run('Quantum: Open Database Shell');
  await open.workbench.answer(name);
  await open.workbench.terminal().getByText('quantumdb=>').first().waitFor(patience);
  await open.window.page.keyboard.type('CREATE TABLE sums AS SELECT id + 1 AS sum FROM visits;');
  await keys('Enter');
  await open.workbench.terminal().getByText('SELECT 1').first().waitFor();
  await open.window.page.keyboard.type('exit');
  await keys('Enter');
  // It gives the keys back when it closes.
  await open.workbench.terminal().waitFor({ state: 'hidden' });
  await open.workbench.run('Quantum: Dump Datasource to SQL File…');
  await open.workbench.answer(name);
  const file = path.join(open.folder, 'all.sql');
  await open.workbench.chooseFile(file);
  await said(/is in all\.sql/).waitFor(patience);
  assert.match(await readFile(file, 'utf8'), /COPY public\.sums .*\n42\n/);
});

journey(
  'the shell of a server that is there lets in; no extension reads the password',
  async (session) => {
    const api = await apiOf(session);
    const { port, databaseName, username } = await datasourceOf(api);
    const password = await passwordOf(session);
    await ensurePackages(['postgresql-client'], console.log);
    const { id } = await dataOf(
      api.POST('/api/projects/{id}/datasources', {
        params: { path: { id: 1 } },
        body: {
          ...{ type: 'postgresql', connectionType: 'direct', name: 'server', host: '127.0.0.1' },
          ...{ port: port ?? 0, databaseName: databaseName ?? '', username: username ?? '' },
          password,
        },
      }),
    );
    await open.view.row('server', 'ready').waitFor(patience);
    await open.workbench.run('Quantum: Open Database Shell');
    await open.workbench.answer('server');
    await open.workbench.terminal().getByText('quantumdb=>').first().waitFor(patience);
    await open.window.page.keyboard.type('exit');
    await keys('Enter');
    await open.workbench.terminal().waitFor({ state: 'hidden' });
    const terminals = await readFile(path.join(open.folder, 'terminals.jsonl'), 'utf8');
    assert.match(terminals, /"docker".*\n.*"datasources","shell"/, 'of both it was told');
    assert.ok(!terminals.includes(password));
    await dataOf(api.DELETE('/api/datasources/{id}', { params: { path: { id } } }));
    await open.view.row('server', '').waitFor({ ...patience, state: 'hidden' });
  },
);

journey('moved to another port, stopped and started again by keys, the tree says so', async () => {
  // While it is stopped nobody who makes datasources beside this takes such a port.
  const port = await freePort();
  await open.workbench.run('Quantum: Change Datasource Port…');
  await open.workbench.answer(name);
  await open.workbench.answer(String(port));
  await open.workbench.dialog().getByText(`to port ${port}?`).waitFor();
  await keys('Enter');
  await open.view.row(name, `ready · ${port}`).waitFor(patience);
  await open.workbench.run('Quantum: Stop Datasource');
  await open.workbench.answer(name);
  await open.view.row(name, 'stopped').waitFor(patience);
  await open.workbench.run('Quantum: Start Datasource');
  await open.workbench.answer(name);
  await open.view.row(name, 'ready').waitFor(patience);
});

journey('deleted by keys with all its data, nothing of it is left', async () => {
  await open.workbench.run('Focus on Datasources View');
  await open.view.focused().waitFor();
  await keys('Home', 'Delete');
  await open.workbench.dialog().getByText(`Delete the datasource "${name}"?`).waitFor();
  const all = open.workbench.dialog().getByRole('button', { name: 'Delete with All Data' });
  await until('the focus on the button', async () => {
    await keys('Tab');
    return all.evaluate((button) => button === document.activeElement);
  });
  await keys('Enter');
  await open.view.row(name, '').waitFor({ ...patience, state: 'hidden' });
});

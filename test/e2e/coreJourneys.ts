import assert from 'node:assert/strict';
import type { EditorWindow } from '../../scripts/lib/editorWindow.js';
import type { Journey } from './journeys.js';
import { ProjectsView } from './pages/projectsView.js';
import { Workbench } from './pages/workbench.js';

/** The sample in its window, once the first journey has opened it. */
export interface OpenSample {
  folder: string;
  window: EditorWindow;
  view: ProjectsView;
  workbench: Workbench;
}

/** From a folder to a project in two windows: what has to work on every VS Code that is supported. */
export function coreJourneys(journey: Journey): OpenSample {
  // Filled by the first journey; the others go on in its window.
  const open = {} as OpenSample;

  journey('the sample’s folder shows as a project, unasked and without a word', async (session) => {
    open.folder = await session.sample('storefront');
    open.window = await session.open(open.folder);
    open.view = new ProjectsView(open.window.page);
    open.workbench = new Workbench(open.window.page);
    await open.view.show();
    await open.view.row('storefront').waitFor({ timeout: 30_000 });
    assert.equal(await open.view.projects().count(), 1);
    assert.equal(await open.workbench.notifications().count(), 0);
  });

  journey('its row says which framework it runs on', async () => {
    const label = 'storefront, Quantum 1.0.1';
    await open.window.page.getByRole('treeitem', { name: label }).waitFor();
    await open.view.fact('Framework').waitFor();
  });

  journey('its page shows the framework’s version and the folder', async () => {
    await open.view.row('storefront').click();
    const page = open.workbench.webview();
    await page.getByRole('heading', { name: 'storefront', level: 1 }).waitFor();
    await page.getByText('1.0.1').first().waitFor();
    await page.getByText(open.folder).first().waitFor();
  });

  journey('a new name given in one window shows in the other', async (session) => {
    const second = await session.open(open.folder);
    const other = new ProjectsView(second.page);
    await other.show();
    await other.row('storefront').waitFor();
    await open.view.choose('storefront', 'Rename…');
    await open.workbench.answer('Linden & Clay');
    await open.view.row('Linden & Clay').waitFor();
    await other.row('Linden & Clay').waitFor();
    await second.close();
  });

  journey('one service runs for all of it', async (session) => {
    assert.equal((await session.service()).length, 1);
  });

  return open;
}

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { journeysIn } from './journeys.js';

const journey = journeysIn();

journey(
  'the graph is found, gone through and opened by keys, and follows the files',
  async (session) => {
    const folder = await session.sample('storefront');
    const window = await session.open(folder);
    const { page } = window;
    await window.evaluate(async (vscode) => {
      await vscode.commands.executeCommand('workbench.view.extension.quantum');
    });
    const view = page.locator('.part.sidebar');
    await view
      .getByRole('treeitem', { name: /AdminLayout/ })
      .first()
      .waitFor({ timeout: 60_000 });
    await window.evaluate(async (vscode) => {
      await vscode.commands.executeCommand('quantum.components.graph');
    });
    const graph = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    const search = graph.getByRole('searchbox', { name: 'Search' });
    await search.focus();
    await page.keyboard.type('StockNote');
    await page.keyboard.press('Enter');
    const node = (name: RegExp) =>
      graph.locator('g[role="button"]').and(graph.getByRole('button', { name }));
    await graph.getByRole('heading', { name: /^A Change Touches \([1-9]/ }).waitFor();
    await page.keyboard.press('f');
    await graph.getByRole('button', { name: 'Show All' }).waitFor();
    assert.match((await node(/^StockNote, part/).getAttribute('class')) ?? '', /chosen/);

    await writeFile(
      path.join(folder, 'components', 'shelf.q'),
      '<q:component name="Shelf"><q:import component="StockNote" from="_parts" /><StockNote stock="1" /></q:component>',
    );
    await node(/^shelf, page/).waitFor({ timeout: 30_000 });
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: /^StockNote\.q/ }).waitFor();
  },
);

import assert from 'node:assert/strict';
import { readFile, watch, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { until } from '../../scripts/lib/deadline.js';
import { journeysIn } from './journeys.js';
import { CodeEditor } from './pages/codeEditor.js';
import { ProjectsView } from './pages/projectsView.js';
import { Workbench } from './pages/workbench.js';

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

    // The whole picture as a file, without a pointer.
    await reach(page, graph.getByRole('button', { name: 'Save as PNG…' }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    const target = page.locator('.quick-input-widget input').first();
    await target.waitFor();
    const saved = writtenPng(path.join(folder, 'graph.png'));
    await page.keyboard.press('Enter');
    const [width, height] = await saved;
    assert.ok(width >= 1000 && height >= 200, `${width} × ${height}`);

    // The same as a list, which is what a screen reader has of it.
    await reach(page, graph.getByRole('button', { name: 'Show as List' }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    const row = (name: RegExp) => graph.getByRole('row', { name });
    const onKeyboard = (name: string) =>
      graph.getByRole('button', { name, exact: true }).and(graph.locator(':focus'));
    await row(/^StockNote part/).waitFor();
    await reach(page, search, 'Shift+Tab');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('shelf');
    await row(/^StockNote part/).waitFor({ state: 'hidden' });
    await row(/^shelf page uses StockNote/).waitFor();
    await page.keyboard.press('Enter');
    await onKeyboard('shelf').waitFor();
    await page.keyboard.press('Tab');
    await onKeyboard('StockNote').waitFor();
    await page.keyboard.press('Enter');
    await row(/^StockNote part/)
      .getByRole('rowheader')
      .locator(':focus')
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: /^StockNote\.q/ }).waitFor();
  },
);

journey(
  'the page of a component waits for its project, and is gone through by keys',
  async (session) => {
    const folder = await session.sample('kiosk');
    const window = await session.open(folder);
    const { page } = window;
    const workbench = new Workbench(page);
    const view = new ProjectsView(page);
    await view.show();
    await view.row('kiosk').waitFor({ timeout: 60_000 });
    await new CodeEditor(window, folder).open('components/_parts/StockNote.q');
    await view.choose('kiosk', 'Delete Project…');
    await workbench.dialog().waitFor();
    await page.keyboard.press('Enter');
    await view.row('kiosk').waitFor({ state: 'hidden' });

    await workbench.run('Quantum: Open Component Page');
    const shown = workbench.webview();
    await shown
      .getByText('This page is shown as soon as its project is registered.')
      .last()
      .waitFor();
    await window.evaluate(async (vscode) => {
      await vscode.commands.executeCommand('quantum.projects.addThisFolder');
    });
    await shown.getByRole('heading', { level: 1, name: 'StockNote' }).waitFor();

    await reach(page, shown.getByRole('button', { name: /ProductCard\.q$/ }));
    await page.keyboard.press('Enter');
    const next = workbench.webview();
    await next.getByRole('heading', { level: 1, name: 'ProductCard' }).waitFor();
    await reach(page, next.getByRole('button', { name: 'tests/shop.test.q:7' }));
    await page.keyboard.press('Enter');
    await new CodeEditor(window, folder).isIn('tests/shop.test.q');
    await page.getByRole('button', { name: /^Ln 7, Col 1/ }).waitFor();
  },
);

journey(
  'components, endpoints and who may ask for them are gone through by keys',
  async (session) => {
    const folder = await session.sample('counter');
    const window = await session.open(folder);
    const { page } = window;
    const workbench = new Workbench(page);
    const editor = new CodeEditor(window, folder);
    const press = (key: string) => page.keyboard.press(key);
    const row = (name: RegExp) =>
      page.locator('.part.sidebar').getByRole('treeitem', { name }).first();
    const focused = page.locator('.part.sidebar .monaco-list:focus .monaco-list-row.focused');
    const goTo = (wanted: RegExp) =>
      until(`${wanted} is reached`, async () => {
        const here = await focused.textContent({ timeout: 500 }).catch(() => null);
        if (wanted.test(here ?? '')) return true;
        await press('ArrowDown');
        return false;
      });

    await workbench.run('Focus on Components View');
    await row(/AdminLayout/).waitFor({ timeout: 60_000 });
    await workbench.run('Quantum: Filter Components');
    await workbench.answer('stock');
    await row(/AdminLayout/).waitFor({ state: 'hidden' });
    await workbench.run('Focus on Components View');
    await goTo(/StockNote/);
    await press('Enter');
    await editor.isIn('components/_parts/StockNote.q');

    await workbench.run('Quantum: Clear Filter of Components');
    await row(/AdminLayout/).waitFor();
    await editor.open('components/about.q');
    await workbench.run('Quantum: Reveal Page in Components');
    await page.locator('.part.sidebar .monaco-list-row.selected', { hasText: 'about' }).waitFor();

    await workbench.run('Focus on Endpoints View');
    await goTo(/cart.*POST|POST.*cart/);
    await press('Enter');
    await editor.isIn('components/cart.q');

    await workbench.run('Quantum: Access Matrix');
    const matrix = workbench.webview();
    const cell = (name: RegExp) => matrix.getByRole('rowheader', { name });
    await cell(/^GET \/about$/).waitFor();
    await reach(page, matrix.locator('[role=grid] [tabindex="0"]'));
    await press('Control+Home');
    await until('the row of the page is reached', async () => {
      if (await cell(/^GET \/about$/).evaluate((one) => one === document.activeElement))
        return true;
      await press('ArrowDown');
      return false;
    });
    await press('Enter');
    await editor.isIn('components/about.q');
  },
);

/** Goes on by Tab, or back, until it has the focus. */
async function reach(page: Page, control: Locator, key = 'Tab'): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    // A button of the toolkit has it in a tree of its own.
    if (await control.evaluate((one) => one.matches(':focus'))) return;
    await page.keyboard.press(key);
  }
  throw new Error('The keyboard does not reach it.');
}

/** Waits for a PNG to be there as a whole, and answers its width and height. */
async function writtenPng(file: string): Promise<readonly [number, number]> {
  for await (const { filename } of watch(path.dirname(file))) {
    if (filename !== path.basename(file)) continue;
    const bytes = await readFile(file);
    if (!bytes.includes('IEND')) continue;
    assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
    return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  }
  throw new Error(`The watch of ${file} ended.`);
}

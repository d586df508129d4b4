import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { journeysIn } from './journeys.js';
import { CodeEditor } from './pages/codeEditor.js';

const journey = journeysIn();

journey('the trees of a page are gone through by keys, both ways', async (session) => {
  const folder = await session.sample('storefront');
  const window = await session.open(folder);
  const { page } = window;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const editor = new CodeEditor(window, folder);
  await editor.open('components/catalogue.q');
  await page.keyboard.press('F1');
  await page.keyboard.type('Quantum: Show AST');
  await page.getByRole('option', { name: /Quantum: Show AST/ }).waitFor();
  await page.keyboard.press('Enter');

  const panel = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  const tree = (name: string): Locator => panel.getByRole('tree', { name, exact: true });
  const active = (name: string, text: string): Promise<void> =>
    tree(name)
      .getByRole('treeitem', { selected: true, name: text, exact: true })
      .waitFor({ timeout: 60_000 });
  const selected = (): Promise<string> =>
    window.evaluate((vscode) => {
      const [shown] = vscode.window.visibleTextEditors;
      return shown?.document.getText(shown.selection) ?? '';
    });

  await editor.goBehind('“{te');
  await active('Editor', 'value: name term');
  await active('tree-sitter', 'expression_text term');
  await active('Framework', 'if_body: HTMLNode span');

  await page.keyboard.press('Control+2');
  await panel.locator('#tree-own:focus').waitFor();
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'Enter'])
    await page.keyboard.press(key);
  await active('Editor', 'text Results for “{term}”');
  await active('tree-sitter', 'element <span>Results for “{term}”</span>');
  assert.equal(await selected(), 'Results for “{term}”');

  await page.keyboard.press('Control+f');
  await page.keyboard.type('statement q:query');
  await panel.getByText('2 found', { exact: true }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await panel.getByText('2 of 2', { exact: true }).first().waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+c');
  await panel.getByRole('status').getByText('Copied').waitFor();
  const copied = await window.evaluate(async (vscode) => vscode.env.clipboard.readText());
  const { kind, text, children } = JSON.parse(copied) as Record<string, unknown>;
  assert.deepEqual([kind, text], ['statement', 'q:query']);
  assert.ok(Array.isArray(children) && children.length > 3);

  await page.keyboard.press('Control+1');
  await editor.isIn('components/catalogue.q');
  await editor.goBehind('“{te');
  await editor.type('<b>');
  await panel.getByRole('button', { name: 'Go to Error' }).waitFor({ timeout: 30_000 });
  await tree('Editor')
    .getByRole('treeitem', { name: /broken/ })
    .first()
    .waitFor();
  assert.ok((await tree('tree-sitter').getByRole('treeitem').count()) > 5);
});

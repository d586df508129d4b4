import assert from 'node:assert/strict';
import { journeysIn } from './journeys.js';

const journey = journeysIn();

/** What a hostile page tries from inside of its frame, as it would write it. */
const attack = `(async () => {
  const tried = async (run) => {
    try {
      return String(await run());
    } catch (error) {
      return error.name;
    }
  };
  const found = {
    parent: await tried(() => parent.document.title),
    top: await tried(() => top.document.title),
    storage: await tried(() => localStorage.length),
    network: await tried(() => fetch('http://127.0.0.1/')),
    api: typeof globalThis.acquireVsCodeApi,
  };
  parent.postMessage({ type: 'failed', message: 'spoofed', isServerDatabase: false }, '*');
  return found;
})()`;

/** What it finds. */
const contained = {
  parent: 'SecurityError',
  top: 'SecurityError',
  storage: 'SecurityError',
  network: 'TypeError',
  api: 'undefined',
};

/** Resolves in the page as soon as its heading is drawn with that opacity. */
const headingWith = (opacity: string): string => `new Promise((resolve, reject) => {
  let frames = 0;
  const look = () => {
    const heading = document.querySelector('h1');
    if (heading && getComputedStyle(heading).opacity === '${opacity}') resolve();
    else if (++frames > 600) reject(new Error('it is not'));
    else requestAnimationFrame(look);
  };
  look();
})`;

journey(
  'a page is seen while it is typed, picked, and kept away from the editor',
  async (session) => {
    const folder = await session.sample('storefront');
    const window = await session.open(folder);
    const { page } = window;
    await window.evaluate(async (vscode) => {
      const [root] = vscode.workspace.workspaceFolders ?? [];
      if (!root) throw new Error('no folder');
      await vscode.workspace
        .getConfiguration('files')
        .update('autoSave', 'off', vscode.ConfigurationTarget.Global);
      await vscode.window.showTextDocument(vscode.Uri.joinPath(root.uri, 'components', 'index.q'));
      await vscode.commands.executeCommand('quantum.preview.show');
    });
    const preview = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
    const shown = preview.frameLocator('iframe[sandbox]');
    await shown.getByRole('heading', { level: 1 }).waitFor({ timeout: 60_000 });

    const type = (text: string): Promise<void> =>
      window.evaluate(async (vscode, added) => {
        const editor = vscode.window.visibleTextEditors.find(
          ({ document }) => document.languageId === 'quantum',
        );
        if (!editor) throw new Error('no editor');
        const at = editor.document.getText().indexOf('</h1>');
        await editor.edit((edit) => edit.insert(editor.document.positionAt(at), added));
      }, text);
    await type(' not saved');
    await shown.getByRole('heading', { name: /not saved/ }).waitFor();

    await shown.getByRole('link', { name: 'Who makes it' }).click({ modifiers: ['Alt'] });
    await shown.locator('a[data-quantum-outlined]', { hasText: 'Who makes it' }).waitFor();
    const line = await window.evaluate((vscode) => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.lineAt(editor.selection.active.line).text ?? '';
    });
    assert.match(line, /Who makes it/);

    assert.deepEqual(await shown.locator('body').evaluate(attack), contained);

    await type('<style>@media (prefers-color-scheme: dark) { h1 { opacity: 0.5; } }</style>');
    for (const [chosen, opacity] of [
      ['dark', '0.5'],
      ['light', '1'],
    ] as const) {
      await preview.getByLabel('Appearance').selectOption(chosen);
      await shown.locator('body').evaluate(headingWith(opacity));
    }

    await type('</b>');
    await preview.getByText('components/index.q:29').waitFor();
    await shown.getByRole('heading', { name: /not saved/ }).waitFor();
    assert.equal(await preview.getByText('spoofed').count(), 0);
  },
);

journey(
  'a component is seen alone, with props and content by keys, and so is an untitled page',
  async (session) => {
    const folder = await session.sample('storefront');
    const window = await session.open(folder);
    const { page } = window;
    const open = (name: string): Promise<void> =>
      window.evaluate(async (vscode, file) => {
        const [root] = vscode.workspace.workspaceFolders ?? [];
        if (!root) throw new Error('no folder');
        const uri = vscode.Uri.joinPath(root.uri, 'components', '_parts', file);
        await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One });
        await vscode.commands.executeCommand('quantum.preview.show');
      }, name);
    const preview = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
    const shown = preview.frameLocator('iframe[sandbox]');

    await open('EmptyState.q');
    await shown.getByRole('heading', { name: 'Title' }).waitFor({ timeout: 60_000 });
    await preview.getByLabel('title *').focus();
    // Select All goes through the editor and comes back when something is typed already.
    await page.keyboard.press('Shift+Home');
    await page.keyboard.type('Nothing yet');
    await shown.getByRole('heading', { name: 'Nothing yet' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('<b>Go on</b>');
    await shown.locator('b', { hasText: 'Go on' }).waitFor();

    // Its content is written here, and not in a file: what was picked there is its field.
    await preview.getByLabel('title *').focus();
    await shown.locator('b', { hasText: 'Go on' }).click({ modifiers: ['Alt'] });
    await preview.locator('#slot-default:focus').waitFor();
    await shown.getByRole('heading', { name: 'Nothing yet' }).click({ modifiers: ['Alt'] });
    await shown.locator('h2[data-quantum-outlined]').waitFor();

    assert.deepEqual(await shown.locator('body').evaluate(attack), contained);
    assert.equal(await preview.getByText('spoofed').count(), 0);

    await open('Flash.q');
    await preview.locator('#prop-message').waitFor();
    await open('EmptyState.q');
    await shown.getByRole('heading', { name: 'Nothing yet' }).waitFor();

    await window.evaluate(async (vscode) => {
      const content =
        '<q:component name="New"><q:set name="at" value="{request.path}" /><h1>{at}</h1></q:component>';
      const document = await vscode.workspace.openTextDocument({ language: 'quantum', content });
      await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One });
    });
    await shown.getByRole('heading', { name: '/untitled-1' }).waitFor();
    await page.locator('.view-line', { hasText: "= '/untitled-1'" }).waitFor();
    assert.deepEqual(await shown.locator('body').evaluate(attack), contained);
  },
);

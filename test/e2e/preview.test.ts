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

    assert.deepEqual(await shown.locator('body').evaluate(attack), {
      parent: 'SecurityError',
      top: 'SecurityError',
      storage: 'SecurityError',
      network: 'TypeError',
      api: 'undefined',
    });

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

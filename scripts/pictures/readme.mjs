// The README's picture: the sidebar, a page with a mistake, its preview. Made by
//   npm run drive -- --workspace COPY_OF_THE_SAMPLE --script scripts/pictures/readme.mjs --out media
// with the Python of the sample in COPY_OF_THE_SAMPLE/.venv.
export default async function readme({ page, evaluate, screenshot }) {
  await page.setViewportSize({ width: 1440, height: 880 });
  await evaluate(async (vscode) => {
    await vscode.commands.executeCommand('workbench.view.extension.quantum');
  });
  const row = page.getByRole('treeitem', { name: /Quantum \d/ }).first();
  await row.waitFor({ timeout: 60_000 });
  await evaluate(async (vscode) => {
    const [folder] = vscode.workspace.workspaceFolders;
    const settings = vscode.workspace.getConfiguration();
    const everywhere = vscode.ConfigurationTarget.Global;
    await settings.update('editor.minimap.enabled', false, everywhere);
    await settings.update('files.autoSave', 'off', everywhere);
    const file = vscode.Uri.joinPath(folder.uri, 'components', 'index.q');
    const editor = await vscode.window.showTextDocument(file);
    await vscode.commands.executeCommand('quantum.preview.show');
    const hero = editor.document.positionAt(editor.document.getText().indexOf('<h1>') + 1);
    editor.selection = new vscode.Selection(hero, hero);
  });
  const preview = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
  await preview.frameLocator('iframe[sandbox]').locator('h1').first().waitFor({ timeout: 60_000 });
  await evaluate(async (vscode) => {
    const [editor] = vscode.window.visibleTextEditors;
    const at = editor.document.positionAt(editor.document.getText().indexOf('/catalogue"') + 8);
    await editor.edit((edit) => edit.delete(new vscode.Range(at, at.translate(0, 2))));
  });
  await page
    .getByRole('treeitem', { name: /StoreLayout/ })
    .first()
    .waitFor({ timeout: 60_000 });
  await page.locator('.squiggly-error, .squiggly-warning').first().waitFor({ timeout: 60_000 });
  await screenshot('readme');
}

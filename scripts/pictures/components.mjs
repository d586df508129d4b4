// Pictures of what depends on what: the Components view, a component's page, the access matrix, the graph and its list.
//   npm run drive -- --workspace COPY_OF_THE_SAMPLE --script scripts/pictures/components.mjs --theme light|dark|hc --out out
// with the Python of the sample in COPY_OF_THE_SAMPLE/.venv.
export default async function components({ page, evaluate, screenshot }) {
  await page.setViewportSize({ width: 1440, height: 880 });
  const run = (command) =>
    evaluate(async (vscode, name) => vscode.commands.executeCommand(name), command);
  await run('workbench.view.extension.quantum');
  const row = (name) => page.locator('.part.sidebar').getByRole('treeitem', { name }).first();
  await row(/AdminLayout/).waitFor({ timeout: 60_000 });
  const broken = '<q:component name="Broken"><q:if></q:component>\n';
  await evaluate(async (vscode, text) => {
    const [folder] = vscode.workspace.workspaceFolders;
    const at = (...names) => vscode.Uri.joinPath(folder.uri, 'components', ...names);
    await vscode.workspace.fs.writeFile(at('broken.q'), new TextEncoder().encode(text));
    for (const view of ['projects', 'datasources']) {
      await vscode.commands.executeCommand(`quantum.${view}.focus`);
      await vscode.commands.executeCommand('workbench.action.collapseFocusedView').then(
        () => undefined,
        () => undefined,
      );
    }
    await vscode.window.showTextDocument(at('_parts', 'StockNote.q'));
    await vscode.commands.executeCommand('quantum.components.reveal');
  }, broken);
  await page.locator('.part.sidebar .monaco-list-row.selected', { hasText: 'StockNote' }).waitFor();
  await screenshot('components-view');

  const shown = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  await run('quantum.components.openDetails');
  await shown.getByRole('heading', { level: 1, name: 'StockNote' }).waitFor();
  await screenshot('component-page');

  await run('workbench.action.closeAllEditors');
  await run('quantum.endpoints.matrix');
  await shown.getByRole('rowheader', { name: 'GET /about' }).waitFor();
  await shown.getByRole('rowheader', { name: 'GET /about' }).focus();
  await screenshot('access-matrix');

  await run('workbench.action.closeAllEditors');
  await run('quantum.components.graph');
  await shown.getByRole('searchbox', { name: 'Search' }).fill('StockNote');
  await page.keyboard.press('Enter');
  await shown.getByRole('heading', { name: /^A Change Touches/ }).waitFor();
  await screenshot('graph');
  await shown.getByRole('button', { name: 'Show as List' }).click();
  await shown.getByRole('row', { name: /^StockNote part/ }).waitFor();
  await screenshot('graph-list');
}

// The README's picture: the sidebar, a page with a mistake, the project's page. Made by
//   npm run drive -- --workspace COPY_OF_THE_SAMPLE --script scripts/pictures/readme.mjs --out media
export default async function readme({ page, evaluate, screenshot }) {
  await page.setViewportSize({ width: 1360, height: 820 });
  await evaluate(async (vscode) => {
    await vscode.commands.executeCommand('workbench.view.extension.quantum');
  });
  const row = page.getByRole('treeitem', { name: /Quantum \d/ }).first();
  await row.waitFor({ timeout: 60_000 });
  await evaluate(async (vscode) => {
    const [folder] = vscode.workspace.workspaceFolders;
    const file = vscode.Uri.joinPath(folder.uri, 'components', 'index.q');
    const editor = await vscode.window.showTextDocument(file, { viewColumn: 1 });
    const settings = vscode.workspace.getConfiguration('editor');
    await settings.update('minimap.enabled', false, vscode.ConfigurationTarget.Global);
    const at = editor.document.positionAt(editor.document.getText().indexOf('<q:import') + 6);
    await editor.edit((edit) => edit.delete(new vscode.Range(at, at.translate(0, 1))));
    const ended = Date.now() + 30_000;
    while (vscode.languages.getDiagnostics(file).length === 0) {
      if (Date.now() > ended) throw new Error('no finding appeared');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    editor.selection = new vscode.Selection(0, 0, 0, 0);
  });
  await row.click();
  await row.press('Enter');
  await page.getByRole('tab', { selected: true }).last().waitFor();
  await evaluate(async (vscode) => {
    await vscode.commands.executeCommand('workbench.action.moveEditorToNextGroup');
  });
  await evaluate(async (vscode) => {
    await vscode.commands.executeCommand('workbench.action.evenEditorWidths');
  });
  const framed = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  await framed.getByRole('heading', { level: 1 }).waitFor();
  await framed.getByText('Datasources').first().waitFor();
  await screenshot('readme');
}

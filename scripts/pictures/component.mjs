// Pictures of a component alone: its props form, live values, a mistake in the content of its slot, an untitled page.
//   npm run drive -- --workspace COPY_OF_THE_SAMPLE --script scripts/pictures/component.mjs --theme light|dark|hc --out out
// with the Python of the sample in COPY_OF_THE_SAMPLE/.venv.
export default async function component({ page, evaluate, screenshot }) {
  await page.setViewportSize({ width: 1440, height: 880 });
  await evaluate(async (vscode) => {
    await vscode.commands.executeCommand('workbench.view.extension.quantum');
  });
  const row = page.getByRole('treeitem', { name: /Quantum \d/ }).first();
  await row.waitFor({ timeout: 60_000 });
  const open = (name) =>
    evaluate(async (vscode, file) => {
      const [folder] = vscode.workspace.workspaceFolders;
      const settings = vscode.workspace.getConfiguration();
      const everywhere = vscode.ConfigurationTarget.Global;
      await settings.update('editor.minimap.enabled', false, everywhere);
      await settings.update('files.autoSave', 'off', everywhere);
      await vscode.commands.executeCommand('workbench.action.closeSidebar');
      const uri = vscode.Uri.joinPath(folder.uri, 'components', ...file.split('/'));
      await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One });
      await vscode.commands.executeCommand('quantum.preview.show');
    }, name);
  const preview = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
  const shown = preview.frameLocator('iframe[sandbox]');

  await open('_parts/EmptyState.q');
  await shown.getByRole('heading', { name: 'Title' }).waitFor({ timeout: 60_000 });
  await preview.getByLabel('title').fill('Nothing here yet');
  await preview.locator('#slot-default').fill('<a class="button" href="/orders">Your orders</a>');
  await shown.getByRole('heading', { name: 'Nothing here yet' }).waitFor();
  await shown.getByRole('link', { name: 'Your orders' }).waitFor();
  await screenshot('component');

  await preview.locator('#slot-default').fill('<p>Half of a tag</b>');
  await preview.getByText('Content of the slot:1').waitFor();
  await screenshot('component-content');

  await preview.locator('#slot-default').fill('');
  await open('_parts/OrderLines.q');
  await preview.locator('#prop-shipping').fill('0');
  await shown.getByText('Free').waitFor();
  await page.locator('.view-line', { hasText: '0 rows' }).waitFor();
  await screenshot('component-values');

  await open('_layout/StoreLayout.q');
  await shown.getByRole('link', { name: 'Shop' }).first().waitFor();
  await preview.getByLabel('Width').selectOption('375');
  await screenshot('component-layout');
  await preview.getByLabel('Width').selectOption('fit');

  await open('index.q');
  await shown.getByRole('heading', { name: 'Quiet objects' }).waitFor();
  await evaluate(async (vscode) => {
    const [folder] = vscode.workspace.workspaceFolders;
    const uri = vscode.Uri.joinPath(folder.uri, 'components', '_parts', 'ProductCard.q');
    await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One });
  });
  await preview.getByRole('button', { name: 'Show ProductCard.q alone' }).waitFor();
  await screenshot('in-page');
  await preview.getByRole('button', { name: 'Show ProductCard.q alone' }).press('Enter');
  await preview.locator('#prop-product').waitFor();
  await shown.getByRole('heading', { level: 3, name: 'Name' }).waitFor();
  await screenshot('component-object');
  await preview.getByLabel('In the layout').selectOption('StoreLayout');
  await shown.getByRole('link', { name: 'Shop' }).first().waitFor();
  await shown.getByRole('heading', { level: 3, name: 'Name' }).waitFor();
  await screenshot('component-in-layout');
  await preview.getByLabel('In the layout').selectOption('None');

  await evaluate(async (vscode) => {
    const content = `<q:component name="New">
  <q:import component="StoreLayout" from="_layout" />
  <q:set name="greeting" value="Not saved yet" />
  <q:query name="products" datasource="db">SELECT name FROM products LIMIT 3</q:query>
  <StoreLayout title="New">
    <h1>{greeting}</h1>
    <ul><q:loop query="products"><li>{products.name}</li></q:loop></ul>
  </StoreLayout>
</q:component>
`;
    const document = await vscode.workspace.openTextDocument({ language: 'quantum', content });
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One });
  });
  await shown.getByRole('heading', { name: 'Not saved yet' }).waitFor();
  await screenshot('untitled');
}

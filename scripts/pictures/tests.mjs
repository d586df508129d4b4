// Pictures of the tests: the tree with its gutter, a failure with both sides, covered lines, the Test panel, a generated test.
//   npm run drive -- --workspace COPY_OF_THE_SAMPLE --script scripts/pictures/tests.mjs --theme light|dark|hc --out out
// with the Python of the sample in COPY_OF_THE_SAMPLE/.venv.
const failing = `<q:test name="the shop greets" page="/">
  <test:visit/>
  <test:expect status="200"/>
</q:test>
<q:test name="an empty search says so" page="/catalogue">
  <test:visit q="submarine"/>
  <test:expect text="We have no submarines"/>
</q:test>
<q:test name="it only looks">
  <test:visit/>
</q:test>
`;

export default async function tests({ page, evaluate, screenshot }) {
  await page.setViewportSize({ width: 1440, height: 880 });
  const run = (command) =>
    evaluate((vscode, name) => void vscode.commands.executeCommand(name), command);
  const open = (name) =>
    evaluate(async (vscode, file) => {
      const [folder] = vscode.workspace.workspaceFolders;
      const uri = vscode.Uri.joinPath(folder.uri, ...file.split('/'));
      await vscode.window.showTextDocument(uri, { preview: false });
    }, name);
  await evaluate(async (vscode, text) => {
    const [folder] = vscode.workspace.workspaceFolders;
    const settings = vscode.workspace.getConfiguration();
    const everywhere = vscode.ConfigurationTarget.Global;
    await settings.update('editor.minimap.enabled', false, everywhere);
    const file = vscode.Uri.joinPath(folder.uri, 'tests', 'greeting.test.q');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  }, failing);
  await open('tests/greeting.test.q');
  await run('workbench.view.testing.focus');
  const row = (name) => page.getByRole('treeitem', { name }).first();
  await row(/^tests/).waitFor({ timeout: 60_000 });
  await row(/^tests/).click();
  await page.keyboard.press('ArrowRight');
  await row(/^greeting\.test\.q/).waitFor({ timeout: 60_000 });
  await row(/^greeting\.test\.q/).click();
  await page.keyboard.press('ArrowRight');
  await row(/^it only looks/).waitFor();
  await run('testing.runAll');
  await row(/^tests \(Failed/).waitFor({ timeout: 120_000 });
  await page.getByText('55/56').first().waitFor({ timeout: 120_000 });
  await row(/^it only looks \(hollow\)/).waitFor();
  await screenshot('tests-tree');

  await page
    .getByText(/!= We have no submarines/)
    .first()
    .click();
  await page.locator('.monaco-diff-editor').first().waitFor();
  await screenshot('tests-failure');
  await page.keyboard.press('Escape');

  await run('testing.coverageAll');
  await page
    .getByRole('treeitem')
    .filter({ hasText: 'Flash.q' })
    .filter({ hasText: '100.00%' })
    .first()
    .waitFor({ timeout: 120_000 });
  await open('components/checkout.q');
  await page.locator('.coverage-deco-gutter').first().waitFor();
  await screenshot('tests-coverage');

  await run('workbench.action.closePanel');
  await run('testing.coverage.close');
  await run('quantum.tests.openPanel');
  const panel = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  await panel.locator('#run-all').waitFor({ timeout: 60_000 });
  await screenshot('tests-panel');
  await panel.locator('#run-all').click();
  await panel.getByText(/^failed: 55 passed/i).waitFor({ timeout: 120_000 });
  await screenshot('tests-panel-run');
  await panel.locator('#compare').click();
  await panel.getByText('Still failing').waitFor();
  await screenshot('tests-panel-comparison');

  await run('workbench.action.closeAllEditors');
  await open('components/cart.q');
  await page.getByText('Generate Test').first().waitFor();
  await screenshot('tests-lens');
  await page.getByText('Generate Test').first().click();
  await page.getByText('The test passes, and failed with the page broken').waitFor({
    timeout: 120_000,
  });
  await screenshot('tests-generated');
}

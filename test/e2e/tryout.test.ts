import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { journeysIn } from './journeys.js';

const journey = journeysIn();

journey('an action is tried out, mended and kept as a test, by keys alone', async (session) => {
  const folder = await session.sample('storefront');
  const window = await session.open(folder);
  const { page } = window;
  const { keyboard } = page;
  await window.evaluate(async (vscode) => {
    const [root] = vscode.workspace.workspaceFolders ?? [];
    if (!root) throw new Error('no folder');
    const file = vscode.Uri.joinPath(root.uri, 'components', 'register.q');
    await vscode.window.showTextDocument(file);
  });
  // The lens above the action leads to its form.
  await page.getByRole('button', { name: 'Send…' }).nth(1).waitFor({ timeout: 60_000 });
  await window.evaluate(async (vscode) => {
    const { uri } = vscode.window.activeTextEditor?.document ?? {};
    if (!uri) throw new Error('no editor');
    const place = { uri: uri.toString(), action: 'createAccount' };
    await vscode.commands.executeCommand('quantum.tryOut.open', place);
  });
  const form = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
  const fill = async (values: readonly string[]): Promise<void> => {
    await form.locator('#field-name').focus();
    for (const [at, value] of values.entries()) {
      if (at > 0) await keyboard.press('Tab');
      await keyboard.press('End');
      await keyboard.press('Shift+Home');
      await keyboard.type(value);
    }
    await keyboard.press('Enter');
  };
  await form.locator('#field-name').waitFor({ timeout: 60_000 });
  await fill(['L', 'lena at home', 'short']);
  await form.getByText('Must be a valid email', { exact: true }).waitFor({ timeout: 60_000 });
  await form.getByText('Must be at least 10 characters', { exact: true }).waitFor();
  const focused = form.locator('#field-name:focus');
  await focused.waitFor();

  await fill(['Lena', 'lena@example.org', 'ten-letters']);
  await form.getByText('Welcome, Lena. Your account is ready. (success)').waitFor();
  await form.getByRole('cell', { name: /^INSERT INTO users/ }).waitFor();
  const shown = form.frameLocator('iframe[sandbox]');
  await shown.getByText('Welcome, Lena.').first().waitFor();

  await form.locator('#save-test').focus();
  await keyboard.press('Enter');
  const question = page.locator('.quick-input-widget input[type="text"]');
  await question.waitFor();
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type('a new account is welcomed');
  await keyboard.press('Enter');
  await page.getByText('The file it is added to').waitFor();
  await keyboard.press('Enter');
  await page.getByText(/The test passes/).waitFor({ timeout: 60_000 });
  const saved = await readFile(path.join(folder, 'tests', 'register.test.q'), 'utf8');
  assert.match(saved, /<q:test name="a new account is welcomed" page="\/register">/);
});

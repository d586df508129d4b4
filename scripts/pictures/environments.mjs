// Pictures of environments and their variables: the empty view, what is asked, rows in each state, what is in use.
//   npm run drive -- --workspace COPY_OF_THE_SAMPLE --script scripts/pictures/environments.mjs --theme light|dark|hc --out out
// with the Python of the sample in COPY_OF_THE_SAMPLE/.venv.
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { runner } from './lib/runner.mjs';

const patience = { timeout: 40_000 };

export default async function environments({ page, evaluate, screenshot, workspace }) {
  await page.setViewportSize({ width: 1440, height: 880 });
  const run = runner(evaluate);
  const side = page.locator('.part.sidebar');
  const row = (name) => side.getByRole('treeitem', { name: new RegExp(`^${name}`) });
  const input = page.locator('.quick-input-widget:visible input:not([type="checkbox"])');
  const asked = (text) => page.locator('.quick-input-widget:visible').getByText(text).first();
  const answer = async (question, text) => {
    await asked(question).waitFor(patience);
    await input.fill(text);
    await page.keyboard.press('Enter');
  };
  const pick = async (text) => {
    await page.getByRole('option', { name: text }).first().waitFor(patience);
    await input.fill(text);
    await page.keyboard.press('Enter');
  };
  const dialog = page.locator('.monaco-dialog-box');
  const toast = page.locator('.notifications-toasts .notification-list-item');
  const quiet = () => run('notifications.clearAll');
  await writeFile(path.join(workspace, '.env'), 'PAYMENT_URL=https://pay.example.com\nA.B=1\n');
  // What is asked whether it is up.
  const server = createServer((request, response) => {
    response.statusCode = request.url === '/up' ? 200 : 503;
    response.end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const address = `http://127.0.0.1:${server.address().port}`;

  await run('workbench.view.extension.quantum');
  await row('storefront').first().waitFor(patience);
  // The view has the room for all of its rows.
  for (const other of ['Projects', 'Datasources', 'Components'])
    await side.locator('.pane-header', { hasText: other }).first().click();
  await run('quantum.environments.focus');
  await side.getByRole('button', { name: 'New Environment', exact: true }).waitFor(patience);
  await screenshot('empty');

  for (const [name, url] of [
    ['dev', ''],
    ['staging', `${address}/up`],
    ['production', `${address}/down`],
  ]) {
    await run('quantum.environments.new');
    await asked('Its name').waitFor(patience);
    if (name === 'production') {
      await input.fill('two words');
      await screenshot('name');
    }
    await input.fill(name);
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'staging' }).waitFor();
    if (name === 'production') await screenshot('type');
    await page.keyboard.press('Enter');
    await answer('The URL', url);
    await row(name).waitFor(patience);
  }
  const add = async (place, key, value, description = '') => {
    await run('quantum.environments.addVariable');
    await pick(place);
    await answer('Its name', key);
    await page.getByRole('option', { name: 'Secret' }).waitFor();
    if (key === 'PAYMENT_TOKEN') await screenshot('secrecy');
    await page.keyboard.press('Enter');
    await asked(`The value of ${key}`).waitFor();
    await input.fill(value);
    if (key === 'PAYMENT_TOKEN') await screenshot('value');
    await page.keyboard.press('Enter');
    await answer('What it is for', description);
    await row(key).first().waitFor(patience);
  };
  await add('All environments', 'SHOP_NAME', 'Linden & Clay');
  await add('All environments', 'GREETING', 'Good morning');
  await add('staging', 'PAYMENT_TOKEN', 'never-to-be-seen', 'Of the test account');
  await add('staging', 'GREETING', 'Hello from staging');
  await run('quantum.environments.choose');
  await page.getByRole('option', { name: 'None' }).waitFor();
  await screenshot('choose');
  await pick('staging');
  await row('staging, in use').waitFor(patience);
  for (const name of ['staging', 'production']) {
    await run('quantum.environments.check');
    await pick(name);
    await row(`${name}.*(up|down)`).waitFor(patience);
  }
  await toast.filter({ hasText: 'is down' }).waitFor(patience);
  await row('PAYMENT_TOKEN').click();
  await screenshot('rows');
  await quiet();
  await page.mouse.move(0, 0);
  await row('GREETING').first().hover();
  await page.locator('.workbench-hover', { hasText: 'GREETING' }).waitFor(patience);
  await screenshot('variable-tooltip');
  await page.mouse.move(0, 0);
  await row('production').hover();
  await page.locator('.workbench-hover', { hasText: 'production' }).waitFor(patience);
  await screenshot('environment-tooltip');

  await row('staging').click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Rename Environment/ }).hover();
  await screenshot('environment-menu');
  await page.keyboard.press('Escape');
  await row('PAYMENT_TOKEN').click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Copy Variable Value/ }).hover();
  await screenshot('variable-menu');
  await page.keyboard.press('Escape');

  await run('quantum.environments.edit');
  await pick('production');
  await page.getByRole('option', { name: 'Docker registry' }).waitFor();
  await screenshot('details');
  await pick('Port');
  await asked('Where the application listens').waitFor();
  await input.fill('70000');
  await screenshot('detail');
  await page.keyboard.press('Escape');
  await page.getByRole('option', { name: 'Docker registry' }).waitFor();
  await page.keyboard.press('Escape');
  await run('quantum.environments.use');
  await pick('production');
  await dialog.waitFor();
  await screenshot('use-production');
  await page.keyboard.press('Enter');
  await row('production, in use').waitFor(patience);
  await screenshot('production-in-use');
  await run('quantum.environments.importFile');
  await pick('All environments');
  await page.getByRole('option', { name: '.env' }).first().waitFor();
  await screenshot('import');
  await page.keyboard.press('Enter');
  await toast.filter({ hasText: 'Variables added' }).waitFor(patience);
  await screenshot('imported');
  await quiet();
  await run('quantum.environments.delete');
  await pick('staging');
  await dialog.waitFor();
  await screenshot('delete');
  await page.keyboard.press('Escape');
  server.close();
}

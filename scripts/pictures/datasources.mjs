// Pictures of datasources in each state, of making one, its page and its log; in another drive, without an engine.
//   npm run drive -- --workspace COPY_OF_THE_SAMPLE --script scripts/pictures/datasources.mjs --theme light|dark|hc --out out
// with the Python of the sample in COPY_OF_THE_SAMPLE/.venv and a Docker engine that has postgres:16-alpine.
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { runner } from './lib/runner.mjs';

const patience = { timeout: 120_000 };

export default async function datasources({ page, evaluate, screenshot, workspace }) {
  await page.setViewportSize({ width: 1440, height: 880 });
  const run = runner(evaluate);
  const side = page.locator('.part.sidebar');
  const row = (name, state) =>
    side.getByRole('treeitem', { name: new RegExp(`^${name}, ${state}`) });
  const input = page.locator('.quick-input-widget:visible input:not([type="checkbox"])');
  const answer = async (text) => {
    await input.waitFor(patience);
    await input.fill(text);
    await page.keyboard.press('Enter');
  };
  const shown = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  const quiet = () => run('notifications.clearAll');
  const only = () => run('workbench.action.closeAllEditors');
  await run('workbench.view.extension.quantum');
  await side.getByRole('button', { name: 'New PostgreSQL' }).waitFor(patience);
  await screenshot('empty');

  await run('quantum.datasources.new');
  await page.getByRole('option', { name: /PostgreSQL/ }).waitFor(patience);
  await screenshot('express');
  await page.keyboard.press('Escape');

  await run('quantum.datasources.newAdvanced');
  await shown.getByRole('textbox', { name: 'Name' }).fill('two words');
  await shown
    .getByRole('spinbutton', { name: 'Port' })
    .or(shown.getByRole('textbox', { name: 'Port' }))
    .fill('70000');
  await page.keyboard.press('Tab');
  await shown.getByText(/A port is a number/).waitFor();
  await screenshot('form-with-errors');
  await only();

  // Nothing answers there.
  await run('quantum.datasources.new', 'sqlite');
  await row('.*sqlite-1', 'ready').waitFor(patience);
  await run('quantum.datasources.new', 'postgresql');
  await row('.*postgresql-1', '(starting|setting up)').waitFor(patience);
  await screenshot('working');
  await row('.*postgresql-1', 'ready').waitFor(patience);
  await screenshot('ready');
  await quiet();
  const tooltip = page.locator('.workbench-hover', { hasText: 'postgres:' });
  // A row that is drawn anew has it begin again.
  for (let tries = 0; tries < 5 && !(await tooltip.isVisible()); tries++) {
    await page.mouse.move(0, 0);
    await row('.*postgresql-1', 'ready').hover();
    await tooltip.waitFor({ timeout: 4_000 }).catch(() => undefined);
  }
  await screenshot('tooltip');

  await run('quantum.datasources.openDetails', 2);
  await shown.getByText('ready to accept connections').first().waitFor(patience);
  await screenshot('page');
  await run('quantum.datasources.logs', 2);
  await shown.getByRole('searchbox', { name: 'Search' }).fill('ready');
  await screenshot('log');
  await only();

  const broken = path.join(workspace, 'broken.sql');
  await writeFile(broken, 'CREATE TABLE one (id integer);\nINSERT INTO absent VALUES (1);\n');
  await run('quantum.datasources.loadFile', 2);
  await input.waitFor(patience);
  await page.locator('.quick-input-list:visible .monaco-list-row').first().waitFor();
  await screenshot('load-choose');
  await answer(broken);
  const toast = page.locator('.notifications-toasts .notification-list-item');
  await toast.filter({ hasText: 'line 2' }).waitFor(patience);
  await screenshot('load-failed');
  await quiet();
  await run('quantum.datasources.dumpFile', 2);
  await page.locator('.quick-input-list:visible .monaco-list-row').first().waitFor();
  await answer(path.join(workspace, 'all.sql'));
  await toast.filter({ hasText: 'all.sql' }).waitFor(patience);
  await screenshot('dumped');
  await quiet();

  const docker = (...args) => promisify(execFile)('docker', args);
  const made = `quantum-picture-${process.pid}`;
  await docker(
    'run',
    '-d',
    '--rm',
    '--name',
    made,
    '-e',
    'POSTGRES_PASSWORD=told',
    '-p',
    '127.0.0.1::5432',
    'postgres:16-alpine',
  );
  try {
    // The official images start their server twice: the second time it hears the network.
    await docker('exec', made, 'sh', '-c', 'until pg_isready -q -h 127.0.0.1; do sleep 0.2; done');
    await run('quantum.datasources.adopt');
    await page.getByRole('option', { name: made }).waitFor(patience);
    await screenshot('adopt');
    await answer(made);
    await page.getByText('Its name in the project').waitFor();
    await screenshot('adopt-name');
    await page.keyboard.press('Enter');
    await row(made, 'ready').waitFor(patience);
    await screenshot('adopted');
    await quiet();
    await docker('rm', '-f', made);
    // The server of somebody else is gone: a try says so.
    await run('quantum.datasources.setup', 3);
    await row(made, 'error').waitFor(patience);
    await screenshot('error');
    await run('quantum.datasources.openDetails', 3);
    await shown.getByRole('heading', { name: made }).waitFor();
    await shown.locator('body').evaluate(() => document.fonts.ready.then(() => undefined));
    await screenshot('error-page');
    await only();
  } finally {
    await docker('rm', '-f', made).catch(() => undefined);
  }
  await quiet();

  await run('quantum.datasources.serveByName');
  await page.getByRole('option').first().waitFor(patience);
  await screenshot('by-name');
  await page.keyboard.press('Escape');
  await run('quantum.datasources.stop', 2);
  await row('.*postgresql-1', 'stopped').waitFor(patience);
  await screenshot('stopped');
  await run('quantum.datasources.delete', 2);
  const dialog = page.locator('.monaco-dialog-box');
  await dialog.waitFor();
  await screenshot('delete');
  await dialog.getByRole('button', { name: 'Delete with All Data' }).click();
  await row('.*postgresql-1', '').waitFor({ ...patience, state: 'hidden' });
}

// Pictures of what a project of Quantum of 2025 is offered: the question, the switch, the row while it is on.
//   npm run drive -- --workspace EMPTY_FOLDER --script scripts/pictures/byName.mjs --theme light|dark|hc --out out
// The folder is made one of that time.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runner } from './lib/runner.mjs';

const patience = { timeout: 60_000 };

export default async function byName({ page, evaluate, screenshot, workspace }) {
  await page.setViewportSize({ width: 1440, height: 880 });
  await mkdir(path.join(workspace, 'src/core'), { recursive: true });
  for (const file of ['src/core/parser.py', 'test_runner.py', 'quantum.config.yaml'])
    await writeFile(path.join(workspace, file), '');
  const run = runner(evaluate);
  const side = page.locator('.part.sidebar');
  await run('workbench.view.extension.quantum');
  await side.getByRole('button', { name: 'New SQLite' }).click(patience);
  const allow = page
    .locator('.notifications-toasts')
    .getByRole('button', { name: 'Allow', exact: false });
  await allow.first().waitFor(patience);
  await screenshot('by-name-offer');
  await allow.first().click();
  await side.getByRole('treeitem', { name: /8000/ }).waitFor(patience);
  await run('notifications.clearAll');
  await screenshot('by-name-on');
  await run('quantum.datasources.serveByName');
  await page.getByRole('option', { name: /Switch Off/ }).waitFor(patience);
  await screenshot('by-name-switch');
  await page.keyboard.press('Enter');
}

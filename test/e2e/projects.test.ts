import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { until } from '../../scripts/lib/deadline.js';
import { coreJourneys } from './coreJourneys.js';
import { journeysIn } from './journeys.js';
import type { Session } from './session.js';

const journey = journeysIn();
const open = coreJourneys(journey);
const name = 'Linden & Clay';

const inactive = (): Locator =>
  open.window.page.getByRole('treeitem', { name: /^Linden & Clay, .*inactive/ });

journey('a project can be put aside and taken up again', async () => {
  await open.view.choose(name, 'Deactivate');
  await inactive().waitFor();
  await open.view.choose(name, 'Activate');
  await inactive().waitFor({ state: 'hidden' });
});

journey('the doctor says of every part of the machine how it is', async () => {
  await open.workbench.run('Quantum: Doctor');
  const page = open.workbench.webview();
  await page.getByRole('heading', { name: 'Quantum Doctor' }).waitFor();
  await page.getByText(/Checked at/).waitFor();
  for (const part of [/Python/, /Docker/, /store/i]) await page.getByText(part).first().waitFor();
  const refused = open.window.consoleErrors.filter((line) => /inline style/.test(line));
  assert.deepEqual(refused, [], 'our pages do nothing that their own policy refuses');
});

journey('the walkthrough has ticked what was done before it was opened', async () => {
  const { page } = open.window;
  await open.window.evaluate((vscode) =>
    vscode.commands.executeCommand(
      'workbench.action.openWalkthrough',
      'quantum-framework.quantum-admin#quantum.start',
    ),
  );
  const steps = page.locator('.getting-started-step [role="checkbox"]');
  await steps.first().waitFor();
  assert.equal(await steps.count(), 6);
  // A project, its framework, the view, its page, the doctor; the API's documentation is still to see.
  const ticked = page.locator('.getting-started-step [role="checkbox"][aria-checked="true"]');
  await until('five ticks', async () => (await ticked.count()) === 5, 10_000);
  await open.workbench.run('View: Close Editor');
});

journey('the service killed in the middle comes back and has lost nothing', async (session) => {
  const [pid] = await session.service();
  assert.ok(pid !== undefined);
  process.kill(pid, 'SIGKILL');
  await anotherService(session, pid);
  await open.view.choose(name, 'Deactivate');
  await inactive().waitFor();
  await open.view.choose(name, 'Activate');
  await inactive().waitFor({ state: 'hidden' });
});

journey('a reload keeps what was there', async () => {
  await open.window.reload();
  await open.view.show();
  await open.view.row(name).waitFor();
  assert.equal(await open.view.projects().count(), 1);
});

journey('deleting says what goes with it, and touches no file', async () => {
  const { view, workbench, folder } = open;
  const files = await readdir(folder);
  await view.choose(name, 'Delete Project…');
  await workbench.dialog().getByText(`Delete the project "${name}"?`).waitFor();
  await workbench.dialog().getByText(`Your files stay: ${folder}`).waitFor();
  await workbench.press('Delete Project');
  await view.row(name).waitFor({ state: 'hidden' });
  await view.welcome().getByRole('button', { name: 'Add This Folder' }).waitFor();
  assert.deepEqual(await readdir(folder), files);
});

journey('it stays deleted when the service starts anew', async (session) => {
  const { view, workbench } = open;
  const [pid] = await session.service();
  await workbench.run('Quantum: Restart Service');
  await anotherService(session, pid);
  await view.welcome().getByRole('button', { name: 'Add This Folder' }).waitFor();
  assert.equal(await view.row(name).count(), 0);
});

journey('and is back, under its name, when its folder is added again', async () => {
  await open.view.welcome().getByRole('button', { name: 'Add This Folder' }).click();
  await open.view.row(name).waitFor();
});

async function anotherService(session: Session, than: number | undefined): Promise<void> {
  const isAnother = async (): Promise<boolean> => {
    const [next] = await session.service();
    return next !== undefined && next !== than;
  };
  await until('another service', isAnother, 20_000);
}

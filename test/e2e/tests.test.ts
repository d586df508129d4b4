import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createEndpointApi } from '../../src/client/createApi.js';
import { findService } from '../../src/client/findService.js';
import { dataOf } from '../../src/client/problemError.js';
import { journeysIn } from './journeys.js';

const journey = journeysIn();

const mixed = `<q:test name="this one holds">
  <test:visit/>
  <test:expect status="200"/>
</q:test>
<q:test name="this one does not">
  <test:visit/>
  <test:expect text="No such words"/>
</q:test>
<q:test name="this one only looks">
  <test:visit/>
</q:test>
`;

journey('tests are found, run and tell what became of them', async (session) => {
  const folder = await session.sample('storefront');
  const file = path.join(folder, 'tests', 'mixed.test.q');
  await writeFile(file, mixed);
  const window = await session.open(folder);
  const { page } = window;
  await window.evaluate(async (vscode, name) => {
    await vscode.window.showTextDocument(vscode.Uri.file(name));
  }, file);
  // The view is there once there are tests.
  await page.getByRole('tab', { name: 'Testing' }).click({ timeout: 60_000 });
  const row = (name: RegExp) => page.getByRole('treeitem', { name }).first();
  await row(/^tests\/mixed\.test\.q/).waitFor({ timeout: 60_000 });
  await window.evaluate(async (vscode) => {
    await vscode.commands.executeCommand('testing.runAll');
  });
  await row(/^tests\/mixed\.test\.q \(Failed\)/).waitFor({ timeout: 60_000 });
  await row(/^tests\/shop\.test\.q \(Passed\)/).waitFor({ timeout: 60_000 });
  await page.getByText('No such words').first().waitFor();

  // What others run is shown here, too.
  await writeFile(file, mixed.replace('text="No such words"', 'status="200"'));
  const service = await findService(session.editor.home);
  assert.ok(service);
  const api = createEndpointApi(service);
  const [project] = await dataOf(api.GET('/api/projects'));
  assert.ok(project);
  const params = { path: { id: project.id } };
  await dataOf(api.POST('/api/projects/{id}/tests/run', { params, body: { suite: 'mixed' } }));
  await row(/^tests\/mixed\.test\.q \(Passed\)/).waitFor({ timeout: 60_000 });
  const open = await window.evaluate((vscode) => {
    return vscode.window.activeTextEditor?.document.uri.path ?? '';
  });
  assert.ok(open.endsWith('mixed.test.q'));
});

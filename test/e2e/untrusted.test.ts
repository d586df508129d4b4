import assert from 'node:assert/strict';
import path from 'node:path';
import { until } from '../../scripts/lib/deadline.js';
import { ProjectsView } from './pages/projectsView.js';
import { journeysIn } from './journeys.js';

const journey = journeysIn({ untrusted: true });

journey(
  'an untrusted workspace starts neither service nor Python, but its pages can be read',
  async (session) => {
    const folder = await session.sample('storefront');
    const window = await session.open(folder);
    assert.equal(await window.evaluate((vscode) => vscode.workspace.isTrusted), false);
    const view = new ProjectsView(window.page);
    await view.show();
    await view.welcome().getByRole('button', { name: 'Manage Workspace Trust' }).waitFor();
    const outline = await until(
      'the outline of a page',
      () =>
        window.evaluate(
          async (vscode, name) => {
            const document = await vscode.workspace.openTextDocument(name);
            await vscode.window.showTextDocument(document);
            const symbols = await vscode.commands.executeCommand<{ name: string }[] | undefined>(
              'vscode.executeDocumentSymbolProvider',
              document.uri,
            );
            return symbols !== undefined && symbols.length > 0 ? symbols.length : null;
          },
          path.join(folder, 'components', 'index.q'),
        ),
      20_000,
    );
    assert.ok(outline > 0);
    const panels = await window.evaluate(
      async (vscode, names) => {
        const content = '<q:component name="New"><h1>New</h1></q:component>';
        const untitled = await vscode.workspace.openTextDocument({ language: 'quantum', content });
        const files = names.map((name) => vscode.Uri.file(name));
        for (const uri of [...files, untitled.uri]) {
          await vscode.window.showTextDocument(uri);
          // The command tells the person why, and does not end before that is read.
          void vscode.commands.executeCommand('quantum.preview.show');
        }
        const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
        return tabs.filter(({ input }) => input instanceof vscode.TabInputWebview).length;
      },
      ['index.q', '_parts/EmptyState.q'].map((name) => path.join(folder, 'components', name)),
    );
    assert.equal(panels, 0);
    await window.page.getByText('a workspace that is not trusted').first().waitFor();
    const running = (await session.editor.processes()).map(({ command }) => command);
    assert.deepEqual(
      running.filter((command) => /python|runtime/i.test(command)),
      [],
    );
  },
);

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { until } from '../../scripts/lib/deadline.js';
import type { EditorWindow } from '../../scripts/lib/editorWindow.js';
import { ProjectsView } from './pages/projectsView.js';
import { journeysIn } from './journeys.js';

const config = 'server:\n  port: 8080\n';
const page = '<q:component name="index">\n  <h1>Hello</h1>\n</q:component>\n';
const broken = '<q:component name="index">\n  <p>fine</p>\n  </q:if>\n</q:component>\n';

const journey = journeysIn({ beside: [path.join(import.meta.dirname, 'kdbLanguage')] });

const isActive = (window: EditorWindow): Promise<boolean> =>
  window.evaluate(
    (vscode) =>
      vscode.extensions.getExtension('quantum-framework.quantum-admin')?.isActive ?? false,
  );

journey('a window with two folders shows two projects, under distinct names', async (session) => {
  const shop = await session.folderWith('one/shop', { 'quantum.config.yaml': config });
  const other = await session.folderWith('two/shop', { 'components/index.q': page });
  const file = path.join(session.folder, 'both.code-workspace');
  await writeFile(file, JSON.stringify({ folders: [{ path: shop }, { path: other }] }));
  const window = await session.open(file);
  const view = new ProjectsView(window.page);
  await view.show();
  await until('two rows', async () => (await view.projects().count()) === 2, 30_000);
  const names = await view.projects().evaluateAll((rows) => rows.map((row) => row.ariaLabel));
  assert.equal(new Set(names).size, 2);
  await window.close();
});

journey('a page with a mistake gets the framework’s verdict at the right line', async (session) => {
  const folder = await session.folderWith('mistake', {
    'quantum.config.yaml': config,
    'components/index.q': broken,
  });
  const window = await session.open(folder);
  const file = path.join(folder, 'components', 'index.q');
  const lines = await until(
    'a diagnostic',
    () =>
      window.evaluate(async (vscode, name) => {
        const document = await vscode.workspace.openTextDocument(name);
        await vscode.window.showTextDocument(document);
        const found = vscode.languages.getDiagnostics(document.uri);
        return found.length === 0 ? null : found.map(({ range }) => range.start.line + 1);
      }, file),
    30_000,
  );
  assert.deepEqual(lines, [3]);
  await window.close();
});

journey(
  'a kdb+ script beside a Quantum folder goes back to its own language, a page does not',
  async (session) => {
    const shop = await session.folderWith('mixed/shop', {
      'quantum.config.yaml': config,
      'components/index.q': page,
    });
    const ticks = await session.folderWith('mixed/ticks', {
      'load.q': '\\l tick/u.q\n.u.init[]\n',
    });
    const file = path.join(session.folder, 'mixed.code-workspace');
    await writeFile(file, JSON.stringify({ folders: [{ path: shop }, { path: ticks }] }));
    const window = await session.open(file);
    const languageOf = (name: string): Promise<string> =>
      window.evaluate(async (vscode, at) => {
        const document = await vscode.workspace.openTextDocument(at);
        await vscode.window.showTextDocument(document, { preview: false });
        // An event may have replaced the document by one of another language.
        return (
          vscode.workspace.textDocuments.find(({ uri }) => uri.fsPath === at)?.languageId ?? ''
        );
      }, name);
    const script = path.join(ticks, 'load.q');
    await until('the language of kdb+', async () => (await languageOf(script)) === 'q', 20_000);
    assert.equal(await languageOf(path.join(shop, 'components', 'index.q')), 'quantum');

    await window.evaluate(async (vscode, at) => {
      const document = vscode.workspace.textDocuments.find(({ uri }) => uri.fsPath === at);
      if (document) await vscode.languages.setTextDocumentLanguage(document, 'quantum');
    }, script);
    assert.equal(await languageOf(script), 'quantum', 'a person who says Quantum is not overruled');
    await window.close();
  },
);

journey('in a folder without Quantum nothing wakes up', async (session) => {
  const before = await session.service();
  const folder = await session.folderWith('plain', {
    'notes.md': '# Notes\n',
    'trades.txt': 'a file of something else\n',
  });
  const window = await session.open(folder);
  // VS Code is done with everything that could activate an extension once `onStartupFinished` has been.
  await window.evaluate(() => host.firstTwoSeconds.then(() => true));
  assert.equal(await isActive(window), false);
  assert.deepEqual(await session.service(), before);
  await window.close();
});

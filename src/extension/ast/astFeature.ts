import path from 'node:path';
import * as vscode from 'vscode';
import type { FromAstPage, ToAstPage } from '../../protocol/webviews.js';
import type { AskServer } from '../language/askServer.js';
import { Disposables } from '../platform/disposables.js';
import type { CommandRegistry } from '../platform/reporter.js';
import type { Disposable } from '../platform/signal.js';
import { WebviewPages } from '../platform/webviewHost.js';
import { AstPanel } from './astPanel.js';

export interface AstFeatureDeps {
  readonly extensionUri: vscode.Uri;
  readonly ask: AskServer;
  readonly reporter: CommandRegistry;
}

/** The syntax trees of the page in front, beside it. */
export function registerAst({ extensionUri, ...deps }: AstFeatureDeps): Disposable {
  const owned = new Disposables();
  const pages = owned.add(
    new WebviewPages<'page', ToAstPage, FromAstPage>(extensionUri, {
      viewType: 'quantum.ast',
      entry: 'ast',
      keyOf: String,
      titleOf: () => vscode.l10n.t('Syntax Trees'),
      readSubject: () => 'page',
      isBeside: true,
      attach: (page) => new AstPanel(page, deps),
    }),
  );
  owned.add(
    deps.reporter.register('quantum.ast.show', async (target) => {
      const uri = fileOf(target) ?? vscode.window.activeTextEditor?.document.uri;
      if (uri) await vscode.window.showTextDocument(uri, { preview: true });
      if (vscode.window.activeTextEditor?.document.languageId !== 'quantum')
        throw new Error(vscode.l10n.t('Open a page first: the trees are of the file in front.'));
      pages.show('page');
    }),
  );
  return owned;
}

/** The file of a row of Components, or of an editor's title. */
function fileOf(target: unknown): vscode.Uri | undefined {
  if (target instanceof vscode.Uri) return target;
  const rootPath: unknown = Reflect.get(Object(target), 'rootPath');
  const component: unknown = Reflect.get(Object(target), 'component');
  const filePath: unknown = Reflect.get(Object(component), 'filePath');
  if (typeof rootPath !== 'string' || typeof filePath !== 'string') return undefined;
  return vscode.Uri.file(path.join(rootPath, filePath));
}

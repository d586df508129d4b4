import * as vscode from 'vscode';
import type { FromPreviewPage, ToPreviewPage } from '../../protocol/webviews.js';
import type { AskServer } from '../language/askServer.js';
import { Disposables } from '../platform/disposables.js';
import type { CommandRegistry } from '../platform/reporter.js';
import type { ServiceClient } from '../platform/serviceClient.js';
import type { Disposable } from '../platform/signal.js';
import { requireTrust } from '../platform/trust.js';
import { WebviewPages } from '../platform/webviewHost.js';
import type { ProjectsFeature } from '../projects/projectsFeature.js';
import type { PreviewApi } from './previewApi.js';
import { PreviewPanel } from './previewPanel.js';
import { ValueHints } from './valueHints.js';

export interface PreviewFeatureDeps {
  readonly context: vscode.ExtensionContext;
  readonly api: PreviewApi;
  readonly projects: ProjectsFeature;
  readonly service: ServiceClient;
  readonly ask: AskServer;
  readonly reporter: CommandRegistry;
}

/** The preview of the page in front, and the values it came to. */
export function registerPreview(deps: PreviewFeatureDeps): Disposable {
  const { context, reporter, ...rest } = deps;
  const owned = new Disposables();
  const hints = owned.add(new ValueHints(deps.ask));
  const frameScript = vscode.Uri.joinPath(
    context.extensionUri,
    'dist',
    'webviews',
    'previewFrame.js',
  );
  const views = context.workspaceState;
  let open: PreviewPanel | undefined;
  const pages = owned.add(
    new WebviewPages<'page', ToPreviewPage, FromPreviewPage>(context.extensionUri, {
      viewType: 'quantum.preview',
      entry: 'preview',
      keyOf: String,
      titleOf: () => vscode.l10n.t('Quantum Preview'),
      // Pages of an untrusted folder run nothing: there is no preview to come back to.
      readSubject: () => (vscode.workspace.isTrusted ? 'page' : undefined),
      isBeside: true,
      showsFrames: true,
      attach: (page) => {
        open = new PreviewPanel(page, { ...rest, reporter, hints, frameScript, views });
        return open;
      },
    }),
  );
  owned.add(
    reporter.register('quantum.preview.show', () => {
      requireTrust();
      pages.show('page');
      open?.show();
    }),
  );
  return owned;
}

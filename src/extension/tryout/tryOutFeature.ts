import path from 'node:path';
import * as vscode from 'vscode';
import type { FromTryOutPage, ToTryOutPage } from '../../protocol/webviews.js';
import type { EndpointRow } from '../components/endpointRows.js';
import { Disposables } from '../platform/disposables.js';
import type { Disposable } from '../platform/signal.js';
import { requireTrust } from '../platform/trust.js';
import { WebviewPages } from '../platform/webviewHost.js';
import { projectFileOf } from '../preview/previewedTexts.js';
import { projectsKnown } from '../projects/projectsKnown.js';
import { TryOutPanel, type TryOutDeps, type TryOutSubject } from './tryOutPanel.js';

export interface TryOutFeatureDeps extends Omit<TryOutDeps, 'frameScript'> {
  readonly extensionUri: vscode.Uri;
}

/** What a lens above an action, or a page, hands over. */
export interface TryOutPlace {
  readonly uri: string;
  readonly action: string | null;
}

/** Requests to pages and actions: one panel for each. */
export function registerTryOut({ extensionUri, ...rest }: TryOutFeatureDeps): Disposable {
  const owned = new Disposables();
  const frameScript = vscode.Uri.joinPath(extensionUri, 'dist', 'webviews', 'previewFrame.js');
  const pages = owned.add(
    new WebviewPages<TryOutSubject, ToTryOutPage, FromTryOutPage>(extensionUri, {
      viewType: 'quantum.tryOut',
      entry: 'tryout',
      keyOf: ({ projectId, filePath, action }) => `${projectId} ${filePath} ${action ?? ''}`,
      titleOf: ({ filePath, action }) =>
        vscode.l10n.t('Send {0}', action ?? path.posix.basename(filePath)),
      // Pages of an untrusted folder run nothing: there is nothing to come back to.
      readSubject: (kept) => (vscode.workspace.isTrusted ? subjectIn(kept) : undefined),
      showsFrames: true,
      attach: (page, subject) => new TryOutPanel(page, subject, { ...rest, frameScript }),
    }),
  );
  owned.add(
    rest.reporter.register('quantum.tryOut.open', async (from) => {
      requireTrust();
      await projectsKnown(rest.projects);
      pages.show(subjectOf(from, rest));
    }),
  );
  return owned;
}

/** The endpoint of a row, the place of a lens, or the page in front. */
function subjectOf(from: unknown, { projects }: Pick<TryOutDeps, 'projects'>): TryOutSubject {
  const { endpoint, rootPath } = Object(from) as Partial<EndpointRow>;
  if (endpoint && rootPath !== undefined) {
    const { filePath, functionName: action } = endpoint;
    const project = projects.here.find((one) => one.rootPath === rootPath);
    if (project) return { projectId: project.id, rootPath, filePath, action };
  }
  const { uri, action = null } = Object(from) as Partial<TryOutPlace>;
  const front = vscode.window.activeTextEditor?.document.uri;
  const file = typeof uri === 'string' ? vscode.Uri.parse(uri) : front;
  const found =
    file?.fsPath.endsWith('.q') === true ? projectFileOf(file, projects.here) : undefined;
  if (!found) throw new Error(vscode.l10n.t('Open a page of a project first.'));
  const { project, filePath } = found;
  return { projectId: project.id, rootPath: project.rootPath, filePath, action };
}

function subjectIn(kept: unknown): TryOutSubject | undefined {
  const of = (name: string): unknown =>
    Reflect.get(Object(Reflect.get(Object(kept), 'subject')), name);
  const projectId = of('projectId');
  const rootPath = of('rootPath');
  const filePath = of('filePath');
  const action = of('action');
  if (typeof projectId !== 'number') return undefined;
  if (typeof rootPath !== 'string' || typeof filePath !== 'string') return undefined;
  return { projectId, rootPath, filePath, action: typeof action === 'string' ? action : null };
}

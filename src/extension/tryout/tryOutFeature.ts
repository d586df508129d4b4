import path from 'node:path';
import * as vscode from 'vscode';
import type { FromTryOutPage, ToTryOutPage } from '../../protocol/webviews.js';
import type { ComponentRow } from '../components/componentRows.js';
import type { EndpointRow } from '../components/endpointRows.js';
import { Disposables } from '../platform/disposables.js';
import { Cancelled } from '../platform/reporter.js';
import type { Disposable } from '../platform/signal.js';
import { requireTrust } from '../platform/trust.js';
import { WebviewPages } from '../platform/webviewHost.js';
import { openTexts, projectFileOf } from '../preview/previewedTexts.js';
import { projectsKnown } from '../projects/projectsKnown.js';
import { TryOutPanel, type TryOutDeps, type TryOutSubject } from './tryOutPanel.js';

export interface TryOutFeatureDeps extends Omit<TryOutDeps, 'frameScript'> {
  readonly extensionUri: vscode.Uri;
}

/** What a lens above an action, a function or a page hands over. */
export interface TryOutPlace {
  readonly uri: string;
  readonly action: string | null;
  readonly function: string | null;
}

/** Requests to pages and actions, and calls of functions: one panel for each. */
export function registerTryOut({ extensionUri, ...rest }: TryOutFeatureDeps): Disposable {
  const owned = new Disposables();
  const frameScript = vscode.Uri.joinPath(extensionUri, 'dist', 'webviews', 'previewFrame.js');
  const pages = owned.add(
    new WebviewPages<TryOutSubject, ToTryOutPage, FromTryOutPage>(extensionUri, {
      viewType: 'quantum.tryOut',
      entry: 'tryout',
      keyOf: ({ projectId, filePath, action, called }) =>
        `${projectId} ${filePath} ${called === null ? (action ?? '') : `${called}()`}`,
      titleOf: ({ filePath, action, called }) =>
        called === null
          ? vscode.l10n.t('Send {0}', action ?? path.posix.basename(filePath))
          : vscode.l10n.t('Call {0}', called),
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
  owned.add(
    rest.reporter.register('quantum.tryOut.call', async (from) => {
      requireTrust();
      await projectsKnown(rest.projects);
      const { component, fsPath } = Object(from) as Partial<ComponentRow>;
      const uri = component && fsPath ? vscode.Uri.file(fsPath).toString() : undefined;
      const subject = subjectOf(uri === undefined ? from : { uri }, rest);
      pages.show({ ...subject, called: await pickFunction(subject, rest) });
    }),
  );
  return owned;
}

/** The function that is meant: the only one, or the one a person picks. */
async function pickFunction(
  { projectId, filePath }: TryOutSubject,
  { api, projects }: Pick<TryOutDeps, 'api' | 'projects'>,
): Promise<string> {
  const project = projects.here.find(({ id }) => id === projectId);
  const texts = project ? openTexts(project) : [];
  const { functions } = await api.form(projectId, { filePath, texts });
  const [only, ...more] = functions;
  if (!only) throw new Error(vscode.l10n.t('{0} has no functions.', filePath));
  if (more.length === 0) return only.name;
  const items = functions.map(({ name, params, description }) => ({
    ...{ label: name, name, description: `(${params.map((param) => param.name).join(', ')})` },
    ...(description !== null && { detail: description }),
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Call a Function'),
    placeHolder: vscode.l10n.t('Which function of {0}?', filePath),
  });
  if (!picked) throw new Cancelled();
  return picked.name;
}

/** The endpoint of a row, the place of a lens, or the page in front. */
function subjectOf(from: unknown, { projects }: Pick<TryOutDeps, 'projects'>): TryOutSubject {
  const { endpoint, rootPath } = Object(from) as Partial<EndpointRow>;
  if (endpoint && rootPath !== undefined) {
    const { filePath, functionName: action } = endpoint;
    const project = projects.here.find((one) => one.rootPath === rootPath);
    if (project) return { projectId: project.id, rootPath, filePath, action, called: null };
  }
  const { uri, action = null, function: called = null } = Object(from) as Partial<TryOutPlace>;
  const front = vscode.window.activeTextEditor?.document.uri;
  const file = typeof uri === 'string' ? vscode.Uri.parse(uri) : front;
  const found =
    file?.fsPath.endsWith('.q') === true ? projectFileOf(file, projects.here) : undefined;
  if (!found) throw new Error(vscode.l10n.t('Open a page of a project first.'));
  const { project, filePath } = found;
  return { projectId: project.id, rootPath: project.rootPath, filePath, action, called };
}

function subjectIn(kept: unknown): TryOutSubject | undefined {
  const of = (name: string): unknown =>
    Reflect.get(Object(Reflect.get(Object(kept), 'subject')), name);
  const projectId = of('projectId');
  const rootPath = of('rootPath');
  const filePath = of('filePath');
  const action = of('action');
  const called = of('called');
  if (typeof projectId !== 'number') return undefined;
  if (typeof rootPath !== 'string' || typeof filePath !== 'string') return undefined;
  return {
    ...{ projectId, rootPath, filePath },
    action: typeof action === 'string' ? action : null,
    called: typeof called === 'string' ? called : null,
  };
}

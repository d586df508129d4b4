import path from 'node:path';
import * as vscode from 'vscode';
import type { FromMatrixPage, ToMatrixPage } from '../../protocol/webviews.js';
import { coalesced } from '../platform/coalesced.js';
import { Disposables } from '../platform/disposables.js';
import { problemText } from '../platform/problemMessage.js';
import type { CommandRegistry } from '../platform/reporter.js';
import type { ServiceClient } from '../platform/serviceClient.js';
import { WebviewPages, type Page, type PageController } from '../platform/webviewHost.js';
import type { MatrixApi } from './componentsApi.js';

/** The project whose matrix a page shows. */
export interface MatrixSubject {
  readonly projectId: number;
  readonly name: string;
  readonly rootPath: string;
}

export interface MatrixPageDeps {
  readonly api: MatrixApi;
  /** Has the project's files followed. */
  readonly follow: (projectId: number) => Promise<void>;
  readonly service: ServiceClient;
  readonly reporter: CommandRegistry;
}

/** The pages that show who may ask for what: one for each project. */
export function createMatrixPages(
  extensionUri: vscode.Uri,
  deps: MatrixPageDeps,
): WebviewPages<MatrixSubject, ToMatrixPage, FromMatrixPage> {
  return new WebviewPages<MatrixSubject, ToMatrixPage, FromMatrixPage>(extensionUri, {
    viewType: 'quantum.matrix',
    entry: 'matrix',
    keyOf: ({ projectId }) => String(projectId),
    titleOf: ({ name }) => vscode.l10n.t('Access to {0}', name),
    readSubject,
    attach: (page, subject) => attachMatrix(page, subject, deps),
  });
}

function readSubject(kept: unknown): MatrixSubject | undefined {
  const subject: unknown = Reflect.get(Object(kept), 'subject');
  const read = (name: string): unknown => Reflect.get(Object(subject), name);
  const [projectId, name, rootPath] = ['projectId', 'name', 'rootPath'].map(read);
  if (typeof projectId !== 'number') return undefined;
  if (typeof name !== 'string' || typeof rootPath !== 'string') return undefined;
  return { projectId, name, rootPath };
}

function attachMatrix(
  page: Page<ToMatrixPage>,
  { projectId, name, rootPath }: MatrixSubject,
  { api, follow, service, reporter }: MatrixPageDeps,
): PageController<FromMatrixPage> {
  const owned = new Disposables();
  let isFollowed = false;
  const show = coalesced(async () => {
    try {
      if (!isFollowed) await follow(projectId);
      isFollowed = true;
      page.post({ type: 'matrix', project: name, matrix: await api.matrix(projectId) });
    } catch (error) {
      isFollowed = false;
      page.post({ type: 'failed', message: problemText(error) });
    }
  });
  owned.add(
    service.onEvent((event) => {
      if (event.type === 'reset') isFollowed = false;
      else if (event.type !== 'components_changed' || event.projectId !== projectId) return;
      void show();
    }),
  );
  owned.add(
    service.onDidChangeState(({ kind }) => {
      if (kind !== 'connected' && kind !== 'failed') return;
      isFollowed = false;
      void show();
    }),
  );
  return {
    onReady: () => void show(),
    onMessage: (message) => {
      switch (message.type) {
        case 'retry':
          void show();
          break;
        case 'open':
          void reporter.guard('open endpoint', async () => {
            const place = new vscode.Position(message.line - 1, 0);
            await vscode.window.showTextDocument(
              vscode.Uri.file(path.join(rootPath, message.filePath)),
              { selection: new vscode.Range(place, place) },
            );
          });
          break;
        default:
          message satisfies never;
      }
    },
    dispose: () => owned.dispose(),
  };
}

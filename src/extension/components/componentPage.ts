import path from 'node:path';
import * as vscode from 'vscode';
import type { ScannedComponent } from '../../protocol/components.js';
import type { FromComponentPage, ToComponentPage } from '../../protocol/webviews.js';
import { Disposables } from '../platform/disposables.js';
import { problemCode, problemMessage } from '../platform/problemMessage.js';
import type { CommandRegistry } from '../platform/reporter.js';
import type { ServiceClient } from '../platform/serviceClient.js';
import { WebviewPages, type Page, type PageController } from '../platform/webviewHost.js';
import type { ComponentsApi } from './componentsApi.js';

/** A component by its place: its id changes when its file goes and comes back. */
export interface ComponentSubject {
  readonly projectId: number;
  readonly rootPath: string;
  readonly filePath: string;
}

export interface ComponentPageDeps {
  readonly api: ComponentsApi;
  /** Has the project's files followed. */
  readonly follow: (projectId: number) => Promise<void>;
  readonly service: ServiceClient;
  readonly reporter: CommandRegistry;
}

type ComponentPages = WebviewPages<ComponentSubject, ToComponentPage, FromComponentPage>;

/** The pages of components. */
export function createComponentPages(
  extensionUri: vscode.Uri,
  deps: ComponentPageDeps,
): ComponentPages {
  const pages: ComponentPages = new WebviewPages(extensionUri, {
    viewType: 'quantum.component',
    entry: 'component',
    keyOf: ({ projectId, filePath }) => `${projectId} ${filePath}`,
    titleOf: ({ filePath }) => path.posix.basename(filePath, '.q'),
    readSubject,
    attach: (page, subject) =>
      attachComponent(page, subject, deps, (filePath) => pages.show({ ...subject, filePath })),
  });
  return pages;
}

function readSubject(kept: unknown): ComponentSubject | undefined {
  const subject: unknown = Reflect.get(Object(kept), 'subject');
  const read = (name: string): unknown => Reflect.get(Object(subject), name);
  const [projectId, rootPath, filePath] = ['projectId', 'rootPath', 'filePath'].map(read);
  if (typeof projectId !== 'number') return undefined;
  if (typeof rootPath !== 'string' || typeof filePath !== 'string') return undefined;
  return { projectId, rootPath, filePath };
}

function attachComponent(
  page: Page<ToComponentPage>,
  subject: ComponentSubject,
  { api, follow, service, reporter }: ComponentPageDeps,
  showOther: (filePath: string) => void,
): PageController<FromComponentPage> {
  const { projectId, filePath } = subject;
  const owned = new Disposables();
  // Only the newest reading is shown: an older answer that comes late is dropped.
  let round = 0;
  let isFollowed = false;

  const read = async (): Promise<ToComponentPage> => {
    if (!isFollowed) await follow(projectId);
    isFollowed = true;
    const found = (await api.components(projectId, null)).find(isAt(filePath));
    if (!found) return { type: 'gone' };
    return { type: 'component', component: await api.detail(projectId, found.id) };
  };
  const show = async (): Promise<void> => {
    const own = ++round;
    const message = await read().catch((error: unknown): ToComponentPage => {
      isFollowed = false;
      if (problemCode(error) === 'not-found') return { type: 'gone' };
      const { detail, repair } = problemMessage(error);
      return { type: 'failed', message: repair === undefined ? detail : `${detail} ${repair}` };
    });
    if (own === round) page.post(message);
  };
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
        case 'openFile':
          void reporter.guard('open file', () => openFile(subject.rootPath, message));
          break;
        case 'openComponent':
          showOther(message.filePath);
          break;
        default:
          message satisfies never;
      }
    },
    dispose: () => owned.dispose(),
  };
}

function isAt(filePath: string): (component: ScannedComponent) => boolean {
  return (component) => component.filePath === filePath;
}

async function openFile(
  rootPath: string,
  { filePath, line, column }: Extract<FromComponentPage, { type: 'openFile' }>,
): Promise<void> {
  const place = new vscode.Position(line - 1, column - 1);
  await vscode.window.showTextDocument(vscode.Uri.file(path.join(rootPath, filePath)), {
    selection: new vscode.Range(place, place),
    preview: true,
  });
}

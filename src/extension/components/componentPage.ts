import path from 'node:path';
import * as vscode from 'vscode';
import type { FromComponentPage, ToComponentPage } from '../../protocol/webviews.js';
import { Disposables } from '../platform/disposables.js';
import { problemCode, problemText } from '../platform/problemMessage.js';
import type { CommandRegistry } from '../platform/reporter.js';
import type { ServiceClient } from '../platform/serviceClient.js';
import type { Disposable } from '../platform/signal.js';
import { WebviewPages, type Page, type PageController } from '../platform/webviewHost.js';
import type { ComponentsApi } from './componentsApi.js';

/** A component by its file: its id changes when that goes and comes back, and its project may not be known yet. */
export interface ComponentSubject {
  readonly file: string;
}

/** Where a file lies in a project of the window. */
export interface ComponentPlace {
  readonly projectId: number;
  readonly rootPath: string;
  /** From the root, with `/`. */
  readonly filePath: string;
}

export interface ComponentPageDeps {
  readonly api: ComponentsApi;
  /** Has the project's files followed. */
  readonly follow: (projectId: number) => Promise<void>;
  readonly service: ServiceClient;
  readonly reporter: CommandRegistry;
  readonly placeOf: (file: string) => ComponentPlace | undefined;
  /** The projects of the window are others now. */
  readonly onDidChangeProjects: (listener: () => void) => Disposable;
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
    keyOf: ({ file }) => file,
    titleOf: ({ file }) => path.basename(file, '.q'),
    readSubject,
    attach: (page, subject) => attachComponent(page, subject, deps, (file) => pages.show({ file })),
  });
  return pages;
}

function readSubject(kept: unknown): ComponentSubject | undefined {
  const file: unknown = Reflect.get(Object(Reflect.get(Object(kept), 'subject')), 'file');
  return typeof file === 'string' ? { file } : undefined;
}

function attachComponent(
  page: Page<ToComponentPage>,
  { file }: ComponentSubject,
  { api, follow, service, reporter, placeOf, onDidChangeProjects }: ComponentPageDeps,
  showOther: (file: string) => void,
): PageController<FromComponentPage> {
  let place = placeOf(file);
  const owned = new Disposables();
  // Only the newest reading is shown: an older answer that comes late is dropped.
  let round = 0;
  let isFollowed = false;

  const read = async (): Promise<ToComponentPage> => {
    if (!place) return { type: 'waiting' };
    const { projectId, filePath } = place;
    if (!isFollowed) await follow(projectId);
    isFollowed = true;
    const found = await api.componentAt(projectId, filePath);
    if (!found) return { type: 'gone' };
    return { type: 'component', component: await api.detail(projectId, found.id) };
  };
  const show = async (): Promise<void> => {
    const own = ++round;
    const message = await read().catch((error: unknown): ToComponentPage => {
      isFollowed = false;
      if (problemCode(error) === 'not-found') return { type: 'gone' };
      return { type: 'failed', message: problemText(error) };
    });
    if (own === round) page.post(message);
  };
  owned.add(
    service.onEvent((event) => {
      if (event.type === 'reset') isFollowed = false;
      else if (event.type !== 'components_changed' || event.projectId !== place?.projectId) return;
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
  owned.add(
    onDidChangeProjects(() => {
      const found = placeOf(file);
      const isKnown = found?.projectId === place?.projectId && found?.rootPath === place?.rootPath;
      if (!found || isKnown) return;
      place = found;
      isFollowed = false;
      void show();
    }),
  );
  const rootPath = (): string => place?.rootPath ?? path.dirname(file);
  return {
    onReady: () => void show(),
    onMessage: (message) => {
      switch (message.type) {
        case 'retry':
          void show();
          break;
        case 'openFile':
          void reporter.guard('open file', () => openFile(rootPath(), message));
          break;
        case 'openComponent':
          showOther(path.join(rootPath(), message.filePath));
          break;
        default:
          message satisfies never;
      }
    },
    dispose: () => owned.dispose(),
  };
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

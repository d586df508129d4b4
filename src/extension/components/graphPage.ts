import path from 'node:path';
import * as vscode from 'vscode';
import type { GraphNode } from '../../protocol/componentGraph.js';
import type { FromGraphPage, GraphWish, ToGraphPage } from '../../protocol/webviews.js';
import { Disposables } from '../platform/disposables.js';
import { problemCode, problemText } from '../platform/problemMessage.js';
import type { CommandRegistry } from '../platform/reporter.js';
import type { ServiceClient } from '../platform/serviceClient.js';
import { WebviewPages, type Page, type PageController } from '../platform/webviewHost.js';
import type { GraphApi } from './componentsApi.js';

export interface GraphPageDeps {
  readonly api: GraphApi;
  /** Has the project's files followed. */
  readonly follow: (projectId: number) => Promise<void>;
  readonly service: ServiceClient;
  readonly reporter: CommandRegistry;
  readonly rootOf: (projectId: number) => string | null;
}

/** A project, and the node that its graph is shown around at first. */
export interface GraphSubject {
  readonly projectId: number;
  readonly focus: string | null;
}

/** The graphs of projects: one panel for each project, and one for each node that was asked about. */
export function createGraphPages(
  extensionUri: vscode.Uri,
  deps: GraphPageDeps,
): WebviewPages<GraphSubject, ToGraphPage, FromGraphPage> {
  return new WebviewPages<GraphSubject, ToGraphPage, FromGraphPage>(extensionUri, {
    viewType: 'quantum.graph',
    entry: 'graph',
    drawsImages: true,
    keyOf: ({ projectId, focus }) => `${projectId} ${focus ?? ''}`,
    titleOf: ({ focus }) =>
      focus === null
        ? vscode.l10n.t('Dependency Graph')
        : vscode.l10n.t('Graph of {0}', path.posix.basename(focus)),
    readSubject: (kept) => {
      const subject: unknown = Reflect.get(Object(kept), 'subject');
      const projectId: unknown = Reflect.get(Object(subject), 'projectId');
      const focus: unknown = Reflect.get(Object(subject), 'focus');
      if (typeof projectId !== 'number') return undefined;
      return { projectId, focus: typeof focus === 'string' ? focus : null };
    },
    attach: (page, subject) => attachGraph(page, subject, deps),
  });
}

function attachGraph(
  page: Page<ToGraphPage>,
  { projectId, focus }: GraphSubject,
  { api, follow, service, reporter, rootOf }: GraphPageDeps,
): PageController<FromGraphPage> {
  const owned = new Disposables();
  let wish: GraphWish = { focus, depth: 2, kinds: ['component', 'table'], isList: false };
  let nodes = new Map<string, GraphNode>();
  // Only the newest reading is shown: an older answer that comes late is dropped.
  let round = 0;
  const show = async (): Promise<void> => {
    const own = ++round;
    try {
      const graph = await api.graph(projectId, wish);
      if (own !== round) return;
      nodes = new Map(graph.nodes.map((node) => [node.id, node]));
      page.post({ type: 'graph', graph, wish });
    } catch (error) {
      if (own !== round) return;
      if (wish.focus !== null && problemCode(error) === 'not-found') {
        // What it was about is gone: what is left is shown.
        wish = { ...wish, focus: null };
        await show();
        return;
      }
      page.post({ type: 'failed', message: problemText(error) });
    }
  };
  const start = async (): Promise<void> => {
    await follow(projectId).catch(() => undefined);
    await show();
  };
  const showImpact = async (id: string): Promise<void> => {
    const impact = await api.impact(projectId, id);
    for (const { node } of impact.touched) nodes.set(node.id, node);
    page.post({ type: 'impact', impact });
  };
  owned.add(
    service.onEvent((event) => {
      if (event.type === 'reset') void start();
      if (event.type === 'components_changed' && event.id === projectId) void show();
    }),
  );
  return {
    onReady: () => void start(),
    onMessage: (message) => {
      switch (message.type) {
        case 'wish':
          ({ wish } = message);
          void show();
          break;
        case 'impact':
          // A node may be gone between two events: the next graph is without it.
          void showImpact(message.id).catch(() => undefined);
          break;
        case 'open':
          void reporter.guard('open node', () =>
            openNode(nodes.get(message.id), rootOf(projectId)),
          );
          break;
        case 'save':
          void reporter.guard('save graph', () => save(message));
          break;
        case 'saveFailed':
          void reporter.guard('save graph', () => Promise.reject(tooLarge()));
          break;
        default:
          message satisfies never;
      }
    },
    dispose: () => owned.dispose(),
  };
}

async function openNode(node: GraphNode | undefined, root: string | null): Promise<void> {
  if (!node || node.path === null || root === null)
    throw new Error(vscode.l10n.t('It stands in no file of the project.'));
  const line = Math.max(0, (node.line ?? 1) - 1);
  await vscode.window.showTextDocument(vscode.Uri.file(path.join(root, node.path)), {
    selection: new vscode.Range(line, 0, line, 0),
  });
}

function tooLarge(): Error {
  return new Error(
    vscode.l10n.t('The picture is too large for PNG. Save it as SVG, or show less of the graph.'),
  );
}

async function save({ format, content }: Extract<FromGraphPage, { type: 'save' }>): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const target = await vscode.window.showSaveDialog({
    filters: { [format.toUpperCase()]: [format] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, `graph.${format}`) }),
  });
  const bytes = Buffer.from(content, format === 'png' ? 'base64' : 'utf8');
  if (target) await vscode.workspace.fs.writeFile(target, bytes);
}

import * as vscode from 'vscode';
import type { FromTestsPage, TestReport, ToTestsPage } from '../../protocol/testPanel.js';
import type { Project } from '../../protocol/projects.js';
import { Disposables } from '../platform/disposables.js';
import type { CommandRegistry } from '../platform/reporter.js';
import type { ServiceClient } from '../platform/serviceClient.js';
import { WebviewPages, type Page, type PageController } from '../platform/webviewHost.js';
import { runSettings } from './runSettings.js';
import { TestPanelModel } from './testPanelModel.js';
import type { TestsApi } from './testsApi.js';

export interface TestPanelDeps {
  readonly api: TestsApi;
  readonly service: ServiceClient;
  readonly reporter: CommandRegistry;
  readonly projects: { readonly here: readonly Project[] };
}

/** The Test panels of projects; the subject is the project's id. */
export function createTestPanels(
  extensionUri: vscode.Uri,
  deps: TestPanelDeps,
): WebviewPages<number, ToTestsPage, FromTestsPage> {
  return new WebviewPages<number, ToTestsPage, FromTestsPage>(extensionUri, {
    viewType: 'quantum.tests',
    entry: 'tests',
    keyOf: String,
    titleOf: (id) => {
      const project = deps.projects.here.find((one) => one.id === id);
      return project === undefined
        ? vscode.l10n.t('Test Runs')
        : vscode.l10n.t('Tests of {0}', project.name);
    },
    readSubject: (kept) => {
      const subject: unknown = Reflect.get(Object(kept), 'subject');
      return typeof subject === 'number' && Number.isSafeInteger(subject) ? subject : undefined;
    },
    attach: (page, id) => attachPanel(page, id, deps),
  });
}

function attachPanel(
  page: Page<ToTestsPage>,
  projectId: number,
  { api, service, reporter, projects }: TestPanelDeps,
): PageController<FromTestsPage> {
  const owned = new Disposables();
  const project = (): Project | undefined => projects.here.find(({ id }) => id === projectId);
  const model = new TestPanelModel({
    api,
    project: {
      id: projectId,
      get name() {
        return project()?.name ?? '';
      },
    },
    post: (message) => page.post(message),
  });
  owned.add(service.onEvent((event) => model.handle(event)));
  owned.add(
    service.onDidChangeState(({ kind }) => {
      if (kind === 'connected') void model.ready();
    }),
  );
  const guard = (what: string, run: () => Promise<void>): void => void reporter.guard(what, run);
  return {
    onReady: () => void model.ready(),
    onMessage: (message) => {
      switch (message.type) {
        case 'place':
          guard('open place', () => openPlace(project(), message));
          break;
        case 'start':
          guard('run tests', async () => {
            const what = message.failed ? { failed: true } : {};
            const runId = await api.run(projectId, {
              ...what,
              ...runSettings(),
              trigger: 'editor',
            });
            await model.look({ type: 'open', runId });
          });
          break;
        case 'cancel':
          guard('cancel tests', () => api.cancel(projectId, message.runId));
          break;
        case 'export':
          guard('export tests', async () => {
            const { runId, report } = message;
            await save(runId, report, await api.report(projectId, runId, report));
          });
          break;
        default:
          void model.look(message);
      }
    },
    dispose: () => owned.dispose(),
  };
}

async function openPlace(
  project: Project | undefined,
  { file, line }: { readonly file: string; readonly line: number | null },
): Promise<void> {
  if (project === undefined || project.rootPath === null)
    throw new Error(vscode.l10n.t('Open the folder of a project first.'));
  const at = new vscode.Position((line ?? 1) - 1, 0);
  const uri = vscode.Uri.joinPath(vscode.Uri.file(project.rootPath), file);
  await vscode.window.showTextDocument(uri, { selection: new vscode.Range(at, at) });
}

const endings: Record<TestReport, readonly [name: string, ending: string]> = {
  junit: ['JUnit XML', 'xml'],
  json: ['JSON', 'json'],
  html: ['HTML', 'html'],
};

async function save(runId: number, report: TestReport, text: string): Promise<void> {
  const [name, ending] = endings[report];
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const file = `test-run-${runId}.${ending}`;
  const target = await vscode.window.showSaveDialog({
    filters: { [name]: [ending] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, file) }),
  });
  if (target) await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
}

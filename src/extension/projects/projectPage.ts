import * as vscode from 'vscode';
import type { Job } from '../../protocol/jobs.js';
import type { ProjectDetail } from '../../protocol/projects.js';
import type { FromProjectPage, ProjectPageAction, ToProjectPage } from '../../protocol/webviews.js';
import { Disposables } from '../platform/disposables.js';
import { problemCode, problemText } from '../platform/problemMessage.js';
import type { CommandRegistry } from '../platform/reporter.js';
import type { ServiceClient } from '../platform/serviceClient.js';
import { WebviewPages, type Page, type PageController } from '../platform/webviewHost.js';
import type { ProjectsModel } from './projectsModel.js';

export interface ProjectPageDeps {
  readonly model: ProjectsModel;
  readonly service: ServiceClient;
  readonly reporter: CommandRegistry;
  readonly detail: (id: number) => Promise<ProjectDetail>;
  readonly jobs: (id: number) => Promise<readonly Job[]>;
  readonly cancelJob: (id: number) => Promise<void>;
}

/** The detail pages of projects; the subject is the project's id. */
export function createProjectPages(
  extensionUri: vscode.Uri,
  deps: ProjectPageDeps,
): WebviewPages<number, ToProjectPage, FromProjectPage> {
  return new WebviewPages<number, ToProjectPage, FromProjectPage>(extensionUri, {
    viewType: 'quantum.project',
    entry: 'project',
    keyOf: String,
    titleOf: (id) => deps.model.get(id)?.name ?? vscode.l10n.t('Project'),
    readSubject: (kept) => {
      const subject: unknown =
        typeof kept === 'object' && kept !== null ? Reflect.get(kept, 'subject') : undefined;
      return typeof subject === 'number' && Number.isSafeInteger(subject) ? subject : undefined;
    },
    attach: (page, id) => attachProject(page, id, deps),
  });
}

function attachProject(
  page: Page<ToProjectPage>,
  id: number,
  deps: ProjectPageDeps,
): PageController<FromProjectPage> {
  const { service, reporter } = deps;
  const owned = new Disposables();
  // Only the newest reading is shown: an older answer that comes late is dropped.
  let round = 0;

  const show = async (): Promise<void> => {
    const own = ++round;
    try {
      const [project, jobs] = await Promise.all([deps.detail(id), deps.jobs(id)]);
      if (own !== round) return;
      page.setTitle(project.name);
      page.post({ type: 'project', project, jobs });
    } catch (error) {
      if (own !== round) return;
      if (problemCode(error) === 'not-found') page.post({ type: 'gone' });
      else page.post({ type: 'failed', message: problemText(error) });
    }
  };
  owned.add(
    service.onEvent((event) => {
      if (event.type === 'reset' || ('projectId' in event && event.projectId === id)) void show();
    }),
  );
  owned.add(
    service.onDidChangeState((state) => {
      if (state.kind === 'connected' || state.kind === 'failed') void show();
    }),
  );

  return {
    onReady: () => void show(),
    onMessage: (message) => {
      if (message.type === 'cancelJob') {
        void reporter.guard('cancel job', () => deps.cancelJob(message.id));
      } else if (message.action === 'retry') void show();
      else if (message.action === 'toggleActive') {
        const active = deps.model.get(id)?.status === 'active';
        run(active ? 'quantum.projects.deactivate' : 'quantum.projects.activate', id);
      } else if (Object.hasOwn(commandOf, message.action)) run(commandOf[message.action], id);
    },
    dispose: () => owned.dispose(),
  };
}

const commandOf: Record<Exclude<ProjectPageAction, 'retry' | 'toggleActive'>, string> = {
  rename: 'quantum.projects.rename',
  editDescription: 'quantum.projects.editDescription',
  openFolder: 'quantum.projects.openFolder',
  openTerminal: 'quantum.projects.openTerminal',
  relink: 'quantum.projects.relinkFolder',
  installFramework: 'quantum.projects.installFramework',
  doctor: 'quantum.doctor',
  delete: 'quantum.projects.delete',
};

function run(command: string, id: number): void {
  void vscode.commands.executeCommand(command, id);
}

import * as vscode from 'vscode';
import type { Project } from '../../protocol/projects.js';
import type { JobsApi } from '../jobs/jobsApi.js';
import type { SetContext } from '../platform/contextKeys.js';
import { Disposables } from '../platform/disposables.js';
import type { Log } from '../platform/log.js';
import type { CommandRegistry } from '../platform/reporter.js';
import { registerRowClick } from '../platform/rowClick.js';
import type { ServiceClient } from '../platform/serviceClient.js';
import { Signal, type Disposable } from '../platform/signal.js';
import { emptyReason } from './emptyReason.js';
import { folderIsOurs } from './folderIsOurs.js';
import { FolderRegistration } from './folderRegistration.js';
import { interpreterChoice, onInterpreterChange } from './interpreterChoice.js';
import { ProjectDetails } from './projectDetails.js';
import { registerProjectCommands } from './commands.js';
import { createProjectPages } from './projectPage.js';
import type { ProjectsApi } from './projectsApi.js';
import { ProjectsModel } from './projectsModel.js';
import { ProjectsTree, type ProjectRuns } from './projectsTree.js';
import { projectAtHand } from './projectTarget.js';
import { isSameFolder } from './sameFolder.js';
import { trackWindowFolders } from './windowFolders.js';

const rememberedKey = 'quantum.projects';

export interface ProjectsFeatureDeps {
  readonly api: ProjectsApi;
  readonly jobs: JobsApi;
  readonly service: ServiceClient;
  readonly reporter: CommandRegistry;
  readonly log: Log;
  readonly setContext: SetContext;
  /** Which of them run. */
  readonly runs: ProjectRuns;
  /** A person came so far in the walkthrough, whether it is open or not. */
  readonly done: (step: 'project' | 'framework' | 'view') => void;
}

/** What other features see of the projects. */
export interface ProjectsFeature extends Disposable {
  /** Projects whose folder is open in this window. */
  readonly here: readonly Project[];
  /** Whether a folder of this window holds Quantum. */
  readonly isOurs: boolean;
  readonly onDidChange: Signal<undefined>['on'];
  /** The project that a command means. @throws Cancelled when a person picks none */
  target(argument: unknown, placeHolder: string): Promise<Project>;
}

/** The Projects view, its commands, the detail pages, and the registration of this window's folders. */
export function registerProjects(
  context: vscode.ExtensionContext,
  deps: ProjectsFeatureDeps,
): ProjectsFeature {
  const { api, jobs, service, reporter, setContext, done } = deps;
  const log = deps.log.for('projects');
  const owned = new Disposables();
  const changes = new Signal<undefined>();
  const ours = new Set<string>();
  const folders = trackWindowFolders(context);
  owned.add({ dispose: () => folders.close() });

  const model = new ProjectsModel({
    read: () => api.list(),
    remembered: context.workspaceState.get<readonly Project[]>(rememberedKey),
    remember: (projects) => void context.workspaceState.update(rememberedKey, projects),
    onError: (error) => log.warn(`The projects cannot be read: ${String(error)}`),
  });
  const isHere = (project: Project): boolean =>
    folders.list().some((folder) => isSameFolder(folder.path, project.rootPath));
  const details = new ProjectDetails((id) => api.detail(id));
  const tree = owned.add(new ProjectsTree(model, details, { isHere, runs: deps.runs }));
  const view = owned.add(
    vscode.window.createTreeView('quantum.projects', {
      treeDataProvider: tree,
      showCollapseAll: true,
    }),
  );
  owned.add(registerRowClick('quantum.projects', view, 'quantum.projects.openDetails'));
  const registration = new FolderRegistration({
    folders: folders.list,
    isOurs: async (folder) => {
      const found = await folderIsOurs(vscode.Uri.parse(folder.uri));
      if (found) ours.add(folder.uri);
      else ours.delete(folder.uri);
      return found && vscode.workspace.isTrusted;
    },
    openedAt: folders.openedAt,
    interpreter: (folder) => interpreterChoice(vscode.Uri.parse(folder.uri)),
    open: (folder) => api.open(folder),
    onError: (folder, error) => log.error(`${folder.path} cannot be registered`, error),
  });
  const pages = owned.add(
    createProjectPages(context.extensionUri, {
      model,
      service,
      reporter,
      detail: (id) => api.detail(id),
      jobs: (id) => api.jobs(id),
      cancelJob: (id) => jobs.cancel(id),
    }),
  );

  const update = (): void => {
    const rows = tree.shown.length;
    setContext(
      'quantum.projects.empty',
      emptyReason({
        rows,
        projects: model.projects.length,
        isLoaded: model.isLoaded,
        isTrusted: vscode.workspace.isTrusted,
        folders: folders.list().length,
        staysDeleted: registration.staysDeleted.length,
        service: service.state.kind,
      }),
    );
    setContext('quantum.projects.filtered', tree.filter !== '');
    if (model.projects.length > 0) done('project');
    if (model.projects.some(({ frameworkVersion }) => frameworkVersion !== null)) done('framework');
    // Beside rows only: a message hides the welcome text of an empty view.
    view.message =
      tree.filter === '' || rows === 0 ? '' : vscode.l10n.t('Filter: {0}', tree.filter);
    const lost = model.projects.filter(
      ({ folderState }) => folderState === 'missing' || folderState === 'moved',
    ).length;
    view.badge =
      lost === 0
        ? undefined
        : { value: lost, tooltip: vscode.l10n.t('Projects whose folder is not found: {0}', lost) };
    changes.fire(undefined);
  };

  owned.add(
    registerProjectCommands({
      ...deps,
      model,
      tree,
      view,
      pages,
      details,
      registration,
      isHere,
      onFilter: update,
    }),
  );
  owned.add(model.onDidChange(update));
  owned.add(registration.onDidChange(update));
  owned.add(
    service.onEvent((event) => {
      model.handle(event);
      // A folder of this window may be the deleted project's: then the empty view says so.
      if (event.type === 'project_deleted') void registration.sync();
    }),
  );
  owned.add(
    service.onDidChangeState((state) => {
      update();
      if (state.kind !== 'connected') return;
      void model.refresh();
      void registration.sync();
    }),
  );
  owned.add(
    view.onDidChangeVisibility(({ visible }) => {
      if (!visible) return;
      service.start();
      done('view');
    }),
  );
  const sync = (): void => void registration.sync();
  owned.add(vscode.workspace.onDidChangeWorkspaceFolders(sync));
  owned.add(vscode.workspace.onDidGrantWorkspaceTrust(sync));
  owned.add(
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      if (view.visible) service.start();
      tree.refreshAll();
    }),
  );
  owned.add(onInterpreterChange(sync));
  update();
  // After activate() has returned: finding out whether the folders are ours reads the disk.
  const first = setImmediate(() => {
    if (view.visible) {
      service.start();
      done('view');
    }
    sync();
  });
  owned.add({ dispose: () => clearImmediate(first) });

  return {
    get here() {
      return model.projects.filter(isHere);
    },
    get isOurs() {
      return ours.size > 0;
    },
    onDidChange: changes.on,
    target: (argument, placeHolder) =>
      projectAtHand(argument, placeHolder, { model, view, isHere }),
    dispose: () => owned.dispose(),
  };
}

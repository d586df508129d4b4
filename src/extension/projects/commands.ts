import * as vscode from 'vscode';
import type { Project } from '../../protocol/projects.js';
import type { FromProjectPage, ToProjectPage } from '../../protocol/webviews.js';
import { Disposables } from '../platform/disposables.js';
import { Cancelled } from '../platform/reporter.js';
import type { Disposable } from '../platform/signal.js';
import { requireTrust } from '../platform/trust.js';
import type { WebviewPages } from '../platform/webviewHost.js';
import { deleteProject } from './deleteProject.js';
import { editDescription, relinkFolder, rename } from './editCommands.js';
import { openFolder, openTerminal, revealInExplorer, revealInOs } from './folderCommands.js';
import type { FolderRegistration } from './folderRegistration.js';
import { installFramework } from './installFramework.js';
import { newProject } from './newProject.js';
import type { ProjectDetails } from './projectDetails.js';
import type { ProjectsNode } from './projectNodes.js';
import type { ProjectsFeatureDeps } from './projectsFeature.js';
import type { ProjectsModel } from './projectsModel.js';
import type { ProjectsTree } from './projectsTree.js';
import { projectTarget } from './projectTarget.js';

export interface ProjectCommandDeps extends ProjectsFeatureDeps {
  readonly model: ProjectsModel;
  readonly tree: ProjectsTree;
  readonly view: vscode.TreeView<ProjectsNode>;
  readonly pages: WebviewPages<number, ToProjectPage, FromProjectPage>;
  readonly details: ProjectDetails;
  readonly registration: FolderRegistration;
  readonly isHere: (project: Project) => boolean;
  readonly onFilter: () => void;
}

/** Every `quantum.projects.*` command and `quantum.newProject`. */
export function registerProjectCommands(deps: ProjectCommandDeps): Disposable {
  const owned = new Disposables();
  registerViewCommands(deps, owned);
  registerRowCommands(deps, owned);
  return owned;
}

function registerViewCommands(deps: ProjectCommandDeps, owned: Disposables): void {
  const { api, model, tree, registration, reporter, onFilter } = deps;
  const register = (id: string, run: (argument?: unknown) => unknown): void =>
    void owned.add(reporter.register(id, run));
  const setFilter = (filter: string): void => {
    tree.setFilter(filter);
    onFilter();
  };
  register('quantum.newProject', () => newProject(api, model));
  register('quantum.projects.refresh', async () => {
    tree.refreshAll();
    await model.refresh();
  });
  register('quantum.projects.filter', async () => {
    const filter = await vscode.window.showInputBox({
      title: vscode.l10n.t('Filter Projects'),
      prompt: vscode.l10n.t('Words of the name, the description or the folder'),
      value: tree.filter,
    });
    if (filter === undefined) throw new Cancelled();
    setFilter(filter);
  });
  register('quantum.projects.clearFilter', () => setFilter(''));
  register('quantum.projects.addFolder', () => addFolder(deps));
  register('quantum.projects.addThisFolder', async () => {
    await registration.addAnew();
    await model.refresh();
  });
}

function registerRowCommands(deps: ProjectCommandDeps, owned: Disposables): void {
  const { api, model, pages, details } = deps;
  const onProject = (
    id: string,
    question: () => string,
    run: (project: Project) => unknown,
  ): void =>
    void owned.add(
      deps.reporter.register(id, async (argument?: unknown) =>
        run(await projectTarget(argument, question(), deps)),
      ),
    );
  onProject(
    'quantum.projects.openDetails',
    () => vscode.l10n.t('Which project do you want to see?'),
    ({ id }) => pages.show(id),
  );
  onProject(
    'quantum.projects.rename',
    () => vscode.l10n.t('Which project do you want to rename?'),
    (project) => rename(project, api, model),
  );
  onProject(
    'quantum.projects.editDescription',
    () => vscode.l10n.t('Which project do you want to describe?'),
    (project) => editDescription(project, api),
  );
  onProject(
    'quantum.projects.activate',
    () => vscode.l10n.t('Which project do you want to activate?'),
    ({ id }) => api.update(id, { status: 'active' }),
  );
  onProject(
    'quantum.projects.deactivate',
    () => vscode.l10n.t('Which project do you want to deactivate?'),
    ({ id }) => api.update(id, { status: 'inactive' }),
  );
  onProject(
    'quantum.projects.openFolder',
    () => vscode.l10n.t('Which project do you want to open?'),
    (project) => openFolder(project, true),
  );
  onProject(
    'quantum.projects.openFolderHere',
    () => vscode.l10n.t('Which project do you want to open?'),
    (project) => openFolder(project, false),
  );
  onProject(
    'quantum.projects.revealInExplorer',
    () => vscode.l10n.t('Which project do you want to reveal?'),
    revealInExplorer,
  );
  onProject(
    'quantum.projects.revealInOs',
    () => vscode.l10n.t('Which project do you want to reveal?'),
    revealInOs,
  );
  onProject(
    'quantum.projects.relinkFolder',
    () => vscode.l10n.t('Which project has a new folder?'),
    (project) => relinkFolder(project, api),
  );
  onProject(
    'quantum.projects.installFramework',
    () => vscode.l10n.t('For which project do you want to install quantum-framework?'),
    (project) =>
      installFramework(project, api, {
        jobs: deps.jobs,
        onEvent: deps.service.onEvent,
        log: deps.log,
      }),
  );
  onProject(
    'quantum.projects.openTerminal',
    () => vscode.l10n.t('For which project do you want a terminal?'),
    async (project) => {
      requireTrust();
      openTerminal(project, await details.get(project.id), await api.environment(project.id));
    },
  );
  onProject(
    'quantum.projects.delete',
    () => vscode.l10n.t('Which project do you want to delete?'),
    (project) => deleteProject(project, api),
  );
}

/** Registers a folder a person chooses, whatever it holds: they say it is theirs. */
async function addFolder({ api, model }: ProjectCommandDeps): Promise<void> {
  const [folder] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Add a Folder to Quantum Admin'),
      openLabel: vscode.l10n.t('Add Folder'),
      canSelectFiles: false,
      canSelectFolders: true,
      canSelectMany: false,
    })) ?? [];
  if (folder === undefined) throw new Cancelled();
  await api.open({ rootPath: folder.fsPath });
  await model.refresh();
}

import * as vscode from 'vscode';
import type { ContextKeys, SetContext } from '../platform/contextKeys.js';
import { Disposables } from '../platform/disposables.js';
import type { Log } from '../platform/log.js';
import type { CommandRegistry } from '../platform/reporter.js';
import type { ServiceClient } from '../platform/serviceClient.js';
import type { Disposable } from '../platform/signal.js';
import { projectAtHand } from '../projects/projectAtHand.js';
import type { ProjectsFeature } from '../projects/projectsFeature.js';
import { environmentCommands, type EnvironmentCommandDeps } from './environmentCommands.js';
import type { EnvironmentsApi } from './environmentsApi.js';
import { EnvironmentsModel } from './environmentsModel.js';
import { rowId } from './environmentRows.js';
import { createEnvironmentStatusBar } from './environmentStatusBar.js';
import { EnvironmentsTree } from './environmentsTree.js';
import { variableActions, variableCommands } from './variableCommands.js';

export interface EnvironmentsFeatureDeps {
  readonly api: EnvironmentsApi;
  readonly projects: ProjectsFeature;
  readonly service: ServiceClient;
  readonly reporter: CommandRegistry;
  readonly log: Log;
  readonly setContext: SetContext;
}

/** The Environments view of this window's projects, its commands, and which one is in use. */
export function registerEnvironments(deps: EnvironmentsFeatureDeps): Disposable {
  const { api, projects, service, reporter, setContext } = deps;
  const log = deps.log.for('environments');
  const owned = new Disposables();
  const model = new EnvironmentsModel({
    api,
    onError: (what, error) => log.warn(`${what}: environments cannot be read: ${String(error)}`),
  });
  const tree = owned.add(new EnvironmentsTree(model));
  const view = owned.add(
    vscode.window.createTreeView('quantum.environments', {
      treeDataProvider: tree,
      showCollapseAll: true,
    }),
  );
  const statusBar = owned.add(createEnvironmentStatusBar());
  const commands: EnvironmentCommandDeps = {
    ...{ reporter, api, model, view, projects },
    reveal: async (kind, { id, projectId }) => {
      await model.reread(projectId);
      const row = tree.find(rowId(kind, id));
      if (row) await view.reveal(row);
    },
  };
  const actions = variableActions(commands);
  for (const command of [
    ...environmentCommands(commands, actions),
    ...variableCommands(commands, actions),
  ])
    owned.add(command);

  const showInUse = (): void => {
    const project = projectAtHand(projects.here);
    statusBar.show(project, project && model.inUse(project.id));
  };
  const update = (): void => {
    setContext('quantum.environments.empty', emptyReason(model));
    showInUse();
  };
  const takeProjects = (): void => {
    model.setProjects(vscode.workspace.isTrusted ? projects.here : []);
    update();
  };
  owned.add(model.onDidChange(update));
  owned.add(projects.onDidChange(takeProjects));
  owned.add(vscode.window.onDidChangeActiveTextEditor(showInUse));
  owned.add(service.onEvent((event) => model.handle(event)));
  owned.add(
    service.onDidChangeState(({ kind }) => {
      if (kind !== 'connected') return;
      model.refresh();
      // The status bar looks, whether the view is open or not.
      model.lookAt();
    }),
  );
  const start = (): void => {
    if (view.visible) service.start();
  };
  owned.add(view.onDidChangeVisibility(start));
  takeProjects();
  // After activate() has returned.
  const first = setImmediate(start);
  owned.add({ dispose: () => clearImmediate(first) });
  return owned;
}

/** One reason at a time: each has its own text. */
function emptyReason(model: EnvironmentsModel): ContextKeys['quantum.environments.empty'] {
  if (model.environments.length + model.variables.length > 0) return 'none';
  if (model.projects.length === 0) return 'no-project';
  return model.isLoaded ? 'no-environment' : 'loading';
}

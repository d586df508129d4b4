import * as vscode from 'vscode';
import type { Environment } from '../../protocol/environments.js';
import type { CommandRegistry } from '../platform/reporter.js';
import { requireTrust } from '../platform/trust.js';
import { projectForNew } from '../projects/projectForNew.js';
import { projectsKnown } from '../projects/projectsKnown.js';
import { deleteEnvironment, editDetails, move, rename, setUrl } from './editEnvironment.js';
import type { EnvironmentsApi } from './environmentsApi.js';
import type { TargetDeps } from './environmentTarget.js';
import { newEnvironment } from './newEnvironment.js';
import { byRow, onRow, withEnvironment } from './rowCommand.js';
import { check, chooseInUse, openUrl, stopUsing, use } from './useEnvironment.js';
import type { VariableActions } from './variableCommands.js';

export interface EnvironmentCommandDeps extends TargetDeps {
  readonly reporter: CommandRegistry;
  readonly api: EnvironmentsApi;
  /** Shows the row of what was just made. */
  readonly reveal: (
    kind: 'environment' | 'variable',
    made: { readonly id: number; readonly projectId: number },
  ) => Promise<void>;
}

/** Every command of environments themselves. */
export function environmentCommands(
  deps: EnvironmentCommandDeps,
  variables: VariableActions,
): vscode.Disposable[] {
  return [
    ...projectCommands(deps),
    ...useCommands(deps),
    ...editCommands(deps, variables),
    ...orderCommands(deps),
  ];
}

/** What begins with a project. */
function projectCommands(deps: EnvironmentCommandDeps): vscode.Disposable[] {
  const { reporter, api, model, projects, reveal } = deps;
  return [
    reporter.register('quantum.environments.new', async (argument) => {
      requireTrust();
      await projectsKnown(projects);
      model.lookAt();
      const project = await projectForNew(argument, projects.here);
      await model.reread(project.id);
      const names = model.environmentsOf(project.id).map(({ name }) => name);
      await reveal('environment', await newEnvironment(project, names, api));
    }),
    reporter.register('quantum.environments.choose', async (argument) => {
      requireTrust();
      await projectsKnown(projects);
      model.lookAt();
      // The status bar hands over whose environment it shows.
      const shown = typeof argument === 'number' ? { projectId: argument } : argument;
      const project = await projectForNew(shown, projects.here);
      await model.reread(project.id);
      await chooseInUse(project, model.environmentsOf(project.id), api);
    }),
  ];
}

function useCommands(deps: EnvironmentCommandDeps): vscode.Disposable[] {
  const { reporter, api, projects, view } = deps;
  const useWhich = vscode.l10n.t('Use which environment here?');
  const stopWhich = vscode.l10n.t('Stop using which environment?');
  const checkWhich = vscode.l10n.t('Check which environment?');
  const openWhich = vscode.l10n.t('Open which environment in the browser?');
  const isUsed = ({ inUse }: Environment): boolean => inUse;
  const isFree = ({ inUse }: Environment): boolean => !inUse;
  const hasUrl = ({ url }: Environment): boolean => url !== null;
  const projectOf = ({ projectId }: Environment) =>
    projects.here.find(({ id }) => id === projectId);
  return [
    reporter.register(
      'quantum.environments.use',
      onRow(
        deps,
        withEnvironment(deps, useWhich, (one) => use(one, projectOf(one), api), isFree),
      ),
    ),
    reporter.register(
      'quantum.environments.stopUsing',
      onRow(
        deps,
        withEnvironment(deps, stopWhich, (one) => stopUsing(one, api), isUsed),
      ),
    ),
    reporter.register(
      'quantum.environments.check',
      onRow(
        deps,
        withEnvironment(deps, checkWhich, (one) => check(one, view.visible, api), hasUrl),
      ),
    ),
    reporter.register(
      'quantum.environments.openUrl',
      onRow(deps, withEnvironment(deps, openWhich, openUrl, hasUrl)),
    ),
  ];
}

function editCommands(
  deps: EnvironmentCommandDeps,
  variables: VariableActions,
): vscode.Disposable[] {
  const { reporter, api, model } = deps;
  const edit = withEnvironment(deps, vscode.l10n.t('Edit which environment?'), (one) =>
    editDetails(one, api),
  );
  const renameIt = withEnvironment(deps, vscode.l10n.t('Rename which environment?'), (one) => {
    const names = model.environmentsOf(one.projectId).map(({ name }) => name);
    return rename(one, names, api);
  });
  const deleteIt = withEnvironment(deps, vscode.l10n.t('Delete which environment?'), (one) =>
    deleteEnvironment(one, api),
  );
  const url = withEnvironment(deps, vscode.l10n.t('Set the URL of which environment?'), (one) =>
    setUrl(one, api),
  );
  return [
    reporter.register('quantum.environments.edit', onRow(deps, byRow(edit, variables.editValue))),
    reporter.register(
      'quantum.environments.rename',
      onRow(deps, byRow(renameIt, variables.rename)),
    ),
    reporter.register(
      'quantum.environments.delete',
      onRow(deps, byRow(deleteIt, variables.delete)),
    ),
    reporter.register('quantum.environments.setUrl', onRow(deps, url)),
  ];
}

function orderCommands(deps: EnvironmentCommandDeps): vscode.Disposable[] {
  const { reporter, api, model } = deps;
  const canMoveUp = ({ position }: Environment): boolean => position > 1;
  const canMoveDown = ({ projectId, position }: Environment): boolean =>
    position < model.environmentsOf(projectId).length;
  const up = withEnvironment(
    deps,
    vscode.l10n.t('Move which environment up?'),
    async (one) => {
      if (canMoveUp(one)) await move(one, -1, api);
    },
    canMoveUp,
  );
  const down = withEnvironment(
    deps,
    vscode.l10n.t('Move which environment down?'),
    async (one) => {
      if (canMoveDown(one)) await move(one, 1, api);
    },
    canMoveDown,
  );
  return [
    reporter.register('quantum.environments.moveUp', onRow(deps, up)),
    reporter.register('quantum.environments.moveDown', onRow(deps, down)),
  ];
}

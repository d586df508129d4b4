import * as vscode from 'vscode';
import type { EnvironmentVariable } from '../../protocol/environments.js';
import {
  addVariable,
  copyValue,
  deleteVariable,
  editDescription,
  editValue,
  makePlain,
  makeSecret,
  renameVariable,
} from './editVariable.js';
import type { EnvironmentCommandDeps } from './environmentCommands.js';
import { allName } from './environmentItem.js';
import { placeTarget, type VariablesPlace } from './environmentTarget.js';
import { importVariables } from './importVariables.js';
import { onRow, withVariable, type OnRow } from './rowCommand.js';

/** What the keys do on the row of a variable. */
export interface VariableActions {
  readonly editValue: OnRow;
  readonly rename: OnRow;
  readonly delete: OnRow;
}

export function variableActions(deps: EnvironmentCommandDeps): VariableActions {
  const { api, model } = deps;
  const keysBeside = ({ projectId, environmentId }: EnvironmentVariable): string[] =>
    model.variablesAt(projectId, environmentId).map(({ key }) => key);
  const placeOf = ({ environmentId }: EnvironmentVariable): string =>
    model.environment(environmentId)?.name ?? allName();
  return {
    editValue: withVariable(deps, vscode.l10n.t('Edit the value of which variable?'), (one) =>
      editValue(one, api),
    ),
    rename: withVariable(deps, vscode.l10n.t('Rename which variable?'), (one) =>
      renameVariable(one, keysBeside(one), api),
    ),
    delete: withVariable(deps, vscode.l10n.t('Delete which variable?'), (one) =>
      deleteVariable(one, placeOf(one), api),
    ),
  };
}

/** Every command of variables. */
export function variableCommands(
  deps: EnvironmentCommandDeps,
  actions: VariableActions,
): vscode.Disposable[] {
  const { reporter, api } = deps;
  const describe = vscode.l10n.t('Describe which variable?');
  const copy = vscode.l10n.t('Copy the value of which variable?');
  return [
    reporter.register('quantum.environments.editValue', onRow(deps, actions.editValue)),
    reporter.register('quantum.environments.renameVariable', onRow(deps, actions.rename)),
    reporter.register('quantum.environments.deleteVariable', onRow(deps, actions.delete)),
    reporter.register(
      'quantum.environments.editDescription',
      onRow(
        deps,
        withVariable(deps, describe, (one) => editDescription(one, api)),
      ),
    ),
    reporter.register(
      'quantum.environments.copyValue',
      onRow(
        deps,
        withVariable(deps, copy, (one) => copyValue(one, api)),
      ),
    ),
    ...secrecyCommands(deps),
    ...placeCommands(deps),
  ];
}

function secrecyCommands(deps: EnvironmentCommandDeps): vscode.Disposable[] {
  const { reporter, api } = deps;
  const secret = vscode.l10n.t('Make which variable a secret?');
  const plain = vscode.l10n.t('Show the value of which secret from now on?');
  const isSecret = (one: EnvironmentVariable): boolean => one.isSecret;
  const isPlain = (one: EnvironmentVariable): boolean => !one.isSecret;
  return [
    reporter.register(
      'quantum.environments.makeSecret',
      onRow(
        deps,
        withVariable(deps, secret, (one) => makeSecret(one, api), isPlain),
      ),
    ),
    reporter.register(
      'quantum.environments.makePlain',
      onRow(
        deps,
        withVariable(deps, plain, (one) => makePlain(one, api), isSecret),
      ),
    ),
  ];
}

/** What adds variables to a place. */
function placeCommands(deps: EnvironmentCommandDeps): vscode.Disposable[] {
  const { reporter, api, model, reveal } = deps;
  const there = ({ project, environment }: VariablesPlace) =>
    model.variablesAt(project.id, environment?.id ?? null);
  return [
    reporter.register(
      'quantum.environments.addVariable',
      onRow(deps, async (row) => {
        const place = await placeTarget(row, vscode.l10n.t('A variable of what?'), deps);
        const keys = there(place).map(({ key }) => key);
        await reveal('variable', await addVariable(place, keys, api));
      }),
    ),
    reporter.register(
      'quantum.environments.importFile',
      onRow(deps, async (row) => {
        const place = await placeTarget(row, vscode.l10n.t('Import into what?'), deps);
        await importVariables(place, there(place), api);
      }),
    ),
  ];
}

import * as vscode from 'vscode';
import type { Datasource } from '../../protocol/datasources.js';
import type { Project } from '../../protocol/projects.js';
import { focusedNode } from '../platform/focusedNode.js';
import { Cancelled } from '../platform/reporter.js';
import { descriptionOf } from './datasourceItem.js';
import type { DatasourcesNode } from './datasourceRows.js';
import type { DatasourcesModel } from './datasourcesModel.js';

export interface TargetDeps {
  readonly model: DatasourcesModel;
  readonly view: vscode.TreeView<DatasourcesNode>;
  readonly here: () => readonly Project[];
}

/**
 * The datasource a command means: the row it was called on, the id it was given, the row the keyboard is on
 * (keys carry `{ focused: true }`), or the one a person picks of those it can be done with.
 * @throws Cancelled when nothing is picked
 */
export async function datasourceTarget(
  argument: unknown,
  placeHolder: string,
  { model, view, here }: TargetDeps,
  fits: (datasource: Datasource) => boolean = () => true,
): Promise<Datasource> {
  const onKeyboard = typeof argument === 'object' && argument !== null && 'focused' in argument;
  const id = idOf(onKeyboard ? await focusedNode(view) : argument);
  model.lookAt();
  const known = id === undefined ? undefined : model.get(id);
  if (known) return known;
  for (const { id: projectId } of here()) await model.reread(projectId);
  if (id !== undefined) {
    const found = model.get(id);
    if (found) return found;
    throw new Error(vscode.l10n.t('The datasource is not there any more.'));
  }
  const candidates = model.all.filter(fits);
  if (candidates.length === 0)
    throw new Error(vscode.l10n.t('There is no datasource this can be done with.'));
  const picked = await vscode.window.showQuickPick(
    candidates.map((datasource) => ({
      ...{ label: datasource.name, description: descriptionOf(datasource), datasource },
    })),
    { placeHolder, matchOnDescription: true },
  );
  if (!picked) throw new Cancelled();
  return picked.datasource;
}

function idOf(argument: unknown): number | undefined {
  if (typeof argument === 'number') return argument;
  const isRow = typeof argument === 'object' && argument !== null && 'kind' in argument;
  const node = isRow ? (argument as DatasourcesNode) : undefined;
  return node?.kind === 'datasource' ? node.datasource.id : undefined;
}
